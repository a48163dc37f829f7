import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

import {getReadings} from './readings';

describe('getReadings', () => {
  it('reads one answer set four ways', () => {
    const model = buildToyModel({stages: [['A11'], ['B11 B12'], ['C11 C12 C13'], ['D11 D12']]});
    const answers = buildToyAnswers({
      evidenced: 'A11',
      'in-place': 'B11 C11',
      'not-applicable': 'C12 B12',
      'not-in-place': 'C13',
      'under-way': 'D11',
    });
    const {stages} = countToy(model, answers);
    expect(getReadings(stages, model.threshold)).toEqual({claimed: 3, strict: 2, evidenced: 1, outlook: 4});
  });
});
