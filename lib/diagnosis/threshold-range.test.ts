import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

import {getThresholdRange} from './threshold-range';

describe('getThresholdRange', () => {
  const model = buildToyModel({stages: [['A11'], ['B11 B12 B13 B14'], ['C11 C12 C13']]});

  it('lies between the coverage of higher stages and that of the current one', () => {
    const {stages} = countToy(model, buildToyAnswers({'in-place': 'B11 B12 C11'}));
    expect(getThresholdRange(stages, 2)).toEqual({above: [1, 3], upTo: [1, 2]});
  });

  it('reaches from 0 without a higher stage, and to 1 at stage 1', () => {
    const {stages} = countToy(model, buildToyAnswers({'in-place': 'C11 C12 C13'}));
    expect(getThresholdRange(stages, 3)).toEqual({above: [0, 1], upTo: [1, 1]});
    expect(getThresholdRange(countToy(model, buildToyAnswers({'in-place': 'B11'})).stages, 1)).toEqual({
      above: [1, 4],
      upTo: [1, 1],
    });
  });
});
