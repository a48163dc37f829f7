import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

import {getGatedStage} from './gated-stage';

describe('getGatedStage', () => {
  const model = buildToyModel({stages: [['A11'], ['B11'], ['C11']]});

  it.each([
    ['', 1],
    ['B11 C11', 1],
    ['A11', 1],
    ['A11 C11', 1],
    ['A11 B11', 2],
    ['A11 B11 C11', 3],
  ])('in place: %s', (codes, stage) => {
    expect(getGatedStage(countToy(model, buildToyAnswers({'in-place': codes})).stages)).toBe(stage);
  });
});
