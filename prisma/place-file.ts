import {closeSync, copyFileSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';

/** Makes a folder with those above it; in a system folder such as /proc a plain recursive mkdir would never end. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** The size of a regular file; null where there is none. */
export function fileSize(file: string): number | null {
  const found = statSync(file, {throwIfNoEntry: false});
  return found ? found.size : null;
}

/** Makes sure that a file's bytes are on the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes sure that a folder's names are on the disk, where the system can. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Gives a finished file its name, all at once; a file that has the name already is never overwritten.
 * @throws NodeJS.ErrnoException `EEXIST`
 */
export function placeNew(finished: string, name: string): void {
  syncFile(finished);
  linkNew(finished, name);
  rmSync(finished, {force: true});
  syncFolder(path.dirname(name));
}

/** Puts a finished file in the place of another, all at once. */
export function placeOver(finished: string, name: string): void {
  syncFile(finished);
  renameSync(finished, name);
  syncFolder(path.dirname(name));
}

/** Gives a file a second name, under which it stays when the first is given to another. */
export function linkNew(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    // File systems such as those of memory sticks know one name a file only.
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(String((error as NodeJS.ErrnoException).code))) throw error;
    if (existsSync(name)) throw Object.assign(new Error(`EEXIST: ${name}`), {code: 'EEXIST'});
    copyFileSync(file, name);
  }
}

/** A moment as it stands in a file's name, by the clock on the wall: 20260501-093000. */
export function fileStamp(now: Date): string {
  const digits = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}${digits(now.getMonth() + 1)}${digits(now.getDate())}-${digits(now.getHours())}${digits(now.getMinutes())}${digits(now.getSeconds())}`;
}

/** The first of `base.ext`, `base-2.ext`, `base-3.ext` … that no file has yet. */
export function freeName(base: string, extension: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${base}${extension}` : `${base}-${number}${extension}`;
    if (!existsSync(name)) return name;
  }
}
