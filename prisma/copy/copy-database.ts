import {createHash} from 'node:crypto';
import {rmSync} from 'node:fs';
import path from 'node:path';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import {isMissingMigrations} from '../applied-migrations';
import {explainDatabaseError} from '../explain-database';
import {explained} from '../explained-error';
import {fileSize, makeFolder, placeNew} from '../place-file';
import {preparePostgres} from '../prepare-postgres';
import {describeDatabase, fileOf, providerOf} from '../provider';
import {openPostgresSide} from './postgres-side';
import {type Side, type StoredRow, keyPositions} from './side';
import {openSqliteSide} from './sqlite-side';
import {type Table, orderTables, ownReferences, requireSameTables} from './table-plan';

const BATCH = 500;

/** What both sides hold of one table: how many rows, and a hash over all their values. */
export type TableCount = {table: string; rows: number; hash: string};

/**
 * Copies all rows of one database into an empty one, in one transaction, and compares count and hash of each table on
 * both sides before it is committed. The source is only read.
 * @throws ExplainedError; nothing is changed then
 */
export async function copyDatabase(from: string, to: string): Promise<TableCount[]> {
  const source = await about(from, () => openSource(from));
  try {
    await about(from, async () => {
      const applied = await source.migrations();
      if (applied === null) throw new Error('it holds no tables of this program; another program may have made it');
      if (isMissingMigrations(providerOf(from), applied)) throw explainBehind(from);
      await source.begin(false);
    });
    return await about(to, () => (providerOf(to) === 'sqlite' ? copyToFile(source, from, to) : copyToServer(source, from, to)));
  } finally {
    await source.rollback();
    await source.close();
  }
}

async function openSource(url: string): Promise<Side> {
  if (providerOf(url) === 'postgresql') return openPostgresSide(url);
  const file = fileOf(url);
  if ((fileSize(file) ?? 0) === 0) {
    throw explained(
      `There is no database / 没有该数据库: ${file}`,
      'The file is not there, or empty. Nothing was changed.',
      'Name the right file: npm run db:copy -- file:<path> <to>',
      '文件不存在或为空，没有改动任何数据。请指定正确的文件：npm run db:copy -- file:<路径> <目标>',
    );
  }
  return openSqliteSide(file);
}

/** The file gets its name when all is in it. */
async function copyToFile(source: Side, from: string, to: string): Promise<TableCount[]> {
  const file = fileOf(to);
  if (fileSize(file) !== null) throw explainNotEmpty(to, 'there is a file of that name');
  makeFolder(path.dirname(file));
  const unfinished = `${file}.copying-${process.pid}`;
  try {
    const {applyMigrations} = await import('../migration-engine');
    await applyMigrations(`file:${unfinished}`);
    const target = openSqliteSide(unfinished);
    const counts = await transfer(source, from, target).finally(target.close);
    placeNew(unfinished, file);
    return counts;
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${end}`, {force: true});
  }
}

async function copyToServer(source: Side, from: string, to: string): Promise<TableCount[]> {
  const target = await openPostgresSide(to);
  try {
    const applied = await target.migrations();
    if (applied !== null) {
      isMissingMigrations('postgresql', applied);
      await requireEmpty(target, to);
    }
    await preparePostgres(to);
    return await transfer(source, from, target, () => requireEmpty(target, to));
  } finally {
    await target.close();
  }
}

/** The organisation that the first start makes is no content yet. */
async function requireEmpty(target: Side, url: string): Promise<void> {
  for (const table of await target.tables()) {
    const rows = await target.read(table, null, 2);
    const seeded = table.name === 'Organisation' && rows.length === 1 && rows[0]?.includes(LOCAL_ORGANISATION.id);
    if (rows.length > 0 && !seeded) throw explainNotEmpty(url, `its table ${table.name} holds rows`);
  }
}

async function transfer(source: Side, from: string, target: Side, check = async () => {}): Promise<TableCount[]> {
  await target.begin(true);
  try {
    await check();
    const tables = orderTables(await about(from, source.tables));
    requireSameTables(tables, await target.tables());
    for (const table of tables.toReversed()) await target.clear(table);
    const counts: TableCount[] = [];
    for (const table of tables) {
      const read = await copyTable(table, source, from, target);
      const found = await countRows(table, target);
      if (read.rows !== found.rows || read.hash !== found.hash) throw new Error(`table ${table.name} is not the same on both sides: ${read.rows} rows (${read.hash}), ${found.rows} rows (${found.hash})`);
      counts.push(read);
    }
    await target.commit();
    return counts;
  } catch (error) {
    await target.rollback();
    throw error;
  }
}

async function copyTable(table: Table, source: Side, from: string, target: Side): Promise<TableCount> {
  const own = ownReferences(table);
  const at = own.map((name) => table.columns.findIndex((column) => column.name === name));
  const needed = [...at, ...keyPositions(table)];
  const later: StoredRow[] = [];
  const count = await countRows(table, {read: (...given) => about(from, () => source.read(...given))}, async (rows) => {
    for (const row of rows) if (at.some((position) => row[position] !== null)) later.push(row.map((value, position) => (needed.includes(position) ? value : null)));
    await target.insert(table, rows.map((row) => row.map((value, position) => (at.includes(position) ? null : value))));
  });
  for (const row of later) await target.update(table, row, own);
  return count;
}

async function countRows(table: Table, side: Pick<Side, 'read'>, visit?: (rows: StoredRow[]) => Promise<void>): Promise<TableCount> {
  const hash = createHash('sha256');
  let rows = 0;
  for (let after: StoredRow | null = null; ; ) {
    const page: StoredRow[] = await side.read(table, after, BATCH);
    for (const row of page) hash.update(`${JSON.stringify(row)}\n`);
    rows += page.length;
    await visit?.(page);
    if (page.length < BATCH) return {table: table.name, rows, hash: hash.digest('hex').slice(0, 16)};
    after = page.at(-1) ?? null;
  }
}

/** Runs what concerns one of the two databases; what goes wrong is told of that one. */
async function about<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explainDatabaseError(url, error);
  }
}

function explainNotEmpty(url: string, detail: string): Error {
  return explained(
    `The target is not empty / 目标不为空: ${describeDatabase(url)}`,
    `${detail}. Nothing was changed.`,
    'Name an empty PostgreSQL database (createdb) or a file that does not exist yet.',
    '目标中已有数据，没有改动任何数据。请指定一个空的 PostgreSQL 数据库（createdb）或尚不存在的文件。',
  );
}

function explainBehind(url: string): Error {
  return explained(
    `The database is of an older version / 数据库属于较早的版本: ${describeDatabase(url)}`,
    'Nothing was changed. / 没有改动任何数据。',
    'Start this version once with it, which brings it up to date, then copy it.',
    '请先用本版本启动一次（DATABASE_URL 指向它），完成更新后再复制。',
  );
}
