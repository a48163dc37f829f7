import {existsSync, renameSync} from 'node:fs';
import {expect, it} from 'vitest';
import {START_LIMIT, startAppServer} from '../support/app-server';
import {expectAllFound, startStorm} from '../support/save-storm';
import {copyDatabase, makePlaces} from '../support/storm-database';
import {useTestDatabase} from '../support/test-database';

useTestDatabase();

const UNWRITABLE = '503 database-unwritable';

// Only there may a file be moved that a program has open.
it.skipIf(process.platform === 'win32')('refuses saves while the file lies elsewhere, makes no other in its place, and takes them when it is back', async () => {
  const places = await makePlaces(1, 4);
  const {url, file, remove} = await copyDatabase();
  const app = await startAppServer(url);
  try {
    const storm = startStorm([app.url], places);
    await expect.poll(() => storm.acknowledged.length, {timeout: 60_000}).toBeGreaterThan(20);
    renameSync(file, `${file}.away`);
    await expect.poll(() => storm.refusals.get(UNWRITABLE) ?? 0, {timeout: 60_000}).toBeGreaterThan(20);
    const saved = storm.acknowledged.length;
    expect(await (await fetch(`${app.url}/api/v1/health`)).json()).toMatchObject({reason: 'database-missing'});
    expect(storm.acknowledged).toHaveLength(saved);
    expect(existsSync(file)).toBe(false);
    renameSync(`${file}.away`, file);
    await expect.poll(() => storm.acknowledged.length, {timeout: 60_000}).toBeGreaterThan(saved + 20);
    await storm.finish();
    expect(await app.end('SIGTERM')).toBe(0);
    await expectAllFound('SQLite, file moved away for a while', url, storm);
  } finally {
    await app.stop();
    remove();
  }
}, START_LIMIT + 120_000);
