import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {createClient} from '@libsql/client';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {makeFirstVersion} from '../support/first-version';
import {type PostgresServer, startPostgres} from '../support/postgres.mjs';
import {type Ended, dumpSqlite, hashFiles, runScript} from '../support/run-command';
import {makeFolder} from '../support/test-database';

const {folder, remove} = makeFolder();
const at = (name: string) => path.join(folder, name);
const urlOf = (name: string) => `file:${at(name)}`;
const FILLED = urlOf('filled.db');

let server: PostgresServer;

beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('PostgreSQL is not installed');
  server = started;
  const work = makeFolder();
  const url = `file:${path.join(work.folder, 'county.db')}`;
  expect(await runScript('writer', url, ['fill'])).toMatchObject({code: 0, stderr: ''});
  // One file without a log beside it, so that each byte of it can be compared.
  expect(await runScript('backup', url, [at('filled.db')])).toMatchObject({code: 0, stderr: ''});
  work.remove();
});

afterAll(async () => {
  await server?.remove();
  remove();
});

const copy = (from: string, to: string) => runScript('copy', FILLED, [from, to]);

/** What the command printed of each table. */
function countsOf({code, stdout, stderr}: Ended): Record<string, [rows: number, hash: string]> {
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(stdout).toMatch(/the same on both sides \/ 已复制，两边一致/);
  return Object.fromEntries([...stdout.matchAll(/^ {2}(\w+) +(\d+) {2}([0-9a-f]{16})$/gm)].map(([, table, rows, hash]) => [table, [Number(rows), hash ?? '']]));
}

async function refuse(from: string, to: string, words: RegExp): Promise<void> {
  const before = hashFiles(folder);
  const {code, stderr} = await copy(from, to);
  expect(stderr).toMatch(words);
  expect(stderr).toMatch(/[一-龥]/);
  expect(stderr.match(/✗/g)).toHaveLength(1);
  expect(stderr).not.toMatch(/p@ss|p%40ss|wörd|\n\s+at /);
  expect(code).toBe(1);
  expect(hashFiles(folder)).toEqual(before);
}

/** Rows without the migrations, and with moments in one spelling. */
async function rowsOf(file: string) {
  const {_prisma_migrations: _migrations, ...tables} = await dumpSqlite(file);
  const moment = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|\+00:00)?$/;
  const same = (value: unknown) => (typeof value === 'string' && moment.test(value) ? new Date(value.replace(/Z?$/, (end) => (/[+]/.test(value) ? end : 'Z'))).toISOString() : value);
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, same(value)])))]));
}

