import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

import {getMargin} from './margin';

describe('getMargin', () => {
  const model = buildToyModel({stages: [['A11'], ['B11 B12 B13'], ['C11 C12 C13'], ['D11']]});

  it('counts up to each higher stage with an applicable measure', () => {
    const {stages} = countToy(model, buildToyAnswers({'in-place': 'C11', 'not-applicable': 'D11'}));
    expect(getMargin(stages, 1)).toEqual({
      up: [
        {stage: 2, measures: 2},
        {stage: 3, measures: 1},
      ],
      down: null,
    });
  });

  it('counts down to where the current stage is no longer met', () => {
    const {stages} = countToy(model, buildToyAnswers({'in-place': 'C11 C12 C13', 'not-in-place': 'D11'}));
    expect(getMargin(stages, 3)).toEqual({up: [{stage: 4, measures: 1}], down: 2});
  });
});
