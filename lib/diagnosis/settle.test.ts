import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

import {countToSettle} from './settle';

describe('countToSettle', () => {
  const model = buildToyModel({stages: [['A11'], ['B11 B12 B13 B14 B15 B16']]});
  const {stages} = countToy(model, buildToyAnswers({'in-place': 'B11', 'not-in-place': 'B12'}));

  it('counts what confirms the stage high and what rules it out', () => {
    expect(countToSettle(stages, {low: 1, high: 2})).toEqual({stage: 2, inPlace: 2, notInPlace: 3});
  });

  it('has nothing to settle where the stage is certain', () => {
    expect(countToSettle(stages, {low: 1, high: 1})).toBeNull();
  });
});
