import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, it} from 'vitest';
import {type AppServer, START_LIMIT, startAppServer} from '../support/app-server';
import {type Storm, expectAllFound, startStorm} from '../support/save-storm';
import {copyDatabase, makePlaces} from '../support/storm-database';
import {useTestDatabase} from '../support/test-database';

useTestDatabase();

const FULL = '503 database-unwritable';
const can = (command: string, ...args: string[]) => {
  try {
    execFileSync(command, args, {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
};

/** Fills up what a storm writes to and makes room again, twice; each time saves are refused, then taken. */
async function fillAndEmpty(storm: Storm, fill: () => void, empty: () => void): Promise<void> {
  for (let round = 1; round <= 2; round += 1) {
    const [before, saved] = [storm.refusals.get(FULL) ?? 0, storm.acknowledged.length];
    await expect.poll(() => storm.acknowledged.length, {timeout: 60_000}).toBeGreaterThan(saved + 20);
    fill();
    await expect.poll(() => storm.refusals.get(FULL) ?? 0, {timeout: 60_000}).toBeGreaterThan(before + 20);
    empty();
  }
  const saved = storm.acknowledged.length;
  await expect.poll(() => storm.acknowledged.length, {timeout: 60_000}).toBeGreaterThan(saved + 20);
}

it.skipIf(!can('prlimit', '--version'))('refuses saves beyond the size that files may have, loses none before, and takes them when there is room again', async () => {
  const places = await makePlaces(2, 4);
  const {url, remove} = await copyDatabase();
  const app = await startAppServer(url);
  try {
    const storm = startStorm([app.url], places);
    const limit = (size: string) => execFileSync('prlimit', ['--pid', String(app.pid()), `--fsize=${size}:unlimited`]);
    // The file of the last commits grows to some 4 MB before it starts again.
    await fillAndEmpty(storm, () => limit(String(64 * 1024)), () => limit('unlimited'));
    await storm.finish();
    expect(await app.end('SIGTERM')).toBe(0);
    await expectAllFound('SQLite, files at their limit twice', url, storm);
  } finally {
    await app.stop();
    remove();
  }
}, START_LIMIT + 120_000);

// A file system of its own is given to the superuser only, and not in every container.
const folder = mkdtempSync(path.join(tmpdir(), 'county-full-'));
const mounted = can('mount', '-t', 'tmpfs', '-o', 'size=12m', 'county-full', folder) && can('umount', folder);
rmSync(folder, {recursive: true, force: true});

it.skipIf(!mounted)('does so on a disk that is full', async () => {
  const places = await makePlaces(2, 4);
  const {file: original, remove} = await copyDatabase();
  const disk = mkdtempSync(path.join(tmpdir(), 'county-full-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'county-full', disk]);
  const file = path.join(disk, 'county.db');
  let app: AppServer | undefined;
  try {
    copyFileSync(original, file);
    app = await startAppServer(`file:${file}`);
    const storm = startStorm([app.url], places);
    const ballast = path.join(disk, 'ballast');
    const fill = () => {
      try {
        writeFileSync(ballast, Buffer.alloc(16 * 1024 * 1024));
      } catch (error) {
        expect(error).toMatchObject({code: 'ENOSPC'});
      }
    };
    await fillAndEmpty(storm, fill, () => rmSync(ballast));
    await storm.finish();
    expect(await app.end('SIGTERM')).toBe(0);
    await expectAllFound('SQLite, disk full twice', `file:${file}`, storm);
  } finally {
    await app?.stop();
    // Lazily, for this process has had a look at the file.
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, {recursive: true, force: true});
    remove();
  }
}, START_LIMIT + 120_000);
