import {copyFileSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {listMigrationNames} from '@/prisma/migration-names';
import {type PostgresServer, startPostgres} from '../support/postgres.mjs';
import {hashFiles, runScript, startStorm} from '../support/run-command';
import {makeFolder} from '../support/test-database';

let server: PostgresServer;
let made = 0;
let name: string;
let url: string;
let folder: string;
let remove: () => void;
let backup: string;

beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('PostgreSQL is not installed');
  server = started;
  await server.createDatabase('filled');
  expect(await runScript('writer', server.urlOf('filled'), ['fill'])).toMatchObject({code: 0, stderr: ''});
});

afterAll(() => server?.remove());

beforeEach(async () => {
  made += 1;
  name = `kept_${made}`;
  url = server.urlOf(name);
  await server.run('postgres', `CREATE DATABASE "${name}" TEMPLATE filled`);
  ({folder, remove} = makeFolder());
  backup = path.join(folder, 'county.dump');
});

afterEach(() => remove());

const TABLES = ['Organisation', 'CountyProfile', 'Assessment', 'Answer', 'Evidence', 'PlannedMeasure', 'TraitAnswer', '_prisma_migrations'];

/** All rows of all tables. */
async function dump(database = name) {
  const rows: Record<string, unknown> = {};
  for (const table of TABLES) rows[table] = await server.run(database, `SELECT to_json("${table}")::text AS row FROM "${table}" ORDER BY 1`);
  return rows;
}

async function refuse(script: 'backup' | 'restore', args: string[], words: RegExp, databaseUrl = url): Promise<void> {
  const before = hashFiles(folder);
  const {code, stdout, stderr} = await runScript(script, databaseUrl, args);
  expect(stderr).toMatch(words);
  expect(stderr).toMatch(/[一-龥]/);
  expect(stderr.match(/✗/g)).toHaveLength(1);
  expect(stderr).not.toMatch(/p@ss|p%40ss|wörd/);
  expect({code, stdout}).toEqual({code: 1, stdout: ''});
  expect(hashFiles(folder)).toEqual(before);
}

