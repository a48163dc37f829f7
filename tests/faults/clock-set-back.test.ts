import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect, it} from 'vitest';
import {createClient} from '@/lib/db/client';
import {START_LIMIT, startAppServer} from '../support/app-server';
import {expectAllFound, startStorm} from '../support/save-storm';
import {copyDatabase, makePlaces} from '../support/storm-database';
import {useTestDatabase} from '../support/test-database';

useTestDatabase();

const clock = pathToFileURL(path.resolve(import.meta.dirname, '../support/set-back-clock.mjs')).href;

it('keeps the order of log and revisions when the clock is set back by days in a storm', async () => {
  const places = await makePlaces(2, 4);
  const {url, remove} = await copyDatabase();
  const app = await startAppServer(url, {variables: {NODE_OPTIONS: `--import=${clock}`}});
  try {
    const storm = startStorm([app.url], places);
    for (let day = 1; day <= 3; day += 1) {
      const before = storm.acknowledged.length;
      await expect.poll(() => storm.acknowledged.length, {timeout: 60_000}).toBeGreaterThan(before + 30);
      process.kill(app.pid(), 'SIGUSR2');
    }
    const before = storm.acknowledged.length;
    await expect.poll(() => storm.acknowledged.length, {timeout: 60_000}).toBeGreaterThan(before + 30);
    const health = await fetch(`${app.url}/api/v1/health`);
    expect(health.status).toBe(200);
    await storm.finish();
    expect(await app.end('SIGTERM')).toBe(0);
    expect(await countDaysBack(url, places[0]?.id ?? '')).toBe(3);
    // Positions, revisions, and that each entry goes on from the one before it.
    await expectAllFound('SQLite, clock set back by three days', url, storm);
  } finally {
    await app.stop();
    remove();
  }
}, START_LIMIT + 120_000);

/** How many entries of a log bear a time of an earlier day than the one before them. */
async function countDaysBack(url: string, assessmentId: string): Promise<number> {
  const client = createClient(url);
  const times = (await client.answerChange.findMany({where: {assessmentId}, orderBy: {position: 'asc'}, select: {at: true}})).map(({at}) => at.getTime());
  await client.$disconnect();
  return times.filter((at, index) => (times[index - 1] ?? 0) - at > 80_000_000).length;
}
