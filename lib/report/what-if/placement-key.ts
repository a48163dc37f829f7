/** The key of a place in a trial’s `placements`. */
export function placementKey({low, high, entering}: {low: number; high: number; entering: boolean}): string {
  return entering && low === high ? 'entering' : `${low}-${high}`;
}
