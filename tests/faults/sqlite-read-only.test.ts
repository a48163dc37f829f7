import {execFileSync} from 'node:child_process';
import {chmodSync, readFileSync, readdirSync} from 'node:fs';
import {expect, it} from 'vitest';
import {START_LIMIT, startAppServer} from '../support/app-server';
import {expectAllFound, startStorm} from '../support/save-storm';
import {copyDatabase, makePlaces} from '../support/storm-database';
import {useTestDatabase} from '../support/test-database';

useTestDatabase();

const UNWRITABLE = '503 database-unwritable';

/** What makes the superuser heed the rights of files, too; null where there is no such thing. */
function heedRights(): string[] | null {
  if (process.getuid?.() !== 0) return [];
  const prefix = ['setpriv', '--bounding-set=-dac_override'];
  try {
    execFileSync('setpriv', [...prefix.slice(1), 'true'], {stdio: 'ignore'});
    return prefix;
  } catch {
    return null;
  }
}

const prefix = heedRights();

it.skipIf(prefix === null)('refuses saves while file and folder may not be written, and takes them when they may', async () => {
  const places = await makePlaces(1, 4);
  const {url, file, folder, remove} = await copyDatabase();
  const app = await startAppServer(url, {prefix: prefix ?? []});
  const allow = (allowed: boolean) => {
    for (const name of readdirSync(folder)) chmodSync(`${folder}/${name}`, allowed ? 0o600 : 0o400);
    chmodSync(folder, allowed ? 0o700 : 0o500);
  };
  try {
    const storm = startStorm([app.url], places);
    await expect.poll(() => storm.acknowledged.length, {timeout: 60_000}).toBeGreaterThan(20);
    allow(false);
    await expect.poll(() => storm.refusals.get(UNWRITABLE) ?? 0, {timeout: 60_000}).toBeGreaterThan(20);
    const saved = storm.acknowledged.length;
    allow(true);
    await expect.poll(() => storm.acknowledged.length, {timeout: 60_000}).toBeGreaterThan(saved + 20);
    await storm.finish();
    expect(await app.end('SIGTERM')).toBe(0);
    await expectAllFound('SQLite, file read-only for a while', url, storm);

    allow(false);
    const before = readFileSync(file);
    await expect(startAppServer(url, {prefix: prefix ?? []})).rejects.toThrow(/ended with 1 before it served[\s\S]*can’t be written; check the rights[\s\S]*不可写/);
    expect(readFileSync(file).equals(before)).toBe(true);
    allow(true);
  } finally {
    await app.stop();
    remove();
  }
}, START_LIMIT + 120_000);
