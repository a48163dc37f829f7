import {AsyncLocalStorage} from 'node:async_hooks';
import {randomUUID} from 'node:crypto';

// The server's own modules and those of the built pages are loaded apart, in one process; they share this.
const kept = globalThis as {requestIds?: AsyncLocalStorage<string>};
const requestIds = (kept.requestIds ??= new AsyncLocalStorage<string>());

/** What is taken from a proxy: an id of its own making, short and without anything that could carry text. */
const SANE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The id of a request: the one that a proxy gave it in X-Request-Id if that is sane, else a new one. */
export function takeRequestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && SANE_ID.test(given) ? given : makeId();
}

/** Twelve signs, short enough to be read out on the telephone. */
export function makeId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 12);
}

/** Runs the work of a request; whatever it calls finds the id by `currentRequestId`. */
export function withRequestId<T>(id: string, work: () => T): T {
  return requestIds.run(id, work);
}

/** The id of the request that is being worked on; undefined outside of one. */
export function currentRequestId(): string | undefined {
  return requestIds.getStore();
}
