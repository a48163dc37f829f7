import type {CategoryCounts, Fraction, StageCounts} from './model';
import {placeStage} from './place-stage';

/**
 * Gives the stage by the frontier rule on the mean of category coverages, each category weighing the same.
 * Assumes `categories` holds one list a stage, in the order of `stages`; unknown measures are not in place, and a
 * category without an applicable measure is left out of the mean.
 * Source: METHOD.md: What else a diagnosis holds (rules, byCategory).
 */
export function getCategoryMeanStage(
  stages: readonly StageCounts[],
  categories: readonly (readonly CategoryCounts[])[],
  threshold: Fraction,
): number {
  return placeStage(stages, ({stage}) => isMetOnAverage(categories[stage - 1] ?? [], threshold));
}

function isMetOnAverage(categories: readonly CategoryCounts[], threshold: Fraction): boolean {
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
  return weighed > 0 && sum * BigInt(threshold[1]) >= BigInt(threshold[0] * weighed) * denominator;
}
