/** Most counties that are compared at once. */
export const COMPARE_LIMIT = 8;

/** A chosen county of a comparison's address: a profile or a benchmark. */
export type CompareKey = {readonly kind: 'profile' | 'benchmark'; readonly id: string};

/** How a profile is named in a comparison's address. */
export function profileKey(id: string): string {
  return `p:${id}`;
}

/** How a benchmark county is named in a comparison's address. */
export function benchmarkKey(id: string): string {
  return `b:${id}`;
}

/** Reads the keys of an address in their order; repeated ones count once, malformed ones are told apart. */
export function parseCompareKeys(given: readonly string[]): {keys: CompareKey[]; malformed: string[]} {
  const keys: CompareKey[] = [];
  const malformed: string[] = [];
  for (const text of new Set(given)) {
    const match = /^([pb]):([A-Za-z0-9-]{1,64})$/.exec(text);
    if (match?.[1] && match[2]) keys.push({kind: match[1] === 'p' ? 'profile' : 'benchmark', id: match[2]});
    else malformed.push(text);
  }
  return {keys, malformed};
}
