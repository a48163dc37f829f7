import {getCoverage} from './coverage';
import {compareFractions, reduceFraction} from './fraction';
import type {Diagnosis, Fraction, StageCounts} from './model';

/**
 * Gives the thresholds `(above, upTo]` under which the stage stays, as fractions in lowest terms.
 * Assumes `current` is the stage of these counts by the frontier rule; unknown measures are not in place, stages
 * without an applicable measure have coverage 0, `above` is 0 without a higher stage and `upTo` is 1 at stage 1.
 * Source: METHOD.md: What else a diagnosis holds (thresholdRange).
 */
export function getThresholdRange(stages: readonly StageCounts[], current: number): Diagnosis['thresholdRange'] {
  let above: Fraction = [0, 1];
  let upTo: Fraction = [1, 1];
  for (const counts of stages) {
    const coverage = getCoverage(counts);
    if (counts.stage > current && compareFractions(coverage, above) > 0) above = coverage;
    if (counts.stage === current && current > 1) upTo = coverage;
  }
  return {above: reduceFraction(above), upTo: reduceFraction(upTo)};
}
