import {getCategoryMeanStage} from './category-mean-stage';
import {getDominantStage} from './dominant-stage';
import {getGatedStage} from './gated-stage';
import type {CategoryCounts, Diagnosis, EngineAnswers, Fraction, Model, StageCounts} from './model';
import {findNearestBenchmark} from './nearest-benchmark';
import {placeStage} from './place-stage';

/**
 * Reads the same answers by our rule and by four others, to show how far the result hangs on ours.
 * Assumes stages and categories counted from these answers; unknown measures are not in place, and the nearest
 * benchmark leaves them out. Source: METHOD.md: What else a diagnosis holds (rules).
 */
export function getRules(
  model: Model,
  answers: EngineAnswers,
  stages: readonly StageCounts[],
  categories: readonly (readonly CategoryCounts[])[],
  threshold: Fraction,
): Diagnosis['rules'] {
  return {
    frontier: placeStage(stages, ({met}) => met),
    gated: getGatedStage(stages),
    dominant: getDominantStage(stages),
    byCategory: getCategoryMeanStage(stages, categories, threshold),
    nearestBenchmark: findNearestBenchmark(model, answers),
  };
}
