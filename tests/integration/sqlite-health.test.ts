import {existsSync, renameSync, statSync} from 'node:fs';
import {expect, it, vi} from 'vitest';
import {getClient} from '@/lib/db/client';
import {closeDatabase} from '@/lib/db/close-database';
import {checkDatabase} from '@/lib/db/health';
import {getEnv} from '@/lib/env';
import {listMigrationNames} from '@/prisma/migration-names';
import {makeProfile, useTestDatabase} from '../support/test-database';

useTestDatabase();

const known = listMigrationNames('sqlite');
const fileOf = () => getEnv().databaseUrl.slice('file:'.length);
let now = Date.now();
const check = () => {
  vi.spyOn(performance, 'now').mockReturnValue((now += 60_000));
  return checkDatabase(known).finally(() => vi.restoreAllMocks());
};

it('tells of a file that was taken away, makes no other in its place, and is well when it is back', async () => {
  expect(await check()).toMatchObject({writable: true});
  await closeDatabase();
  const file = fileOf();
  renameSync(file, `${file}.away`);
  expect(await check()).toMatchObject({failure: 'database-missing', readable: false, writable: false});
  expect(existsSync(file)).toBe(false);
  renameSync(`${file}.away`, file);
  expect(await check()).toMatchObject({current: true, writable: true});
});

it('tells of a file that can be read but not written', async () => {
  await getClient().$queryRaw`PRAGMA query_only = ON`;
  const health = await check();
  await getClient().$queryRaw`PRAGMA query_only = OFF`;
  expect(health).toMatchObject({failure: 'database-unwritable', current: true, readable: true, writable: false});
  expect(await check()).toMatchObject({writable: true});
});

it('leaves the file whole, with nothing in its log, when it is closed', async () => {
  await makeProfile();
  expect(statSync(`${fileOf()}-wal`).size).toBeGreaterThan(0);
  await closeDatabase();
  expect(existsSync(`${fileOf()}-wal`) && statSync(`${fileOf()}-wal`).size > 0).toBe(false);
  expect(await getClient().countyProfile.count()).toBe(1);
});
