/**
 * The lower median of whole numbers: the middle one in order, the lower of the two middle ones of an even count.
 * Null for none. Source: METHOD.md: Cluster traits and the match.
 */
export function getLowerMedian(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}