describe('npm run db:copy', () => {
  it('takes every row from SQLite to PostgreSQL and back, the same in number and content, and leaves the source alone', async () => {
    const before = hashFiles(folder);
    const url = await server.createDatabase('there');
    const there = countsOf(await copy(FILLED, url));
    expect(hashFiles(folder)).toEqual(before);
    expect(Object.keys(there)).toEqual(['Organisation', 'CountyProfile', 'Assessment', 'Answer', 'AnswerChange', 'Evidence', 'PlannedMeasure', 'TraitAnswer']);
    expect(there).toMatchObject({Organisation: [1, expect.anything()], CountyProfile: [1, expect.anything()], Assessment: [2, expect.anything()], Answer: [2, expect.anything()]});
    const rows = await server.run(
      'there',
      `SELECT "gdp", "finalAnswers"::text AS answers, to_char("finalisedAt", 'YYYY-MM-DD HH24:MI:SS.MS') AS final, "note", "confirmed" FROM "Assessment"
        JOIN "CountyProfile" ON "CountyProfile"."id" = "profileId" JOIN "Answer" ON "assessmentId" = "Assessment"."id" WHERE "status" = 'final'`,
    );
    expect(rows).toEqual([
      {gdp: 0.1, answers: expect.stringMatching(/^\{"A11":"in-place"/), final: '2026-05-01 00:00:00.123', note: '多行\n\t“引号” \'单\' \\x \u{1f44d} é', confirmed: true},
    ]);
    expect(countsOf(await copy(url, urlOf('back.db')))).toEqual(there);
    expect(await rowsOf(at('back.db'))).toEqual(await rowsOf(at('filled.db')));
    expect(await runScript('writer', urlOf('back.db'), ['fill'])).toMatchObject({code: 0, stderr: ''});
  });

  it('puts rows in place that point to later ones of their own table', async () => {
    const file = at('circle.db');
    countsOf(await copy(FILLED, `file:${file}`));
    const client = createClient({url: `file:${file}`});
    await client.execute('PRAGMA foreign_keys = OFF');
    // As where the clock was set back: the first in the order of keys builds on the last.
    await client.execute(`UPDATE "Assessment" SET "basedOnId" = (SELECT max("id") FROM "Assessment") WHERE "id" = (SELECT min("id") FROM "Assessment")`);
    client.close();
    const there = countsOf(await copy(`file:${file}`, await server.createDatabase('circle')));
    expect(countsOf(await copy(server.urlOf('circle'), urlOf('circle-back.db')))).toEqual(there);
  });

  it('copies more rows than it reads at once', async () => {
    const file = at('many.db');
    countsOf(await copy(FILLED, `file:${file}`));
    const client = createClient({url: `file:${file}`});
    await client.execute(`INSERT INTO "CountyProfile" ("id", "organisationId", "county", "prefecture", "province", "industry", "updatedAt")
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) SELECT 'p' || i, 'local', '县' || i, '', '', '', '2026-01-01T00:00:00.000+00:00' FROM n`);
    client.close();
    expect(countsOf(await copy(`file:${file}`, await server.createDatabase('many')))).toMatchObject({CountyProfile: [1501, expect.anything()]});
  });

  it('refuses a target that is not empty, and accepts one on which a server was only started', async () => {
    const url = await server.createDatabase('started');
    expect(await runScript('writer', url, ['prepare'])).toMatchObject({code: 0});
    countsOf(await copy(FILLED, url));
    const before = await server.run('started', 'SELECT to_json("Answer")::text AS row FROM "Answer" ORDER BY 1');
    await refuse(FILLED, url, /target is not empty[\s\S]*目标不为空|目标不为空/);
    expect(await server.run('started', 'SELECT to_json("Answer")::text AS row FROM "Answer" ORDER BY 1')).toEqual(before);
    writeFileSync(at('there.db'), '');
    await refuse(url, urlOf('there.db'), /target is not empty/);
    await refuse(FILLED, FILLED, /target is not empty/);
  });

  it('leaves a server’s tables empty when a row can’t be kept there, and can be run again', async () => {
    const url = await server.createDatabase('strict');
    expect(await runScript('writer', url, ['prepare'])).toMatchObject({code: 0});
    await server.run('strict', 'ALTER TABLE "Evidence" ADD CONSTRAINT "in_the_way" CHECK (false)');
    await refuse(FILLED, url, /in_the_way[\s\S]*Nothing was changed/);
    expect(await server.run('strict', 'SELECT count(*)::int AS many FROM "CountyProfile"')).toEqual([{many: 0}]);
    await server.run('strict', 'ALTER TABLE "Evidence" DROP CONSTRAINT "in_the_way"');
    countsOf(await copy(FILLED, url));
  });

  it('refuses a source that is missing, older, newer or another program’s', async () => {
    const to = await server.createDatabase('target');
    await refuse(urlOf('nothing.db'), to, /There is no database[\s\S]*nothing\.db/);
    expect(existsSync(at('nothing.db'))).toBe(false);
    await makeFirstVersion(at('older.db'));
    await refuse(urlOf('older.db'), to, /older version[\s\S]*Start this version once/);
    writeFileSync(at('text.db'), '县域电商'.repeat(200));
    await refuse(urlOf('text.db'), to, /not an SQLite database/);
    const shop = createClient({url: urlOf('shop.db')});
    await shop.execute('CREATE TABLE stock (item TEXT)');
    shop.close();
    await refuse(urlOf('shop.db'), to, /another program/);
    await server.run('there', `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ('n', 'x', now(), '29990101000000_future', 1)`);
    await refuse(server.urlOf('there'), urlOf('new.db'), /newer version.*29990101000000_future/);
    await refuse(FILLED, server.urlOf('there'), /newer version.*29990101000000_future/);
    expect(await server.run('target', `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });

  it('refuses addresses that can’t be read or reached, and a target of another program', async () => {
    await refuse('mysql://me:p%40ss@db/x', FILLED, /from \/ 来源="mysql:\/\/\*\*\*@db\/x": expected/);
    await refuse(FILLED, 'county', /to \/ 目标="county": expected/);
    await refuse(FILLED, 'postgresql://county:p%40ss@127.0.0.1:1/county', /can’t be reached/);
    await server.createDatabase('shop');
    await server.run('shop', 'CREATE TABLE stock (item TEXT)');
    await refuse(FILLED, server.urlOf('shop'), /tables of another program/);
    expect(await runScript('copy', FILLED, [FILLED])).toMatchObject({code: 1, stderr: expect.stringMatching(/usage.*npm run db:copy/)});
  });
});
