import {createHash} from 'node:crypto';

/**
 * SHA-256 of a value's canonical JSON (object keys sorted), as 64 hex digits. Layout, comments and
 * key order of the file it came from don't matter; every word and number does.
 */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sortKeys)).digest('hex');
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
