import {compareFractions} from './fraction';
import type {Fraction} from './model';

/**
 * Tells whether `counted` of `applicable` measures reach the threshold, by an exact comparison.
 * Assumes whole numbers and 0 < θ ≤ 1; where no measure is applicable the answer is no.
 * Source: METHOD.md: Counting (met).
 */
export function isMet(counted: number, applicable: number, threshold: Fraction): boolean {
  return applicable > 0 && compareFractions([counted, applicable], threshold) >= 0;
}
