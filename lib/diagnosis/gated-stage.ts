import type {StageCounts} from './model';

/**
 * Gives the highest stage such that every stage up to it is met, at least 1.
 * Assumes stages by rising number, starting at 1; unknown measures are not in place.
 * Source: METHOD.md: What else a diagnosis holds (rules, gated).
 */
export function getGatedStage(stages: readonly StageCounts[]): number {
  const firstUnmet = stages.findIndex(({met}) => !met);
  return Math.max(1, firstUnmet === -1 ? stages.length : firstUnmet);
}
