import {expect, it, vi} from 'vitest';
import {getClient} from '@/lib/db/client';
import {prepareDatabase} from '@/prisma/prepare-database';
import {START_LIMIT, startAppServer} from '../support/app-server';
import {startPostgres} from '../support/postgres.mjs';
import {expectAllFound, startStorm} from '../support/save-storm';
import {makePlaces} from '../support/storm-database';

const KILLS = 5;

it(`loses no acknowledged save and stores none twice when PostgreSQL is killed ${KILLS} times in a storm`, async () => {
  const server = await startPostgres();
  if (!server) throw new Error('PostgreSQL is not installed');
  const url = await server.createDatabase('county');
  vi.stubEnv('DATABASE_URL', url);
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    await prepareDatabase(url);
    said.mockRestore();
    const places = await makePlaces(3, 4);
    await getClient().$disconnect();
    const app = await startAppServer(url);
    try {
      const storm = startStorm([app.url], places);
      let cut = 0;
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const before = storm.acknowledged.length;
        await expect.poll(() => storm.acknowledged.length, {timeout: 60_000, interval: 5}).toBeGreaterThan(before + 40);
        if (storm.running() > 0) cut += 1;
        await server.stop('SIGKILL');
        // Not before the last of its processes has found out that they are alone.
        await vi.waitFor(() => server.start(), {timeout: 60_000, interval: 200});
      }
      const before = storm.acknowledged.length;
      await expect.poll(() => storm.acknowledged.length, {timeout: 60_000}).toBeGreaterThan(before + 40);
      await storm.finish();
      expect(await app.end('SIGTERM')).toBe(0);
      expect(cut).toBe(KILLS);
      await expectAllFound(`PostgreSQL killed ${KILLS} times`, url, storm);
    } finally {
      await app.stop();
    }
  } finally {
    await server.remove();
    vi.unstubAllEnvs();
  }
}, START_LIMIT + 180_000);
