import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

import {listFoundationGaps} from './foundation-gaps';

describe('listFoundationGaps', () => {
  const model = buildToyModel({stages: [['A11'], ['B11'], ['C11'], ['D11']]});

  it('lists lower stages that are not met, and no higher ones', () => {
    const {stages} = countToy(model, buildToyAnswers({'in-place': 'B11 C11'}));
    expect(listFoundationGaps(stages, 3)).toEqual([1]);
  });

  it('lists a lower stage without an applicable measure, as it is not met', () => {
    const {stages} = countToy(model, buildToyAnswers({'in-place': 'A11 C11', 'not-applicable': 'B11'}));
    expect(listFoundationGaps(stages, 3)).toEqual([2]);
  });
});
