import {describe, expect, it} from 'vitest';
import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';
import {countReading} from './count-reading';

const model = buildToyModel({stages: [['A11 A12 A13 A14 A15 A16']]});

describe('countReading', () => {
  it('counts the same answers in four ways', () => {
    const answers = buildToyAnswers({evidenced: 'A11', 'in-place': 'A12', 'under-way': 'A13', 'not-applicable': 'A14', 'not-in-place': 'A15'});
    const counts = countToy(model, answers).stages[0]!;
    expect(countReading('claimed', counts)).toEqual([2, 5]);
    expect(countReading('strict', counts)).toEqual([2, 6]);
    expect(countReading('evidenced', counts)).toEqual([1, 5]);
    expect(countReading('outlook', counts)).toEqual([3, 5]);
  });

  it('counts out of nothing where no measure applies, but strictly out of all', () => {
    const counts = countToy(model, buildToyAnswers({'not-applicable': 'A11 A12 A13 A14 A15 A16'})).stages[0]!;
    expect(countReading('claimed', counts)).toEqual([0, 0]);
    expect(countReading('strict', counts)).toEqual([0, 6]);
  });
});
