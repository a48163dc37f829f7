import 'server-only';
import {randomUUID} from 'node:crypto';

/** Logs an unexpected error once, as one JSON line, and returns the id that the page shows instead of it. */
export function logError(error: unknown): string {
  const id = randomUUID().slice(0, 8);
  const {name, message, stack} = error instanceof Error ? error : new Error(String(error));
  console.error(JSON.stringify({level: 'error', id, time: new Date().toISOString(), name, message, stack}));
  return id;
}
