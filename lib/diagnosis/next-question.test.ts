import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel} from '@/tests/support/toy-model';

import {getNextQuestion} from './next-question';

describe('getNextQuestion', () => {
  const stages = [['A11'], ['B11 B12', 'B21 B22']];
  const model = buildToyModel({stages, benchmarks: {east: [1, 'A11 B12 B22'], west: [2, 'B12 B21 B22']}});

  it('asks in the stage high for what most benchmark counties have, the first on a tie', () => {
    expect(getNextQuestion(model, {}, {low: 1, high: 2})).toBe('B12');
    expect(getNextQuestion(model, buildToyAnswers({'in-place': 'B12'}), {low: 1, high: 2})).toBe('B22');
    expect(getNextQuestion(buildToyModel({stages}), {}, {low: 1, high: 2})).toBe('B11');
  });

  it('asks nothing where the stage is certain', () => {
    expect(getNextQuestion(model, {}, {low: 1, high: 1})).toBeNull();
  });
});
