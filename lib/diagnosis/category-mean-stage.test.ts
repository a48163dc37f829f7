import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

import {getCategoryMeanStage} from './category-mean-stage';
import type {CategoryCounts} from './model';

describe('getCategoryMeanStage', () => {
  const model = buildToyModel({stages: [['A11'], ['B11 B12 B13 B14', 'B21']]});

  it.each([
    ['a small category weighs as much as a large one', {'in-place': 'B21'}, 2],
    ['most of the large category alone is below a half', {'in-place': 'B11 B12 B13'}, 1],
    ['a category without an applicable measure is left out', {'in-place': 'B11 B12', 'not-applicable': 'B21'}, 2],
    ['nothing applicable', {'not-applicable': 'B11 B12 B13 B14 B21'}, 1],
  ])('%s', (_, codes, stage) => {
    const {stages, categories} = countToy(model, buildToyAnswers(codes));
    expect(getCategoryMeanStage(stages, categories, model.threshold)).toBe(stage);
  });

  it('stays exact where the common denominator passes what a number can hold', () => {
    const {stages} = countToy(buildToyModel({stages: [['A11'], ['B11']]}), {});
    const base = {code: '', measures: 0, underWay: 0, notInPlace: 0, unknown: 0, notApplicable: 0, evidenced: 0};
    const primes = [89, 97, 101, 103, 107, 109, 113, 127, 131];
    const halves: CategoryCounts[] = primes.flatMap((applicable) => [
      {...base, applicable, inPlace: (applicable - 1) / 2},
      {...base, applicable, inPlace: (applicable + 1) / 2},
    ]);
    expect(getCategoryMeanStage(stages, [[], halves], [1, 2])).toBe(2);
    const justBelow = [...halves.slice(0, -1), {...base, applicable: 131 * 1_000, inPlace: 66 * 1_000 - 1}];
    expect(getCategoryMeanStage(stages, [[], justBelow], [1, 2])).toBe(1);
  });
});
