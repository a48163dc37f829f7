import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

import {getRules} from './rules';

describe('getRules', () => {
  it('sets the frontier rule beside the four others', () => {
    const model = buildToyModel({
      stages: [['A11 A12'], ['B11 B12 B13'], ['C11 C12', 'C21']],
      benchmarks: {east: [1, 'A11 A12']},
    });
    const answers = buildToyAnswers({'in-place': 'B11 B12 B13 C11 C12', 'not-in-place': 'A11'});
    const {stages, categories} = countToy(model, answers);
    expect(getRules(model, answers, stages, categories, model.threshold)).toEqual({
      frontier: 3,
      gated: 1,
      dominant: 2,
      byCategory: 3,
      nearestBenchmark: {stage: 1, benchmarks: ['east'], differences: 6, compared: 6},
    });
  });
});
