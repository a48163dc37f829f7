import {isMet} from './is-met';
import type {Diagnosis, Fraction, StageCounts} from './model';
import {placeStage} from './place-stage';

/**
 * Gives the stage with every unknown read as not in place (`low`) and as in place (`high`).
 * Assumes all stages of one answer set; the two are exact bounds over everything that the unknown measures can
 * turn out to be, not-applicable included. Source: METHOD.md: What else a diagnosis holds (interval).
 */
export function getInterval(stages: readonly StageCounts[], threshold: Fraction): Diagnosis['interval'] {
  return {
    low: placeStage(stages, ({inPlace, applicable}) => isMet(inPlace, applicable, threshold)),
    high: placeStage(stages, ({inPlace, unknown, applicable}) => isMet(inPlace + unknown, applicable, threshold)),
  };
}
