import {describe, expect, it} from 'vitest';

import type {BenchmarkFile, InstrumentFile} from '@/lib/instrument/schema';

import {buildModel} from './build-model';

const instrument = {
  threshold: {value: [2, 3]},
  benchmarks: ['west', 'east', 'gone'],
  stages: [
    {
      number: 1,
      code: 'A',
      categories: [
        {
          code: 'A1',
          measures: [
            {code: 'A11', benchmarks: {ids: ['east', 'west']}},
            {code: 'A12', benchmarks: {ids: []}},
          ],
        },
      ],
    },
    {number: 2, code: 'B', categories: [{code: 'B1', measures: [{code: 'B11', benchmarks: {ids: ['west']}}]}]},
  ],
} as unknown as InstrumentFile;
const benchmarks = [
  {id: 'east', stage: {value: 1}},
  {id: 'other', stage: {value: 1}},
  {id: 'west', stage: {value: 2}},
] as unknown as BenchmarkFile[];

describe('buildModel', () => {
  it('keeps structure and numbers, with the benchmarks in the order of the instrument', () => {
    expect(buildModel(instrument, benchmarks)).toEqual({
      threshold: [2, 3],
      stages: [
        {stage: 1, code: 'A', categories: [{code: 'A1', measures: ['A11', 'A12']}]},
        {stage: 2, code: 'B', categories: [{code: 'B1', measures: ['B11']}]},
      ],
      benchmarks: [
        {id: 'west', stage: 2, inPlace: new Set(['A11', 'B11'])},
        {id: 'east', stage: 1, inPlace: new Set(['A11'])},
      ],
    });
  });
});
