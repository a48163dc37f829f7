import {isMet} from './is-met';
import type {Diagnosis, Fraction, StageCounts} from './model';
import {placeStage} from './place-stage';

/**
 * Gives the stage by the frontier rule on four countings of the same answers.
 * Assumes all stages of one answer set; an unknown measure counts for nothing in each of them.
 * Source: METHOD.md: What else a diagnosis holds (readings).
 */
export function getReadings(stages: readonly StageCounts[], threshold: Fraction): Diagnosis['readings'] {
  return {
    claimed: placeStage(stages, ({inPlace, applicable}) => isMet(inPlace, applicable, threshold)),
    strict: placeStage(stages, ({inPlace, measures}) => isMet(inPlace, measures, threshold)),
    evidenced: placeStage(stages, ({evidenced, applicable}) => isMet(evidenced, applicable, threshold)),
    outlook: placeStage(stages, ({inPlace, underWay, applicable}) => isMet(inPlace + underWay, applicable, threshold)),
  };
}
