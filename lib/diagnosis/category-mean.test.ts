import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel} from '@/tests/support/toy-model';

import {getCategoryMean, reduceBigFraction} from './category-mean';
import {countCategories} from './count-categories';

function meanOf(categories: readonly string[], answers: Parameters<typeof buildToyAnswers>[0]) {
  const mean = getCategoryMean(countCategories(buildToyModel({stages: [categories]}), buildToyAnswers(answers))[0]!);
  return mean && reduceBigFraction(mean);
}

describe('getCategoryMean', () => {
  it('weighs each category the same, whatever its size', () => {
    // (3/4 + 0/2 + 1/1) / 3 = 7/12
    expect(meanOf(['A11 A12 A13 A14', 'A21 A22', 'A31'], {'in-place': 'A11 A12 A13 A31'})).toEqual([7n, 12n]);
    expect(meanOf(['A11', 'A21 A22'], {})).toEqual([0n, 1n]);
    expect(meanOf(['A11', 'A21'], {'in-place': 'A11 A21'})).toEqual([1n, 1n]);
  });

  it('leaves a category without an applicable measure out', () => {
    expect(meanOf(['A11 A12', 'A21'], {'in-place': 'A11', 'not-applicable': 'A21'})).toEqual([1n, 2n]);
    expect(meanOf(['A11'], {'not-applicable': 'A11'})).toBeNull();
    expect(meanOf([], {})).toBeNull();
  });
});
