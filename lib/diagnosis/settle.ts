import type {Diagnosis, StageCounts} from './model';

/**
 * Tells how many unknown measures of the stage `high` must turn out in place to confirm that stage, and how many
 * not in place to rule it out.
 * Assumes the interval of these counts; numbers of measures; null where low = high.
 * Source: METHOD.md: What else a diagnosis holds (settle).
 */
export function countToSettle(stages: readonly StageCounts[], interval: Diagnosis['interval']): Diagnosis['settle'] {
  if (interval.low === interval.high) return null;
  const open = stages.find(({stage}) => stage === interval.high);
  if (open === undefined) return null;
  const inPlace = open.needed - open.inPlace;
  return {stage: open.stage, inPlace, notInPlace: open.unknown - inPlace + 1};
}
