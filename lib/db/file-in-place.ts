import 'server-only';
import {statSync} from 'node:fs';

/** By its path, which file was opened there: a page's and a route's copy of this module share it. */
const kept = globalThis as {openedFiles?: Map<string, string>};
const opened = (kept.openedFiles ??= new Map());

/** Notes which file the driver has opened at a path, the first time that it does. */
export function noteOpenedFile(file: string): void {
  const identity = identify(file);
  if (identity !== null && !opened.has(file)) opened.set(file, identity);
}

/**
 * Whether an SQLite file lies where it was opened. One that was moved, removed or replaced stays open all the same and
 * takes what nobody will find again; the one that lies there now may hold other answers.
 */
export function isFileInPlace(file: string): boolean {
  const identity = identify(file);
  return identity !== null && identity === (opened.get(file) ?? identity);
}

/** @throws Error with the code `DatabaseFileMoved` unless `isFileInPlace` */
export function requireFileInPlace(file: string): void {
  if (!isFileInPlace(file)) throw Object.assign(new Error('the database file does not lie where it was opened'), {code: 'DatabaseFileMoved'});
}

/** What tells a file from another of the same name; null where there is none. */
function identify(file: string): string | null {
  const found = statSync(file, {bigint: true, throwIfNoEntry: false});
  return found ? `${found.dev}.${found.ino}` : null;
}
