/** The longest wait between two tries, in milliseconds. */
export const LONGEST_WAIT = 30_000;

/**
 * How long to wait after so many tries in vain (1 or more), in milliseconds: twice as long each time up to LONGEST_WAIT,
 * and by `chance` (0 to 1) down to half of that, so that many browsers don't come back in the same moment.
 */
export function waitAfter(tries: number, chance: number): number {
  const full = Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(tries - 1, 10));
  return Math.round(full / 2 + (full / 2) * chance);
}
