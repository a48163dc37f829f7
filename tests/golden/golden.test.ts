import {readFileSync} from 'node:fs';

import {describe, expect, it} from 'vitest';

import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import type {Diagnosis, EngineAnswers, Fraction} from '@/lib/diagnosis/model';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';

type GoldenCase = {
  readonly name: string;
  readonly threshold: Fraction;
  readonly setAside: readonly string[];
  readonly answers: EngineAnswers;
  readonly expected: Diagnosis;
};

const file = new URL('wang-zhang-2017.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly GoldenCase[];
const {instrument, benchmarks} = getInstrumentOrThrow('wang-zhang-2017');
const model = buildModel(instrument, benchmarks);

describe('golden cases of wang-zhang-2017', () => {
  it('are 60', () => {
    expect(cases).toHaveLength(60);
  });

  it.each(cases)('$name', ({threshold, setAside, answers, expected}) => {
    expect(diagnose(model, answers, {threshold, setAside})).toStrictEqual(expected);
  });

  it.each(cases.filter(({threshold: [n, d], setAside}) => n * 2 === d && setAside.length === 0))(
    '$name with the threshold of the instrument',
    ({answers, expected}) => {
      expect(diagnose(model, answers)).toStrictEqual(expected);
    },
  );
});
