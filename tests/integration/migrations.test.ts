import {chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {createClient} from '@libsql/client';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import {MODELS_FILE, applyMigrations, diffSqliteMigrations} from '@/prisma/migration-engine';
import {listMigrationNames} from '@/prisma/migration-names';
import {prepareDatabase} from '@/prisma/prepare-database';
import {makeFirstVersion} from '../support/first-version';
import {makeFolder} from '../support/test-database';

const MODELS = readFileSync(MODELS_FILE, 'utf8');

let folder: string;
let remove: () => void;
let url: string;

beforeEach(() => {
  ({folder, remove} = makeFolder());
  url = `file:${path.join(folder, 'county.db')}`;
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  remove();
});

/** Runs statements on the test's file and returns the rows of the last one. */
async function execute(...statements: string[]) {
  const client = createClient({url});
  try {
    let rows: object[] = [];
    for (const statement of statements) rows = (await client.execute(statement)).rows.map((row) => ({...row}));
    return rows;
  } finally {
    client.close();
  }
}

/** All tables with their rows and the SQL that made them. */
async function dump(): Promise<string> {
  const tables = await execute(`SELECT name, sql FROM sqlite_master ORDER BY name`);
  const names = tables.flatMap((table) => ('name' in table && 'sql' in table && String(table.sql).startsWith('CREATE TABLE') ? [String(table.name)] : []));
  const rows = await Promise.all(names.map((name) => execute(`SELECT * FROM "${name}"`)));
  return JSON.stringify([tables, rows]);
}

async function refusal(given: string): Promise<string> {
  const error: unknown = await prepareDatabase(given).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  return (error as Error).message;
}

describe('migrations and models.prisma', () => {
  it('agree', async () => {
    expect(await diffSqliteMigrations()).toBe('');
  });

  it('would be found to differ by one more field', async () => {
    const changed = MODELS.replace('  industry       String\n', '  industry       String\n  bureau         String?\n');
    expect(changed).not.toBe(MODELS);
    expect(await diffSqliteMigrations(changed)).toMatch(/ALTER TABLE "CountyProfile" ADD COLUMN\s+"bureau" TEXT/);
  });

  it('would be found to differ by a constraint that is gone', async () => {
    const changed = MODELS.replace('  @@unique([assessmentId, measure])\n', '');
    expect(changed).not.toBe(MODELS);
    expect(await diffSqliteMigrations(changed)).toMatch(/DROP INDEX "Answer_assessmentId_measure_key"/);
  });

  it('have names in the order of time', () => {
    const stamps = listMigrationNames('sqlite').map((name) => /^(\d{14})_[a-z0-9_]+$/.exec(name)?.[1]);
    expect(stamps).not.toContain(undefined);
    expect(new Set(stamps).size).toBe(stamps.length);
  });
});

describe('applyMigrations', () => {
  it('makes all tables in an empty file', async () => {
    expect(await applyMigrations(url)).toEqual(listMigrationNames('sqlite'));
    const tables = await execute(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`);
    expect(tables).toEqual(
      ['Answer', 'AnswerChange', 'Assessment', 'CountyProfile', 'Evidence', 'Organisation', 'PlannedMeasure', 'TraitAnswer', '_prisma_migrations'].map((name) => ({name})),
    );
  });

  it('changes nothing when it is run again', async () => {
    await applyMigrations(url);
    await execute(`INSERT INTO "Organisation" ("id", "name") VALUES ('kept', 'Kept')`);
    const before = await dump();
    expect(await applyMigrations(url)).toEqual([]);
    expect(await dump()).toBe(before);
  });

  it('brings a database of the first version up to date and keeps its rows', async () => {
    await makeFirstVersion(
      url.slice('file:'.length),
      `INSERT INTO "CountyProfile" ("id", "organisationId", "county", "prefecture", "province", "industry", "updatedAt")
        VALUES ('p', 'local', '光山县', '信阳市', '河南省', '羽绒', '2026-01-01T00:00:00.000Z')`,
      `INSERT INTO "Assessment" ("id", "organisationId", "profileId", "instrumentId", "instrumentVersion", "instrumentHash", "period", "periodEnd", "filledBy", "status", "finalAnswers", "updatedAt")
        VALUES ('a', 'local', 'p', 'wang-zhang-2017', '1.0.0', 'x', '2026', '2026-12', '李某', 'final', '{"A11":"in-place"}', '2026-01-01T00:00:00.000Z')`,
    );
    const [before] = await execute('SELECT * FROM "Assessment"');
    expect(await applyMigrations(url)).toEqual(listMigrationNames('sqlite').slice(1));
    const [after] = await execute('SELECT * FROM "Assessment"');
    expect(after).toMatchObject({...before, finalTraits: null, traitsId: null, traitsVersion: null, traitsHash: null, changeCount: 0});
    expect(await execute('SELECT * FROM "TraitAnswer"')).toEqual([]);
  });

  it('records each migration as the ordinary Prisma CLI does', async () => {
    await applyMigrations(url);
    const recorded = await execute('SELECT migration_name, length(checksum) AS digits, applied_steps_count AS steps, rolled_back_at FROM _prisma_migrations ORDER BY migration_name');
    expect(recorded).toEqual(listMigrationNames('sqlite').map((name) => ({migration_name: name, digits: 64, steps: 1, rolled_back_at: null})));
  });
});

describe('prepareDatabase', () => {
  it('makes a missing folder, the file, its tables and the local organisation', async () => {
    url = `file:${path.join(folder, 'not', 'there yet', '县.db')}`;
    await prepareDatabase(url);
    expect(existsSync(url.slice('file:'.length))).toBe(true);
    expect(await execute('SELECT id, name FROM "Organisation"')).toEqual([{...LOCAL_ORGANISATION}]);
    expect(await execute('PRAGMA journal_mode')).toEqual([{journal_mode: 'wal'}]);
  });

  it('says which migrations it applied, and nothing the second time', async () => {
    const said = vi.mocked(console.log);
    await prepareDatabase(url);
    expect(said.mock.calls.flat().join('\n')).toContain(listMigrationNames('sqlite').join(', '));
    said.mockClear();
    const before = await dump();
    await prepareDatabase(url);
    expect(said).not.toHaveBeenCalled();
    expect(await dump()).toBe(before);
  });

  it('keeps what the organisation is called', async () => {
    await prepareDatabase(url);
    await execute(`UPDATE "Organisation" SET "name" = '光山县商务局'`);
    await prepareDatabase(url);
    expect(await execute('SELECT name FROM "Organisation"')).toEqual([{name: '光山县商务局'}]);
  });

  it.each([
    ['text', Buffer.from('县域电商'.repeat(500))],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({length: 4096}, (_, at) => at % 251)])],
    ['a database whose header is damaged', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080, 0xff)])],
  ])('refuses a file that is %s and leaves it as it was', async (_kind, bytes) => {
    const file = url.slice('file:'.length);
    writeFileSync(file, bytes);
    const message = await refusal(url);
    expect(message).toContain(file);
    expect(message).toMatch(/not an SQLite database, or it is damaged/);
    expect(message).toMatch(/已损坏/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['county.db']);
  });

  it('refuses a database of a newer version and changes nothing in it', async () => {
    await prepareDatabase(url);
    await execute(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ('newer', 'x', 1800000000000, '29990101000000_from_the_future', 1800000000000, 1)`,
      `UPDATE "Organisation" SET "name" = 'Kept'`,
    );
    const before = await dump();
    const message = await refusal(url);
    expect(message).toMatch(/newer version/);
    expect(message).toContain('29990101000000_from_the_future');
    expect(message).toContain(url.slice('file:'.length));
    expect(await dump()).toBe(before);
  });

  it('refuses one of another program that is made with the same tools', async () => {
    await prepareDatabase(url);
    await execute(`UPDATE _prisma_migrations SET migration_name = '20200101000000_shop_' || rowid`);
    expect(await refusal(url)).toMatch(/tables of another program/);
  });

  it('refuses a database that belongs to another program and leaves its tables alone', async () => {
    await execute('CREATE TABLE "stock" ("item" TEXT)', `INSERT INTO "stock" VALUES ('tea')`);
    const file = url.slice('file:'.length);
    const before = readFileSync(file);
    const message = await refusal(url);
    expect(message).toContain(file);
    expect(message).toMatch(/tables of another program.*\n.*其他程序的数据表/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('says that a folder standing in the place of the file can’t be used', async () => {
    mkdirSync(url.slice('file:'.length));
    expect(await refusal(url)).toMatch(/can’t be written; check the rights.*\n.*不可写/);
    expect(readdirSync(url.slice('file:'.length))).toEqual([]);
  });

  it('says that a path below a regular file can’t be used', async () => {
    const regular = path.join(folder, 'regular');
    writeFileSync(regular, 'kept');
    const message = await refusal(`file:${path.join(regular, 'county.db')}`);
    expect(message).toContain(path.join(regular, 'county.db'));
    expect(message).toMatch(/can’t be written; check the rights/);
    expect(readFileSync(regular, 'utf8')).toBe('kept');
  });

  // The superuser may write everything, so rights can only be tried as someone else.
  it.skipIf(process.getuid?.() === 0)('says that a folder without the right to write can’t be used', async () => {
    chmodSync(folder, 0o500);
    try {
      expect(await refusal(url)).toMatch(/can’t be written; check the rights/);
    } finally {
      chmodSync(folder, 0o700);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('says that a file without the right to write can’t be used', async () => {
    await applyMigrations(url);
    chmodSync(url.slice('file:'.length), 0o400);
    expect(await refusal(url)).toMatch(/can’t be written; check the rights/);
  });
});
