import {rmSync} from 'node:fs';
import {type Client, createClient} from '@libsql/client';
import {explained} from './explained-error';
import {placeNew} from './place-file';

/**
 * Opens an SQLite file. The driver lets go of a file that has been opened only when the process ends, so that one
 * which is to be taken alone is opened once.
 */
export function openSqlite(file: string, timeout = 5000): Client {
  return createClient({url: `file:${file}`, timeout, intMode: 'bigint'});
}

let held: Client | undefined;

/** Keeps the file open as long as this process lives, so that others can tell that it is in use. */
export async function holdSqlite(file: string): Promise<void> {
  held = openSqlite(file);
  await held.execute('SELECT name FROM sqlite_master LIMIT 1');
}

/**
 * The migrations that were applied to a file; null where it holds no table yet.
 * @throws Error when it belongs to another program or a migration was cut off
 */
export async function readSqliteMigrations(client: Client): Promise<string[] | null> {
  const {rows: tables} = await client.execute(`SELECT name FROM sqlite_master WHERE type = 'table'`);
  if (tables.length === 0) return null;
  if (!tables.some(({name}) => name === '_prisma_migrations')) throw new Error('it was made by another program');
  const {rows} = await client.execute('SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name');
  const broken = rows.find(({finished_at: finished}) => finished === null);
  if (broken) throw new Error(`migration ${String(broken.migration_name)} was not finished`);
  return rows.map(({migration_name: name}) => String(name));
}

/** @throws Error when pages of the file are damaged or rows point to rows that are not there */
export async function requireIntegrity(client: Client): Promise<void> {
  const {rows: found} = await client.execute('PRAGMA integrity_check');
  const words = found.map((row) => String(row[0])).join('; ');
  if (words !== 'ok') throw new Error(`integrity check: ${words.slice(0, 300)}`);
  const {rows: orphans} = await client.execute('PRAGMA foreign_key_check');
  if (orphans.length > 0) throw new Error(`integrity check: ${orphans.length} rows of ${String(orphans[0]?.table)} point to rows that are not there`);
}

/**
 * Writes all that the file holds at this moment into a new file, which is whole before it gets its name; a server may
 * go on writing meanwhile. Nothing is left behind when it fails. `describe` is given the finished file before that.
 * @throws NodeJS.ErrnoException `EEXIST` when there is a file of that name
 */
export async function copySqlite(client: Client, to: string, describe: (finished: string) => Promise<void>): Promise<void> {
  const unfinished = `${to}.unfinished-${process.pid}`;
  try {
    await client.execute({sql: 'VACUUM INTO ?', args: [unfinished]});
    const copy = openSqlite(unfinished);
    await requireIntegrity(copy).finally(() => copy.close());
    await describe(unfinished);
    placeNew(unfinished, to);
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${end}`, {force: true});
  }
}

/**
 * From now on nobody else can read or write the file, until this process ends or puts another in its place.
 * @throws ExplainedError when somebody has it open
 */
export async function takeAlone(client: Client, file: string): Promise<void> {
  try {
    await client.execute('PRAGMA locking_mode = EXCLUSIVE');
    await client.execute('BEGIN EXCLUSIVE');
    await client.execute('COMMIT');
  } catch (error) {
    if (!/BUSY|locked/.test(String(error))) throw error;
    throw explained(
      `The database is in use / 数据库正在使用: ${file}`,
      'A server or another program has the file open. Nothing was changed.',
      'Stop the servers that use it, then do this again.',
      '有服务或其他程序正在使用该文件，没有改动任何数据。请先停止使用它的服务，再重新执行。',
      error,
    );
  }
}

/** Brings all that the file taken alone holds into the one file, so that it can be renamed. */
export async function foldLog(client: Client): Promise<void> {
  await client.execute('PRAGMA journal_mode = DELETE');
}
