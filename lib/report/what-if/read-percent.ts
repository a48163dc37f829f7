import {reduceFraction} from '@/lib/diagnosis/fraction';
import type {Fraction} from '@/lib/diagnosis/model';

/**
 * Reads a threshold typed as a percentage, full-width figures and a percent sign allowed: “33.33” is 3333/10000.
 * Gives null for anything that is not above 0 and up to 100 with at most two decimals; nothing is rounded.
 */
export function readPercent(typed: string): Fraction | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(typed.normalize('NFKC').trim());
  if (!match) return null;
  const [, whole = '', decimals = ''] = match;
  const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return hundredths > 0 && hundredths <= 10_000 ? reduceFraction([hundredths, 10_000]) : null;
}
