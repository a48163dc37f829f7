import {describe, expect, it} from 'vitest';
import {translatorFor} from '@/lib/messages/translator';
import {buildPlanForm} from './plan-form';

const t = translatorFor('en');
const STORED = {measure: 'B21', decision: 'chosen' as const, reason: '', bureau: 'Commerce', duePeriod: '2024-H1', since: '2023', revision: 3};

describe('buildPlanForm', () => {
  it('starts open, or with the decision that the reader set out to make', () => {
    const of = (wanted: string) => buildPlanForm({stored: undefined, wanted, period: '2026', t}).initial;
    expect(of('')).toEqual({decision: '', bureau: '', duePeriod: '', reason: '', revision: '0'});
    expect(of('setAside').decision).toBe('setAside');
    expect(of('<script>').decision).toBe('');
  });

  it('starts with what is stored, its due period among the choices though its year is past', () => {
    const {initial, periods} = buildPlanForm({stored: STORED, wanted: '', period: '2026-Q2', t});
    expect(initial).toEqual({decision: 'chosen', bureau: 'Commerce', duePeriod: '2024-H1', reason: '', revision: '3'});
    expect(periods[0]).toMatchObject({value: '2024-H1'});
    expect(periods[1]).toEqual({value: '2026', label: '2026'});
    expect(new Set(periods.map(({value}) => value)).size).toBe(periods.length);
  });
});