describe('npm run db:backup and db:restore on PostgreSQL', () => {
  it('hold one moment of a database that is written to, and bring it back', async () => {
    const storm = await startStorm(url);
    let least = 0;
    let most = 0;
    try {
      await storm.reach(30);
      least = storm.acknowledged();
      expect(await runScript('backup', url, [backup])).toMatchObject({code: 0, stderr: ''});
      most = storm.acknowledged() + 1;
      await refuse('restore', [backup], /in use[\s\S]*county-stage-diagnosis[\s\S]*Stop the servers[\s\S]*先停止/);
    } finally {
      await storm.stop();
    }
    expect(JSON.parse(readFileSync(`${backup}.json`, 'utf8'))).toMatchObject({product: 'county-stage-diagnosis', kind: 'postgresql', migration: listMigrationNames('postgresql').at(-1)});
    const fresh = await server.createDatabase(`${name}_fresh`);
    expect(await runScript('restore', fresh, [backup])).toMatchObject({code: 0, stderr: ''});
    const [row] = await server.run(`${name}_fresh`, `SELECT count(*)::int AS many, max("county"::int) AS last, (SELECT "name"::int FROM "Organisation") AS named FROM "CountyProfile" WHERE "industry" = 'storm'`);
    expect(row).toEqual({many: row?.last, last: row?.last, named: row?.last});
    expect(Number(row?.many)).toBeGreaterThanOrEqual(least);
    expect(Number(row?.many)).toBeLessThanOrEqual(most);
    expect(server.dumpSchema(`${name}_fresh`)).toBe(server.dumpSchema(name));
  });

  it('keep what is replaced, so that the way back is open', async () => {
    const before = await dump();
    expect(await runScript('backup', url, [backup])).toMatchObject({code: 0});
    await server.run(name, `UPDATE "Organisation" SET "name" = 'Changed'`, 'DELETE FROM "Evidence"');
    const changed = await dump();
    const {code, stdout, stderr} = await runScript('restore', url, [backup]);
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
    expect(await dump()).toEqual(before);
    const kept = /kept \/ [^:]*: (.*\.dump)$/m.exec(stdout)?.[1] ?? '';
    const moved = path.join(folder, 'moved.dump');
    for (const end of ['', '.json']) {
      copyFileSync(`${kept}${end}`, `${moved}${end}`);
      rmSync(`${kept}${end}`);
    }
    const {stdout: again} = await runScript('restore', url, [moved]);
    for (const end of ['', '.json']) rmSync(`${/: (.*\.dump)$/m.exec(again)?.[1]}${end}`);
    expect(await dump()).toEqual(changed);
  });

  it('refuse a backup that is cut in half, newer, another program’s or of the other kind, and change nothing', async () => {
    const before = await dump();
    expect(await runScript('backup', url, [backup])).toMatchObject({code: 0});
    const cut = path.join(folder, 'cut.dump');
    const bytes = readFileSync(backup);
    writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * 0.8)));
    await refuse('restore', [cut], /can’t be restored[\s\S]*pg_restore: [\s\S]*Choose another backup/);
    copyFileSync(`${backup}.json`, `${cut}.json`);
    await refuse('restore', [cut], /not whole/);
    await server.run('filled', `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ('n', 'x', now(), '29990101000000_future', 1)`);
    await refuse('backup', [path.join(folder, 'newer.dump')], /newer version.*29990101000000_future/, server.urlOf('filled'));
    server.dumpTo('filled', path.join(folder, 'newer.dump'));
    await server.run('filled', `DELETE FROM _prisma_migrations WHERE id = 'n'`);
    await refuse('restore', [path.join(folder, 'newer.dump')], /newer version.*\n.*Restore it with the version that made it/);
    writeFileSync(path.join(folder, 'x.db'), 'SQLite format 3\0');
    await refuse('restore', [path.join(folder, 'x.db')], /of another kind \(sqlite\)[\s\S]*npm run db:copy/);
    expect(await dump()).toEqual(before);
  });

  it('refuse a database and a dump of another program', async () => {
    await server.run(name, `UPDATE _prisma_migrations SET migration_name = '20200101000000_shop'`);
    const shop = path.join(folder, 'shop.dump');
    await refuse('backup', [shop], /another program/);
    await server.run(name, 'DROP TABLE _prisma_migrations');
    await refuse('backup', [shop], /tables of another program/);
    server.dumpTo(name, shop);
    const fresh = await server.createDatabase(`${name}_fresh`);
    await refuse('restore', [shop], /holds no tables of this program/, fresh);
    expect(await server.run(`${name}_fresh`, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
    expect(await runScript('backup', server.urlOf('filled'), [backup])).toMatchObject({code: 0});
    await refuse('restore', [backup], /tables of another program/);
  });

  it('refuse a server that can’t be reached, a wrong password, a database that is not there, an empty one, and a user without rights', async () => {
    await refuse('backup', [backup], /can’t be reached/, 'postgresql://county:p%40ss@127.0.0.1:1/county');
    await refuse('backup', [backup], /does not accept this user/, url.replace(/:[^:@]*@/, ':p%40ss@'));
    await refuse('backup', [backup], /no such database/, server.urlOf('not_there'));
    await refuse('backup', [backup], /holds no tables of this program yet/, await server.createDatabase(`${name}_empty`));
    expect(await runScript('backup', url, [backup])).toMatchObject({code: 0});
    const before = await dump();
    await server.run(name, `CREATE ROLE "${name}_guest" LOGIN PASSWORD 'guest'`, 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC');
    const {code, stderr} = await runScript('restore', url.replace(/\/\/.*@/, `//${name}_guest:guest@`), [backup]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/must be owner[\s\S]*Nothing was changed[\s\S]*没有改动任何数据/);
    expect(await dump()).toEqual(before);
  });
});
