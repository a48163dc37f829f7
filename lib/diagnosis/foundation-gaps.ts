import type {StageCounts} from './model';

/**
 * Lists the stages below the current one that are not met, rising.
 * Assumes stages by rising number; unknown measures are not in place, and a stage without an applicable measure is
 * not met, so it is listed. Source: METHOD.md: The stage (frontier rule).
 */
export function listFoundationGaps(stages: readonly StageCounts[], current: number): readonly number[] {
  return stages.filter(({stage, met}) => stage < current && !met).map(({stage}) => stage);
}
