import type {Counts, Fraction} from './model';

/**
 * Gives the share of applicable measures that are in place, as a fraction not in lowest terms.
 * Assumes counts of one stage or category; where no measure is applicable it gives 0, `[0, 1]`.
 * Source: METHOD.md: Counting (coverage).
 */
export function getCoverage(counts: Pick<Counts, 'applicable' | 'inPlace'>): Fraction {
  return counts.applicable === 0 ? [0, 1] : [counts.inPlace, counts.applicable];
}
