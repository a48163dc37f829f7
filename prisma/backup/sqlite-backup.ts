import {existsSync} from 'node:fs';
import type {Client} from '@libsql/client';
import {isMissingMigrations} from '../applied-migrations';
import {explained} from '../explained-error';
import {fileSize} from '../place-file';
import {copySqlite, openSqlite, readSqliteMigrations} from '../sqlite-file';
import {writeNote} from './backup-note';

/** Writes a backup of an open file with its note; a server may go on writing meanwhile. */
export async function writeSqliteBackup(client: Client, backup: string): Promise<void> {
  const migrations = await readSqliteMigrations(client);
  await copySqlite(client, backup, (finished) => writeNote(finished, backup, 'sqlite', migrations?.at(-1) ?? null));
}

/** Backs up an SQLite file. @throws Error when there is none, or it is not one of this program's */
export async function backUpSqlite(file: string, backup: string): Promise<void> {
  if (!existsSync(file) || fileSize(file) === 0) {
    throw explained(
      `There is no database yet / 还没有数据库: ${file}`,
      'Nothing was written. / 没有写入任何文件。',
      'Name the right file with DATABASE_URL; npm start makes a new one.',
      '请用 DATABASE_URL 指定正确的文件；npm start 会新建数据库。',
    );
  }
  const client = openSqlite(file);
  try {
    const migrations = await readSqliteMigrations(client);
    if (migrations === null) throw new Error('it holds no tables of this program; another program may have made it');
    isMissingMigrations('sqlite', migrations);
    await writeSqliteBackup(client, backup);
  } finally {
    client.close();
  }
}
