import {describe, expect, it} from 'vitest';

import {buildToyAnswers} from '@/tests/support/toy-model';

import {countMeasures} from './count-measures';

describe('countMeasures', () => {
  it('counts each value, unknown also where no answer is', () => {
    const answers = buildToyAnswers({
      'in-place': 'A11',
      evidenced: 'A12',
      'under-way': 'A13',
      'not-in-place': 'A14',
      'not-applicable': 'A15',
      unknown: 'A16',
    });
    expect(countMeasures(['A11', 'A12', 'A13', 'A14', 'A15', 'A16', 'A17'], answers)).toEqual({
      measures: 7,
      applicable: 6,
      inPlace: 2,
      underWay: 1,
      notInPlace: 1,
      unknown: 2,
      notApplicable: 1,
      evidenced: 1,
    });
  });

  it('counts evidence only on measures in place', () => {
    expect(countMeasures(['A11'], {A11: {value: 'under-way', evidenced: true}}).evidenced).toBe(0);
  });
});
