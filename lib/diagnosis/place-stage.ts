/**
 * Gives the highest stage that is met on the given reading, stage 1 if none is (the frontier rule).
 * Assumes stages by rising number, starting at 1; what `isMetStage` counts decides what missing answers give.
 * Source: METHOD.md: The stage (frontier rule).
 */
export function placeStage<S extends {readonly stage: number}>(
  stages: readonly S[],
  isMetStage: (stage: S) => boolean,
): number {
  return stages.findLast(isMetStage)?.stage ?? 1;
}
