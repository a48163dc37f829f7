import {z} from 'zod';

/** A year, half-year or quarter from 2000 to 2099: 2026, 2026-H1, 2026-Q3. */
export const periodSchema = z
  .string()
  .trim()
  .regex(/^20\d{2}(?:-(?:H[12]|Q[1-4]))?$/, 'bad-period');

/** Periods that an assessment may be for around `year`: the years before and after it, their halves and quarters. */
export function listPeriods(year: number): string[] {
  return [year + 1, year, year - 1, year - 2, year - 3].flatMap(listPeriodsOf);
}

/** Periods by whose end something may be due, from the year of `period` to five years on. */
export function listDuePeriods(period: string): string[] {
  const year = Number(period.slice(0, 4));
  return [0, 1, 2, 3, 4, 5].map((ahead) => year + ahead).filter((each) => each <= 2099).flatMap(listPeriodsOf);
}

function listPeriodsOf(year: number): string[] {
  return [`${year}`, ...['H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'].map((part) => `${year}-${part}`)];
}

/** Last month of a period as YYYY-MM, by which years, half-years and quarters are put in order. */
export function periodEnd(period: string): string {
  const [year = '', part = 'H2'] = period.split('-');
  const months: Record<string, string> = {H1: '06', H2: '12', Q1: '03', Q2: '06', Q3: '09', Q4: '12'};
  return `${year}-${months[part] ?? '12'}`;
}
