import pg from 'pg';
import {afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi} from 'vitest';
import {saveAnswer} from '@/lib/db/answers';
import {createAssessment, deleteDraft, getAssessmentOrThrow} from '@/lib/db/assessments';
import {classifyDatabaseError} from '@/lib/db/database-error';
import {getClient} from '@/lib/db/client';
import {createProfile, listProfiles} from '@/lib/db/profiles';
import {write} from '@/lib/db/write';
import {prepareDatabase} from '@/prisma/prepare-database';
import {type PostgresServer, startPostgres} from '../support/postgres.mjs';
import {ORGANISATION, answerInput, makeDraft, profileInput, registered, stageCodes} from '../support/test-database';

const LISTING = {search: '', sort: 'county', archived: false, page: 1} as const;

let server: PostgresServer;

// A server of its own, which may be stopped.
beforeAll(async () => {
  expect(inject('postgresUrl')).toMatch(/^postgresql:/);
  const started = await startPostgres();
  if (!started) throw new Error('PostgreSQL is not installed');
  server = started;
  const url = `${await server.createDatabase('county')}?connection_limit=2`;
  vi.stubEnv('DATABASE_URL', url);
  vi.spyOn(console, 'log').mockImplementation(() => {});
  await prepareDatabase(url);
});

afterAll(async () => {
  await getClient().$disconnect().catch(() => {});
  await server?.remove();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

beforeEach(() => void vi.restoreAllMocks());

const failureOf = (promise: Promise<unknown>) => promise.then(() => 'none', (error: {code?: string}) => error.code ?? String(error));
const valuesOf = async (id: string) => (await getAssessmentOrThrow(ORGANISATION, id)).answers.map(({measure, note, revision}) => [measure, note, revision]);

/** The commit that comes next is done, but its connection is lost before the server's word for it arrives. */
function loseNextCommit() {
  const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => Promise<unknown>;
  let lost = 0;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (this: pg.Client, ...args: unknown[]) {
    const result = await query.apply(this, args);
    const [statement] = args as [{text?: string}];
    if (statement.text !== 'COMMIT' || lost > 0) return result;
    lost += 1;
    (this as unknown as {connection: {stream: {destroy: () => void}}}).connection.stream.destroy();
    throw new Error('Connection terminated unexpectedly');
  } as never);
  return () => lost;
}

describe('a write whose commit was done but not told', () => {
  it('stores an answer once', async () => {
    const {id} = await makeDraft();
    const lost = loseNextCommit();
    await expect(saveAnswer(ORGANISATION, id, 'A11', answerInput('in-place', {note: '一'}), 0)).resolves.toMatchObject({saved: true});
    expect(lost()).toBe(1);
    expect(await valuesOf(id)).toEqual([['A11', '一', 1]]);
  });

  it('makes a profile and an assessment once', async () => {
    const before = (await listProfiles(ORGANISATION, LISTING)).total;
    let lost = loseNextCommit();
    const profileId = await createProfile(ORGANISATION, profileInput({industry: '一次'}));
    expect(lost()).toBe(1);
    expect((await listProfiles(ORGANISATION, LISTING)).total).toBe(before + 1);
    vi.restoreAllMocks();
    lost = loseNextCommit();
    const id = await createAssessment(ORGANISATION, {profileId, period: '2026', filledBy: '某', carryOver: false}, registered());
    expect(lost()).toBe(1);
    expect((await getAssessmentOrThrow(ORGANISATION, id)).profileId).toBe(profileId);
  });

  it('removes a draft without complaint', async () => {
    const {id} = await makeDraft();
    const lost = loseNextCommit();
    await expect(deleteDraft(ORGANISATION, id)).resolves.toBeUndefined();
    expect(lost()).toBe(1);
    expect(await failureOf(getAssessmentOrThrow(ORGANISATION, id))).toBe('not-found');
  });
});

describe('a server that goes away', () => {
  it('is told as unreachable by reads and, after some patience, by writes; then all goes on', async () => {
    const {id} = await makeDraft();
    await server.stop();
    expect(await failureOf(getAssessmentOrThrow(ORGANISATION, id))).toBe('database-unreachable');
    expect(await failureOf(saveAnswer(ORGANISATION, id, 'A11', answerInput('in-place'), 0))).toBe('database-unreachable');
    await server.start();
    await expect(saveAnswer(ORGANISATION, id, 'A11', answerInput('in-place'), 0)).resolves.toMatchObject({saved: true});
    expect(await valuesOf(id)).toEqual([['A11', '', 1]]);
  });

  it('loses no acknowledged answer and stores none twice when it crashes and comes back in a storm of saves', async () => {
    const drafts = await Promise.all(['2026', '2027', '2028'].map((period) => makeDraft({period})));
    const codes = [...stageCodes(1), ...stageCodes(2), ...stageCodes(3)];
    const wanted = drafts.flatMap(({id}) => codes.map((measure) => ({id, measure})));
    const acknowledged = new Set<string>();
    const storm = Promise.all(
      wanted.map(async ({id, measure}) => {
        // Sent again until it is acknowledged, as a browser does.
        for (;;) {
          const failure = await failureOf(saveAnswer(ORGANISATION, id, measure, answerInput('in-place', {note: measure}), 0));
          if (failure === 'none') return acknowledged.add(`${id} ${measure}`);
          expect(failure).toMatch(/^database-(busy|unreachable)$/);
        }
      }),
    );
    for (const signal of ['SIGQUIT', 'SIGINT', 'SIGQUIT'] as const) {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await server.stop(signal);
      await server.start();
    }
    await storm;
    const found = (await Promise.all(drafts.map(async ({id}) => (await valuesOf(id)).map(([measure, note, revision]) => ({key: `${id} ${measure}`, note, revision, measure}))))).flat();
    const duplicated = found.filter(({revision}) => revision !== 1).length;
    console.info(`PostgreSQL stopped 3 times: acknowledged ${acknowledged.size}, found ${found.length}, duplicated ${duplicated}`);
    expect(found.map(({key}) => key).toSorted()).toEqual([...acknowledged].toSorted());
    expect(found.every(({note, measure}) => note === measure)).toBe(true);
    expect(duplicated).toBe(0);
  }, 120_000);
});

describe('a server that can’t', () => {
  it('is told as unwritable when it only reads', async () => {
    const {id} = await makeDraft();
    // Each process of the server takes a new setting over in its own time; until then a save goes through.
    const patience = {timeout: 30_000, interval: 100};
    let revision = 0;
    // Something else each time: what stands already is not written, which a server that only reads does not refuse.
    const save = () => saveAnswer(ORGANISATION, id, 'A11', answerInput('unknown', {note: String(revision)}), revision).then(() => (revision += 1));
    await server.run('postgres', 'ALTER SYSTEM SET default_transaction_read_only = on', 'SELECT pg_reload_conf()');
    try {
      await vi.waitFor(async () => expect(await failureOf(save())).toBe('database-unwritable'), patience);
    } finally {
      await server.run('postgres', 'SET default_transaction_read_only = off', 'ALTER SYSTEM RESET default_transaction_read_only', 'SELECT pg_reload_conf()');
    }
    await vi.waitFor(save, patience);
    expect(await valuesOf(id)).toEqual([['A11', String(revision - 1), revision]]);
  });

  it('is told as busy when a lock is not given', async () => {
    const {id} = await makeDraft();
    const other = new pg.Client(server.urlOf('county'));
    await other.connect();
    await other.query('BEGIN');
    await other.query('LOCK TABLE "Answer"');
    expect(await failureOf(saveAnswer(ORGANISATION, id, 'A11', answerInput('unknown'), 0))).toBe('database-busy');
    await other.query('ROLLBACK');
    await other.end();
    expect(await failureOf(saveAnswer(ORGANISATION, id, 'A11', answerInput('unknown'), 0))).toBe('none');
  });

  it('lets those wait for whom there is no connection', async () => {
    const {id} = await makeDraft();
    const slow = Array.from({length: 9}, () => write((tx) => tx.$queryRaw`SELECT 1 AS done FROM pg_sleep(0.5)`));
    await expect(saveAnswer(ORGANISATION, id, 'A11', answerInput('unknown'), 0)).resolves.toMatchObject({saved: true});
    await Promise.all(slow);
  });
});

describe('classifyDatabaseError', () => {
  it.each([
    [{code: '53100'}, 'database-unwritable'],
    [{code: 'P2010', meta: {driverAdapterError: {cause: {kind: 'postgres', code: '57P03', message: 'the database system is starting up'}}}}, 'database-unreachable'],
    [{cause: {originalCode: '40P01'}}, 'conflict'],
    [{code: '23505'}, 'constraint'],
    [{code: '53300'}, 'database-busy'],
    [new Error('timeout exceeded when trying to connect'), 'database-busy'],
    [new Error('Connection terminated due to connection timeout'), 'database-unreachable'],
    [Object.assign(new AggregateError([{code: 'ECONNREFUSED'}]), {message: ''}), 'database-unreachable'],
    [new Error('something else'), undefined],
    [null, undefined],
  ])('takes %o as %s', (error, expected) => {
    expect(classifyDatabaseError(error)).toBe(expected);
  });
});
