import {compareFractions} from './fraction';
import type {Diagnosis, StageCounts} from './model';
import {getThresholdRange} from './threshold-range';

/**
 * Gives the thresholds `(above, upTo]` under which the frontier rule places every county where its source does.
 * Assumes each county's counts, whose own threshold does not matter, and the stage at which the source places it;
 * fractions in lowest terms, `(0, 1]` without counties, and null where no threshold does.
 * Source: METHOD.md: Where it comes from, and what is ours.
 */
export function findReproducingThresholds(
  counties: readonly {readonly stages: readonly StageCounts[]; readonly placed: number}[],
): Diagnosis['thresholdRange'] | null {
  let {above, upTo}: Diagnosis['thresholdRange'] = {above: [0, 1], upTo: [1, 1]};
  for (const {stages, placed} of counties) {
    const range = getThresholdRange(stages, placed);
    if (compareFractions(range.above, above) > 0) above = range.above;
    if (compareFractions(range.upTo, upTo) < 0) upTo = range.upTo;
  }
  return compareFractions(above, upTo) < 0 ? {above, upTo} : null;
}
