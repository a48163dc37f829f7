import 'server-only';
import {stat} from 'node:fs/promises';

/** By its path, which file was opened there: a page's and a route's copy of this module share it. */
const kept = globalThis as {openedFiles?: Map<string, string>};
const opened = (kept.openedFiles ??= new Map());

/** Notes which file the driver has opened at a path, the first time that it does. */
export async function noteOpenedFile(file: string): Promise<void> {
  const identity = await identify(file);
  if (identity !== null && !opened.has(file)) opened.set(file, identity);
}

/**
 * Whether an SQLite file lies where it was opened. One that was moved, removed or replaced stays open all the same and
 * takes what nobody will find again; the one that lies there now may hold other answers.
 */
export async function isFileInPlace(file: string): Promise<boolean> {
  const identity = await identify(file);
  return identity !== null && identity === (opened.get(file) ?? identity);
}

/** What tells a file from another of the same name; null where there is none. */
async function identify(file: string): Promise<string | null> {
  const found = await stat(file, {bigint: true}).catch(() => null);
  return found && `${found.dev}.${found.ino}`;
}
