import {countReading} from './count-reading';
import {isMet} from './is-met';
import type {Diagnosis, Fraction, StageCounts} from './model';
import {placeStage} from './place-stage';

/**
 * Gives the stage by the frontier rule on four countings of the same answers.
 * Assumes all stages of one answer set; an unknown measure counts for nothing in each of them.
 * Source: METHOD.md: What else a diagnosis holds (readings).
 */
export function getReadings(stages: readonly StageCounts[], threshold: Fraction): Diagnosis['readings'] {
  const place = (reading: keyof Diagnosis['readings']) =>
    placeStage(stages, (counts) => isMet(...countReading(reading, counts), threshold));
  return {claimed: place('claimed'), strict: place('strict'), evidenced: place('evidenced'), outlook: place('outlook')};
}
