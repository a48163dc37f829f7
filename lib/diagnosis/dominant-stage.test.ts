import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

import {getDominantStage} from './dominant-stage';

describe('getDominantStage', () => {
  const model = buildToyModel({stages: [['A11 A12'], ['B11 B12 B13'], ['C11 C12 C13 C14']]});

  it.each([
    ['the highest coverage wins, not the highest count', {'in-place': 'A11 A12 C11 C12 C13'}, 1],
    ['the lower one on a tie', {'in-place': 'A11 C11 C12'}, 1],
    ['nothing in place', {}, 1],
    ['nothing applicable in stage 1', {'not-applicable': 'A11 A12', 'in-place': 'B11 C11'}, 2],
    ['nothing applicable in stage 1, nothing in place', {'not-applicable': 'A11 A12'}, 1],
  ])('%s', (_, codes, stage) => {
    expect(getDominantStage(countToy(model, buildToyAnswers(codes)).stages)).toBe(stage);
  });
});
