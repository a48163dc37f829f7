import {type Match, getMatch} from './match';

/** A stage with the interval that unknown answers leave open. */
export type PlacedStage = {readonly stage: number; readonly interval: {readonly low: number; readonly high: number}};

/** One pair of stages and what it means. */
export type MatchCell = {readonly cluster: number; readonly ecommerce: number; readonly match: Match};

/**
 * Lists the cells of the matrix that a county may stand in, by rising cluster stage, then rising e-commerce stage:
 * one when neither interval is open, else every pair of a stage of the one with a stage of the other.
 * Source: METHOD.md: Cluster traits and the match.
 */
export function listMatchCells(ecommerce: PlacedStage, cluster: PlacedStage): MatchCell[] {
  return listStages(cluster).flatMap((row) =>
    listStages(ecommerce).map((column) => ({cluster: row, ecommerce: column, match: getMatch(column, row)})),
  );
}

function listStages({interval: {low, high}}: PlacedStage): number[] {
  return Array.from({length: high - low + 1}, (_, index) => low + index);
}
