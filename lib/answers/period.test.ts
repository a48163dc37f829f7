import {describe, expect, it} from 'vitest';
import {listPeriods, periodEnd, periodSchema} from './period';

describe('periodSchema', () => {
  it.each(['2000', '2026', '2099', '2026-H1', '2026-H2', '2026-Q1', '2026-Q4'])('takes %s', (period) => {
    expect(periodSchema.parse(` ${period} `)).toBe(period);
  });

  it.each(['', '1999', '2100', '26', '2026-H3', '2026-Q0', '2026-Q5', '2026-h1', '2026-01', '2026-Q1-Q2', '２０２６', '2026\n2027', '__proto__'])(
    'refuses %j',
    (period) => {
      expect(periodSchema.safeParse(period).error?.issues.map(({message}) => message)).toEqual(['bad-period']);
    },
  );
});

describe('listPeriods', () => {
  it('offers five years, the coming one first, each with its halves and quarters, all acceptable', () => {
    const periods = listPeriods(2026);
    expect(periods.slice(0, 7)).toEqual(['2027', '2027-H1', '2027-H2', '2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4']);
    expect(periods.at(-1)).toBe('2023-Q4');
    expect(new Set(periods).size).toBe(35);
    expect(periods.filter((period) => !periodSchema.safeParse(period).success)).toEqual([]);
  });
});

describe('periodEnd', () => {
  it.each([
    ['2026', '2026-12'],
    ['2026-H1', '2026-06'],
    ['2026-H2', '2026-12'],
    ['2026-Q1', '2026-03'],
    ['2026-Q2', '2026-06'],
    ['2026-Q3', '2026-09'],
    ['2026-Q4', '2026-12'],
  ])('of %s is %s', (period, end) => {
    expect(periodEnd(period)).toBe(end);
  });
});
