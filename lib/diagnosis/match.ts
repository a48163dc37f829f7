/** E-commerce beside the cluster it serves: behind it, level with it, ahead of it. */
export const MATCHES = ['lagging', 'matched', 'leading'] as const;
export type Match = (typeof MATCHES)[number];

/**
 * Tells what a pair of stages means: e-commerce stage minus cluster stage, below 0, 0 or above 0.
 * Source: METHOD.md: Cluster traits and the match.
 */
export function getMatch(ecommerce: number, cluster: number): Match {
  if (ecommerce < cluster) return 'lagging';
  return ecommerce === cluster ? 'matched' : 'leading';
}
