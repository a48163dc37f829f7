import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {GET} from '@/app/api/v1/health/route';
import en from '@/content/messages/en.json';
import {databaseProvider, getClient} from '@/lib/db/client';
import {checkDatabase} from '@/lib/db/health';
import {write} from '@/lib/db/write';
import {serverState} from '@/lib/http/server-state';
import {getLogger} from '@/lib/log/logger';
import {listMigrationNames} from '@/prisma/migration-names';
import {ORGANISATION, useTestDatabase} from '../support/test-database';

useTestDatabase();

const known = () => listMigrationNames(databaseProvider());
const ask = async () => {
  const response = await GET(new Request('http://localhost/api/v1/health', {headers: {'accept-language': 'en'}}));
  return {status: response.status, cache: response.headers.get('cache-control'), body: (await response.json()) as Record<string, unknown>};
};

let now = Date.now();

// An outcome is told again for a second; each test asks anew.
beforeEach(() => {
  vi.spyOn(performance, 'now').mockReturnValue((now += 60_000));
  Object.assign(serverState(), {version: '1.2.3', migrations: known(), stopping: false});
});
afterEach(() => vi.restoreAllMocks());

describe('health', () => {
  it('is well when a read and a write went through', async () => {
    const before = await getClient().organisation.findUnique({where: {id: ORGANISATION}});
    const {status, cache, body} = await ask();
    const database = {status: 'ok', kind: databaseProvider(), migration: known().at(-1), current: true, readable: true, writable: true};
    expect({status, cache}).toEqual({status: 200, cache: 'no-store'});
    expect(body).toEqual({status: 'ok', version: '1.2.3', uptime: expect.any(Number), database});
    expect(await getClient().organisation.findUnique({where: {id: ORGANISATION}})).toEqual(before);
  });

  it('says so when the server is about to end', async () => {
    serverState().stopping = true;
    const {status, body} = await ask();
    expect(status).toBe(503);
    expect(body).toMatchObject({status: 'stopping', reason: 'stopping', message: en.operations.stopping, database: {status: 'ok'}});
  });

  it.each([
    ['schema-behind', () => [...known(), '99990101000000_later']],
    ['schema-ahead', () => known().slice(0, -1)],
  ] as const)('tells of a %s', async (reason, migrations) => {
    serverState().migrations = migrations();
    const {status, body} = await ask();
    expect(status).toBe(503);
    expect(body).toMatchObject({status: 'failing', reason, message: en.operations[reason], database: {current: false, readable: true, writable: false}});
  });

  it('logs a failure that it does not know, and shows its id only', async () => {
    const logged = vi.spyOn(getLogger(), 'error').mockImplementation(() => {});
    const query = vi.spyOn(getClient(), '$queryRaw').mockImplementation((() => Promise.reject(new Error('secret words'))) as never);
    const {status, body} = await ask();
    expect(query).toHaveBeenCalled();
    expect(status).toBe(503);
    expect(body).toMatchObject({reason: 'database-failing', id: expect.stringMatching(/^[0-9a-f]{12}$/)});
    expect(JSON.stringify([body, logged.mock.calls])).not.toContain('secret');
    expect(logged.mock.calls[0]?.[0]).toMatchObject({id: body.id});
  });

  it('does not wait for a database that does not answer', async () => {
    const begin = performance.now();
    vi.spyOn(getClient(), '$queryRaw').mockImplementation((() => new Promise((resolve) => setTimeout(resolve, 4000, []))) as never);
    const [one, two] = await Promise.all([checkDatabase(known()), checkDatabase(known())]);
    expect(performance.now() - begin).toBeLessThan(3500);
    expect([one, two]).toMatchObject([{failure: 'database-slow'}, {failure: 'database-slow'}]);
    // Those who ask meanwhile wait for the same check.
    expect(getClient().$queryRaw).toHaveBeenCalledTimes(1);
    await new Promise((resolve) => setTimeout(resolve, 2500));
  });

  it('asks the database once a second at most', async () => {
    const queries = vi.spyOn(getClient(), '$queryRaw');
    await Promise.all(Array.from({length: 20}, () => ask()));
    await ask();
    expect(queries).toHaveBeenCalledTimes(1);
    vi.mocked(performance.now).mockReturnValue((now += 1001));
    await ask();
    expect(queries).toHaveBeenCalledTimes(2);
  });

  it('is well while others save', async () => {
    const saving = write(async (tx) => {
      await tx.organisation.update({where: {id: ORGANISATION}, data: {name: 'local office'}});
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect((await ask()).status).toBe(200);
    await saving;
    expect(await getClient().organisation.findUnique({where: {id: ORGANISATION}})).toMatchObject({name: 'local office'});
  });
});
