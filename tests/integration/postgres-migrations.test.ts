import {readFileSync} from 'node:fs';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import {MODELS_FILE, POSTGRES_BASE_FILE, applyMigrations, diffPostgresModels} from '@/prisma/migration-engine';
import {listMigrationNames} from '@/prisma/migration-names';
import {prepareDatabase} from '@/prisma/prepare-database';
import {type PostgresServer, startPostgres} from '../support/postgres.mjs';

const MODELS = readFileSync(MODELS_FILE, 'utf8');
const NAMES = listMigrationNames('postgresql');

let server: PostgresServer;
let made = 0;
let name: string;
let url: string;

beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('PostgreSQL is not installed');
  server = started;
});

afterAll(() => server?.remove());

beforeEach(async () => {
  made += 1;
  name = `own_${made}`;
  url = await server.createDatabase(name);
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

afterEach(() => vi.restoreAllMocks());

const query = (...statements: string[]) => server.run(name, ...statements);

async function refusal(given: string): Promise<string> {
  const error: unknown = await prepareDatabase(given).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  const {message} = error as Error;
  expect(message).not.toMatch(/p@ss|p%40ss|wörd/);
  return message;
}

/** A dump with each table's columns by name: a column that was added later stands last, which means nothing. */
function sortColumns(dump: string): string {
  return dump.replace(/(CREATE TABLE [^\n]* \(\n)(.*?)(\n\);)/gs, (_, head: string, columns: string, end: string) =>
    head + columns.split('\n').map((line) => line.replace(/,$/, '')).toSorted().join('\n') + end);
}

describe('migrations of PostgreSQL and models.prisma', () => {
  it('agree', async () => {
    expect(await diffPostgresModels(readFileSync(POSTGRES_BASE_FILE, 'utf8'))).toBe('');
  });

  it('make the same tables as the models do by themselves', async () => {
    await applyMigrations(url);
    await server.createDatabase(`${name}_models`);
    await server.run(`${name}_models`, await diffPostgresModels(null));
    const dump = sortColumns(server.dumpSchema(name));
    expect(dump).toMatch(/CREATE TABLE public\."Answer"/);
    expect(dump).toBe(sortColumns(server.dumpSchema(`${name}_models`)));
  });

  it('would be found to differ by one more field', async () => {
    const changed = MODELS.replace('  industry       String\n', '  industry       String\n  bureau         String?\n');
    expect(await diffPostgresModels(MODELS, changed)).toMatch(/ALTER TABLE "CountyProfile" ADD COLUMN\s+"bureau" TEXT COLLATE "C";/);
  });

  it('keep Json as it was written and order texts by their code points', async () => {
    await applyMigrations(url);
    const columns = await query(`SELECT DISTINCT data_type, collation_name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND data_type IN ('text', 'json', 'jsonb') ORDER BY 1`);
    expect(columns).toEqual([{data_type: 'json', collation_name: null}, {data_type: 'text', collation_name: 'C'}]);
  });
});

describe('prepareDatabase on PostgreSQL', () => {
  it('makes the tables and the local organisation, says so, and does nothing the second time', async () => {
    const said = vi.mocked(console.log);
    await prepareDatabase(url);
    expect(said.mock.calls.flat().join('\n')).toContain(NAMES.join(', '));
    expect(await query('SELECT "id", "name" FROM "Organisation"')).toEqual([{...LOCAL_ORGANISATION}]);
    expect(await query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')).toHaveLength(NAMES.length);
    said.mockClear();
    await query(`UPDATE "Organisation" SET "name" = 'Kept'`);
    await prepareDatabase(url);
    expect(said).not.toHaveBeenCalled();
    expect(await query('SELECT "name" FROM "Organisation"')).toEqual([{name: 'Kept'}]);
  });

  it('is done once where several servers start at once', async () => {
    await Promise.all(Array.from({length: 4}, () => prepareDatabase(url)));
    expect(await query('SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')).toEqual(NAMES.map((each) => ({name: each})));
    expect(vi.mocked(console.log)).toHaveBeenCalledTimes(1);
  });

  it('names a host that can’t be reached', async () => {
    const message = await refusal('postgresql://county:p%40ss@127.0.0.1:1/county');
    expect(message).toContain('postgresql://county@127.0.0.1:1/county');
    expect(message).toMatch(/can’t be reached\..*host and port[\s\S]*无法连接数据库服务器/);
    expect(await refusal('postgresql://county:p%40ss@no-such-host.invalid/county')).toMatch(/can’t be reached/);
  });

  it('says that the password is wrong', async () => {
    expect(await refusal(url.replace(/:[^:@]*@/, ':p%40ss@'))).toMatch(/does not accept this user or password[\s\S]*用户名或密码/);
  });

  it('says that there is no such database', async () => {
    expect(await refusal(server.urlOf('not_there'))).toMatch(/no such database[\s\S]*没有该数据库/);
  });

  it('refuses a database that belongs to another program and leaves its tables alone', async () => {
    await query('CREATE TABLE "stock" ("item" TEXT)', `INSERT INTO "stock" VALUES ('tea')`);
    expect(await refusal(url)).toMatch(/tables of another program[\s\S]*其他程序的数据表/);
    expect(await query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([{tablename: 'stock'}]);
  });

  it('refuses one of another program that is made with the same tools', async () => {
    await prepareDatabase(url);
    await query(`UPDATE _prisma_migrations SET migration_name = '20200101000000_shop'`);
    expect(await refusal(url)).toMatch(/another program/);
  });

  it('refuses a database of a newer version and changes nothing in it', async () => {
    await prepareDatabase(url);
    await query(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
      VALUES ('newer', 'x', now(), '29990101000000_from_the_future', 1)`);
    const before = server.dumpSchema(name);
    const message = await refusal(url);
    expect(message).toMatch(/newer version.*29990101000000_from_the_future[\s\S]*更新版本的程序/);
    expect(server.dumpSchema(name)).toBe(before);
  });

  it('undoes a migration that fails, so that both this version and the one before can start', async () => {
    await query(`CREATE TYPE "AssessmentStatus" AS ENUM ('in the way')`);
    const before = server.dumpSchema(name);
    expect(await refusal(url)).toMatch(/already exists[\s\S]*tables are as they were[\s\S]*数据表没有改动/);
    expect(server.dumpSchema(name)).toBe(before);
    await query('DROP TYPE "AssessmentStatus"');
    await prepareDatabase(url);
    expect(await query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')).toHaveLength(NAMES.length);
  });

  it('refuses a database in which a migration was cut off', async () => {
    await prepareDatabase(url);
    await query('UPDATE _prisma_migrations SET finished_at = NULL');
    expect(await refusal(url)).toMatch(/was not finished[\s\S]*迁移中途中断/);
  });

  it('refuses an encoding that can’t hold every sign', async () => {
    await server.run('postgres', `CREATE DATABASE "${name}_ascii" ENCODING 'SQL_ASCII' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0`);
    expect(await refusal(server.urlOf(`${name}_ascii`))).toMatch(/SQL_ASCII[\s\S]*encoding UTF8[\s\S]*UTF8 编码/);
  });

  it('says that the user may not make tables, and that the server only reads', async () => {
    await server.run(name, `CREATE ROLE "${name}_guest" LOGIN PASSWORD 'guest'`, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    expect(await refusal(url.replace(/\/\/.*@/, `//${name}_guest:guest@`))).toMatch(/may not make tables[\s\S]*无权在其中建表/);
    await server.run('postgres', `ALTER DATABASE "${name}" SET default_transaction_read_only = on`);
    expect(await refusal(url)).toMatch(/only reads[\s\S]*只读/);
  });
});
