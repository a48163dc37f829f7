import type {CategoryCounts} from './model';

/** A fraction `[numerator, denominator]` whose terms may pass 2^53. */
export type BigFraction = readonly [bigint, bigint];

/**
 * Gives the mean of category coverages, each category weighing the same, as a fraction not in lowest terms.
 * Assumes the categories of one stage; one without an applicable measure is left out of the mean, and null is given
 * where none is left. Source: METHOD.md: What else a diagnosis holds (rules, byCategory).
 */
export function getCategoryMean(categories: readonly CategoryCounts[]): BigFraction | null {
  // The common denominator is a product over the categories and may pass 2^53, so these terms are BigInt.
  let sum = 0n;
  let denominator = 1n;
  let weighed = 0;
  for (const {inPlace, applicable} of categories) {
    if (applicable === 0) continue;
    sum = sum * BigInt(applicable) + BigInt(inPlace) * denominator;
    denominator *= BigInt(applicable);
    weighed += 1;
  }
  return weighed === 0 ? null : [sum, denominator * BigInt(weighed)];
}

/**
 * Gives the same fraction in lowest terms, 0 as `[0, 1]`.
 * Assumes non-negative terms, denominator at least 1. Source: METHOD.md: What else a diagnosis holds (rules).
 */
export function reduceBigFraction([numerator, denominator]: BigFraction): BigFraction {
  let [divisor, rest] = [numerator, denominator];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return [numerator / divisor, denominator / divisor];
}
