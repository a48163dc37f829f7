import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel} from '@/tests/support/toy-model';

import {countCategories} from './count-categories';

describe('countCategories', () => {
  it('gives one list a stage, in table order', () => {
    const model = buildToyModel({stages: [['A11 A12', 'A21'], ['B11']]});
    const counted = countCategories(model, buildToyAnswers({'in-place': 'A12 A21'}));
    expect(counted.map((list) => list.map(({code, inPlace, measures}) => [code, inPlace, measures]))).toEqual([
      [
        ['A1', 1, 2],
        ['A2', 1, 1],
      ],
      [['B1', 0, 1]],
    ]);
  });
});
