import {expect, it} from 'vitest';
import {START_LIMIT, startAppServer} from '../support/app-server';
import {expectAllFound, startStorm} from '../support/save-storm';
import {copyDatabase, makePlaces} from '../support/storm-database';
import {useTestDatabase} from '../support/test-database';

useTestDatabase();

const KILLS = 50;

it(`loses no acknowledged save and stores none twice when the server is killed ${KILLS} times in a storm`, async () => {
  const places = await makePlaces(3, 4);
  const {url, remove} = await copyDatabase();
  const app = await startAppServer(url);
  try {
    const storm = startStorm([app.url], places);
    let cut = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      // Only one that has begun to save is in the middle of it.
      const before = storm.acknowledged.length;
      await expect.poll(() => storm.acknowledged.length, {timeout: 30_000, interval: 5}).toBeGreaterThan(before + (kill % 5) * 4);
      await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 40));
      if (storm.running() > 0) cut += 1;
      await app.end('SIGKILL');
      await app.revive();
    }
    await storm.finish();
    expect(await app.end('SIGTERM')).toBe(0);
    expect(cut).toBeGreaterThan(KILLS * 0.9);
    await expectAllFound(`SQLite, server killed ${KILLS} times, ${cut} of them with saves under way`, url, storm);
  } finally {
    await app.stop();
    remove();
  }
}, START_LIMIT + KILLS * 20_000);
