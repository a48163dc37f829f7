import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel} from '@/tests/support/toy-model';

import {findNearestBenchmark} from './nearest-benchmark';

const stages = [['A11 A12'], ['B11 B12']];

describe('findNearestBenchmark', () => {
  const model = buildToyModel({stages, benchmarks: {west: [2, 'A11 B11 B12'], east: [1, 'A11 A12']}});

  it('counts the measures that differ', () => {
    const answers = buildToyAnswers({'in-place': 'A11 A12', 'not-in-place': 'B11 B12'});
    expect(findNearestBenchmark(model, answers)).toEqual({stage: 1, benchmarks: ['east'], differences: 0, compared: 4});
  });

  it('leaves out unknown and not-applicable measures, and takes under way for no tick', () => {
    const answers = buildToyAnswers({'in-place': 'B11', 'under-way': 'A12', 'not-applicable': 'B12'});
    expect(findNearestBenchmark(model, answers)).toEqual({stage: 2, benchmarks: ['west'], differences: 0, compared: 2});
  });

  it('lists all ties and takes the stage of the first', () => {
    expect(findNearestBenchmark(model, buildToyAnswers({'not-in-place': 'A11'}))).toEqual({
      stage: 2,
      benchmarks: ['west', 'east'],
      differences: 1,
      compared: 1,
    });
    expect(findNearestBenchmark(model, {})).toMatchObject({benchmarks: ['west', 'east'], differences: 0, compared: 0});
  });

  it('says so where there are no benchmarks', () => {
    const answers = buildToyAnswers({'in-place': 'A11', 'not-in-place': 'B11'});
    expect(findNearestBenchmark(buildToyModel({stages}), answers)).toEqual({
      stage: null,
      benchmarks: [],
      differences: 0,
      compared: 2,
    });
  });
});
