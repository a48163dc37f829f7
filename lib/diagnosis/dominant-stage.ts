import {getCoverage} from './coverage';
import {compareFractions} from './fraction';
import type {Fraction, StageCounts} from './model';

/**
 * Gives the stage with the highest coverage, the lower one on a tie.
 * Assumes stages by rising number, starting at 1; unknown measures are not in place, and a stage without an
 * applicable measure has coverage 0. Source: METHOD.md: What else a diagnosis holds (rules, dominant).
 */
export function getDominantStage(stages: readonly StageCounts[]): number {
  let dominant = 1;
  let highest: Fraction = [0, 1];
  for (const stage of stages) {
    const coverage = getCoverage(stage);
    if (compareFractions(coverage, highest) > 0) {
      dominant = stage.stage;
      highest = coverage;
    }
  }
  return dominant;
}
