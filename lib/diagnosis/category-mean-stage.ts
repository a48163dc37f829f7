import {getCategoryMean} from './category-mean';
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
  const mean = getCategoryMean(categories);
  return mean !== null && mean[0] * BigInt(threshold[1]) >= BigInt(threshold[0]) * mean[1];
}
