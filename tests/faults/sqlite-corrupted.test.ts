import {copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {START_LIMIT, startAppServer} from '../support/app-server';
import {expectAllFound, startStorm} from '../support/save-storm';
import {copyDatabase, makePlaces} from '../support/storm-database';
import {useTestDatabase} from '../support/test-database';

useTestDatabase();

const REFUSED = /damaged\. It was left as it is; restore a [\s\S]*已损坏，程序没有改动它；请恢复备份/;

/** Overwrites part of a file with what is no page of a database. */
function scribble(file: string, at: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, at, at + length);
  writeFileSync(file, bytes);
}

it('refuses to start on a damaged file, says how to restore, and goes on with the copy', async () => {
  const places = await makePlaces(2, 10);
  const {url, file, remove} = await copyDatabase();
  const app = await startAppServer(url);
  try {
    const storm = startStorm([app.url], places);
    await expect.poll(() => storm.acknowledged.length, {timeout: 60_000}).toBeGreaterThan(200);
    await storm.finish();
    expect(await app.end('SIGTERM')).toBe(0);
    // All is in the one file.
    expect(existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0).toBe(0);
    const whole = `${file}.copy`;
    copyFileSync(file, whole);
    const {length} = readFileSync(file);
    const harms: [string, () => void][] = [
      ['header', () => scribble(file, 0, 100)],
      ['list of tables', () => scribble(file, 100, 200)],
      ['middle', () => scribble(file, Math.floor(length / 2), 8192)],
      ['a few bytes at the head of each of some pages', () => [0.3, 0.5, 0.8].forEach((part) => scribble(file, Math.floor((length * part) / 4096) * 4096, 16))],
      ['end', () => truncateSync(file, Math.floor(length / 3))],
    ];
    for (const [what, harm] of harms) {
      copyFileSync(whole, file);
      harm();
      const [damaged, said] = [readFileSync(file), app.stderr().length];
      await expect(app.revive(), what).rejects.toThrow('ended with 1 before it served');
      await expect.poll(() => app.stderr().slice(said), {message: what}).toMatch(REFUSED);
      expect(app.stderr().slice(said), what).toContain(file);
      expect(readFileSync(file).equals(damaged), what).toBe(true);
    }
    copyFileSync(whole, file);
    await app.revive();
    expect(await app.end('SIGTERM')).toBe(0);
    await expectAllFound(`SQLite, damaged in ${harms.length} ways and restored`, url, storm);
  } finally {
    await app.stop();
    remove();
  }
}, START_LIMIT + 180_000);
