import {expect, it} from 'vitest';
import {START_LIMIT, startAppServer} from '../support/app-server';
import {expectAllFound, startStorm} from '../support/save-storm';
import {copyDatabase, makePlaces} from '../support/storm-database';
import {useTestDatabase} from '../support/test-database';

useTestDatabase();

it('loses nothing when two servers save into one file, the same answers among them, and one is killed', async () => {
  const places = await makePlaces(2, 4);
  const {url, remove} = await copyDatabase();
  const [first, second] = [await startAppServer(url), await startAppServer(url)];
  try {
    // Each place has an official at either server.
    const storm = startStorm([first.url, second.url], places.flatMap((place) => [place, place]));
    await expect.poll(() => storm.acknowledged.length, {timeout: 120_000}).toBeGreaterThan(200);
    await second.end('SIGKILL');
    const before = storm.acknowledged.length;
    await expect.poll(() => storm.acknowledged.length, {timeout: 60_000}).toBeGreaterThan(before + 50);
    await second.revive();
    await storm.finish();
    expect(storm.refusals.get('409 revision-conflict')).toBeGreaterThan(20);
    expect([await first.end('SIGTERM'), await second.end('SIGTERM')]).toEqual([0, 0]);
    await expectAllFound('SQLite, two servers on one file', url, storm);
  } finally {
    await Promise.all([first.stop(), second.stop()]);
    remove();
  }
}, START_LIMIT + 180_000);
