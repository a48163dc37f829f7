import type {Fraction} from './model';

/**
 * Compares two fractions exactly: negative when `a` is smaller, 0 when equal, positive when larger.
 * Assumes whole terms below 2^26, so that each product stays below 2^53, where numbers are exact; counts of
 * measures and thresholds (terms up to 1,000,000) are far below. Nothing can be missing. Source: METHOD.md: Counting.
 */
export function compareFractions(a: Fraction, b: Fraction): number {
  return a[0] * b[1] - b[0] * a[1];
}

/**
 * Gives the same fraction in lowest terms, 0 as `[0, 1]`.
 * Assumes non-negative whole terms, denominator at least 1; nothing can be missing.
 * Source: METHOD.md: What else a diagnosis holds (thresholdRange).
 */
export function reduceFraction([numerator, denominator]: Fraction): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return [numerator / divisor, denominator / divisor];
}

/**
 * Gives ⌈fraction · times⌉ as a whole number.
 * Assumes whole terms with a product below 2^53; 0 times gives 0. Source: METHOD.md: Counting (needed).
 */
export function ceilTimes([numerator, denominator]: Fraction, times: number): number {
  const product = numerator * times;
  const remainder = product % denominator;
  // Taking the remainder off first leaves a division without a rest, so nothing is ever rounded.
  const whole = (product - remainder) / denominator;
  return remainder === 0 ? whole : whole + 1;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
