import path from 'node:path';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import {explainSqliteError} from './explain-sqlite';
import {makeFolder} from './place-file';
import {fileOf, providerOf} from './provider';
import {requireSoundPages} from './require-sound-pages';
import {holdSqlite, openSqlite} from './sqlite-file';
import {upgradeSqlite} from './upgrade-sqlite';

/**
 * Brings the database up to date and makes the local organisation. When nothing is to be done the
 * migration engine is not even loaded, so that a start stays quick.
 * @throws Error whose message says what is wrong with the file or the server and what to do
 */
export async function prepareDatabase(url: string): Promise<void> {
  if (providerOf(url) === 'postgresql') return (await import('./prepare-postgres')).preparePostgres(url);
  const file = fileOf(url);
  try {
    makeFolder(path.dirname(file));
    const applied = await upgradeSqlite(file);
    if (applied.length > 0) console.log(`· Applied migrations / 已应用数据库迁移: ${applied.join(', ')}`);
    const client = openSqlite(file);
    try {
      await requireSoundPages(client);
      // Only now, when the file is known to be ours: the mode is written into it.
      await client.execute('PRAGMA journal_mode = WAL');
      await client.execute({
        sql: 'INSERT INTO "Organisation" ("id", "name") VALUES (?, ?) ON CONFLICT DO NOTHING',
        args: [LOCAL_ORGANISATION.id, LOCAL_ORGANISATION.name],
      });
    } finally {
      client.close();
    }
  } catch (error) {
    throw explainSqliteError(file, error);
  }
}

/** Keeps the database in use as long as this process lives, so that a restore can tell that a server runs. */
export async function holdDatabase(url: string): Promise<void> {
  if (providerOf(url) === 'sqlite') await holdSqlite(fileOf(url));
}
