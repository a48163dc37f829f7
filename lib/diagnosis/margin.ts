import type {Diagnosis, StageCounts} from './model';

/**
 * Tells how many measures lie between the current stage and each higher one, and between it and a fall.
 * Assumes `current` is the stage of these counts by the frontier rule; numbers of measures, unknown ones not in
 * place; higher stages without an applicable measure are left out, and `down` is null at stage 1.
 * Source: METHOD.md: What else a diagnosis holds (margin).
 */
export function getMargin(stages: readonly StageCounts[], current: number): Diagnosis['margin'] {
  const up = stages
    .filter(({stage, applicable}) => stage > current && applicable > 0)
    .map(({stage, needed, inPlace}) => ({stage, measures: needed - inPlace}));
  const own = current > 1 ? stages.find(({stage}) => stage === current) : undefined;
  return {up, down: own === undefined ? null : own.inPlace - own.needed + 1};
}
