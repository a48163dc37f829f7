import {ceilTimes} from './fraction';
import {isMet} from './is-met';
import type {CategoryCounts, Counts, Fraction, Model, StageCounts} from './model';

/**
 * Adds the counts of each stage's categories and says how many measures the stage needs and whether it is met.
 * Assumes `categories` as `countCategories` gives them for the same model; a stage without categories counts 0
 * everywhere and, like one without an applicable measure, is not met. Source: METHOD.md: Counting.
 */
export function countStages(
  model: Model,
  categories: readonly (readonly CategoryCounts[])[],
  threshold: Fraction,
): readonly StageCounts[] {
  return model.stages.map(({stage, code}, index) => {
    const counts = addUp(categories[index] ?? []);
    const needed = ceilTimes(threshold, counts.applicable);
    return {stage, code, ...counts, needed, met: isMet(counts.inPlace, counts.applicable, threshold)};
  });
}

function addUp(parts: readonly Counts[]): Counts {
  const sum = {
    measures: 0,
    applicable: 0,
    inPlace: 0,
    underWay: 0,
    notInPlace: 0,
    unknown: 0,
    notApplicable: 0,
    evidenced: 0,
  };
  for (const part of parts) {
    sum.measures += part.measures;
    sum.applicable += part.applicable;
    sum.inPlace += part.inPlace;
    sum.underWay += part.underWay;
    sum.notInPlace += part.notInPlace;
    sum.unknown += part.unknown;
    sum.notApplicable += part.notApplicable;
    sum.evidenced += part.evidenced;
  }
  return sum;
}
