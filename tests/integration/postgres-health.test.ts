import {afterAll, beforeAll, expect, it, vi} from 'vitest';
import {closeDatabase} from '@/lib/db/close-database';
import {getClient} from '@/lib/db/client';
import {checkDatabase} from '@/lib/db/health';
import {listMigrationNames} from '@/prisma/migration-names';
import {prepareDatabase} from '@/prisma/prepare-database';
import {type PostgresServer, startPostgres} from '../support/postgres.mjs';

const known = listMigrationNames('postgresql');
let server: PostgresServer;
let now = Date.now();

// A server of its own, which may be stopped.
beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('PostgreSQL is not installed');
  server = started;
  const url = await server.createDatabase('county');
  vi.stubEnv('DATABASE_URL', url);
  vi.spyOn(console, 'log').mockImplementation(() => {});
  await prepareDatabase(url);
});

afterAll(async () => {
  await closeDatabase().catch(() => {});
  await server?.remove();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const check = () => {
  vi.spyOn(performance, 'now').mockReturnValue((now += 60_000));
  return checkDatabase(known).finally(() => vi.restoreAllMocks());
};

it('tells of a server that went away, and is well when it is back', async () => {
  expect(await check()).toEqual({kind: 'postgresql', migration: known.at(-1), current: true, readable: true, writable: true});
  await server.stop('SIGQUIT');
  expect(await check()).toMatchObject({failure: 'database-unreachable', readable: false, writable: false});
  await server.start();
  expect(await check()).toMatchObject({writable: true});
});

it('tells of a server that only reads', async () => {
  await server.run('postgres', 'ALTER DATABASE county SET default_transaction_read_only = on');
  await closeDatabase();
  expect(await check()).toMatchObject({failure: 'database-unwritable', current: true, readable: true, writable: false});
  await server.run('postgres', 'ALTER DATABASE county RESET default_transaction_read_only');
  await closeDatabase();
  expect(await check()).toMatchObject({writable: true});
});

it('tells of tables that are held by another, within its time limit', async () => {
  const begin = performance.now();
  const held = server.run('county', 'BEGIN', 'LOCK TABLE "Organisation"', 'SELECT pg_sleep(3)', 'ROLLBACK');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await check()).toMatchObject({failure: 'database-slow'});
  expect(performance.now() - begin).toBeLessThan(2900);
  await held;
  expect(await getClient().organisation.count()).toBe(1);
});
