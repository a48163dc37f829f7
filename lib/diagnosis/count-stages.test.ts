import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

describe('countStages', () => {
  const model = buildToyModel({stages: [['A11 A12', 'A21'], ['B11 B12'], ['C11']]});

  it('adds up the categories and applies the threshold', () => {
    const answers = buildToyAnswers({evidenced: 'A11', 'in-place': 'A21', 'not-applicable': 'C11'});
    expect(countToy(model, answers).stages[0]).toEqual({
      stage: 1,
      code: 'A',
      measures: 3,
      applicable: 3,
      inPlace: 2,
      underWay: 0,
      notInPlace: 0,
      unknown: 1,
      notApplicable: 0,
      evidenced: 1,
      needed: 2,
      met: true,
    });
  });

  it('needs nothing of a stage without an applicable measure, and does not call it met', () => {
    const {stages} = countToy(model, buildToyAnswers({'not-applicable': 'C11'}));
    expect(stages[2]).toMatchObject({applicable: 0, needed: 0, met: false});
  });
});
