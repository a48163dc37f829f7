import {getLowerMedian} from './lower-median';

/** Where the traits place a cluster; `known` and `unknown` are numbers of traits. */
export type ClusterStage = {
  readonly stage: number;
  readonly interval: {readonly low: number; readonly high: number};
  readonly known: number;
  readonly unknown: number;
};

/**
 * Places a cluster by its traits, each the stage whose description fits it, null where that is not known.
 * Assumes stages 1 to `highest`. The stage is the lower median of the known traits; the interval, which holds it,
 * the lower medians with all unknown at stage 1 and at the highest: exact bounds over everything that the unknown
 * traits can turn out to be, and every stage between them can come about. Null when no trait is known: from nothing
 * there is no stage to tell, and an interval of all stages would say no more. Source: METHOD.md: Cluster traits and the match.
 */
export function getClusterStage(traits: readonly (number | null)[], highest: number): ClusterStage | null {
  const known = traits.filter((trait) => trait !== null);
  const stage = getLowerMedian(known);
  if (stage === null) return null;
  const readAt = (unknown: number) => getLowerMedian(traits.map((trait) => trait ?? unknown)) ?? stage;
  return {stage, interval: {low: readAt(1), high: readAt(highest)}, known: known.length, unknown: traits.length - known.length};
}
