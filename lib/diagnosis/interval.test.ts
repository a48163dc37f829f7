import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

import {getInterval} from './interval';

describe('getInterval', () => {
  const model = buildToyModel({stages: [['A11'], ['B11 B12 B13'], ['C11 C12 C13']]});

  it.each([
    ['everything open', {}, 1, 3],
    ['stage 2 sure, stage 3 open', {'in-place': 'B11 B12', 'not-in-place': 'C11'}, 2, 3],
    ['too few open to matter', {'in-place': 'B11 B12', 'not-in-place': 'C11 C12'}, 2, 2],
    ['open measures under way elsewhere', {'under-way': 'C11 C12 C13', 'not-in-place': 'B11'}, 1, 2],
  ])('%s', (_, codes, low, high) => {
    expect(getInterval(countToy(model, buildToyAnswers(codes)).stages, model.threshold)).toEqual({low, high});
  });
});
