import {closeSync, openSync, readSync, statSync} from 'node:fs';
import path from 'node:path';
import {explainDatabaseError} from '../explain-database';
import {ExplainedError, explained} from '../explained-error';
import {prepareDatabase} from '../prepare-database';
import {describeDatabase, fileOf, providerOf} from '../provider';
import type {Provider} from '../provider-schema.mjs';
import {BackupError, checkBackup} from './backup-error';
import {checkNote} from './backup-note';
import {restorePostgres} from './restore-postgres';
import {restoreSqlite} from './restore-sqlite';

/** What became of a restore. */
export type Restored = {
  /** Where the database that was replaced lies now; null where there was none. */
  kept: string | null;
  /** Whether the backup had a description beside it to be checked by. */
  described: boolean;
};

/**
 * Puts a backup in the place of the database, all at once, and brings it up to date. Everything is checked before;
 * what it replaces is kept.
 * @throws ExplainedError; nothing is changed then
 */
export async function restoreBackup(url: string, given: string): Promise<Restored> {
  const backup = path.resolve(given);
  const provider = providerOf(url);
  let restored: Restored;
  try {
    const kind = await checkBackup(() => readKind(backup));
    const note = await checkBackup(() => checkNote(backup));
    if (kind !== provider) throw explainOtherKind(url, backup, kind);
    const kept = provider === 'sqlite' ? await restoreSqlite(fileOf(url), backup) : await restorePostgres(url, backup);
    restored = {kept, described: note !== null};
  } catch (error) {
    if (error instanceof BackupError) throw explainBackup(backup, error);
    throw explainDatabaseError(url, error);
  }
  await prepareDatabase(url);
  return restored;
}

/** The kind of database that a file is a backup of, by its first bytes. */
function readKind(backup: string): Provider {
  const found = statSync(backup, {throwIfNoEntry: false});
  if (!found) throw new Error('there is no such file');
  if (!found.isFile()) throw new Error('it is not a file');
  const bytes = Buffer.alloc(16);
  const handle = openSync(backup, 'r');
  readSync(handle, bytes);
  closeSync(handle);
  const start = bytes.toString('latin1');
  if (start === 'SQLite format 3\0') return 'sqlite';
  if (start.startsWith('PGDMP')) return 'postgresql';
  throw new Error('it is no backup of this program, or its beginning is missing');
}

function explainOtherKind(url: string, backup: string, kind: Provider): ExplainedError {
  const [english, chinese] =
    kind === 'sqlite'
      ? [`Copy it into an empty database instead: npm run db:copy -- file:${backup} <DATABASE_URL>`, `请改为复制到一个空数据库：npm run db:copy -- file:${backup} <DATABASE_URL>`]
      : [
          'Restore it to a PostgreSQL database by naming that in DATABASE_URL, then copy it: npm run db:copy -- <DATABASE_URL> file:<path>',
          '请在 DATABASE_URL 中指定 PostgreSQL 数据库后恢复，再复制：npm run db:copy -- <DATABASE_URL> file:<路径>',
        ];
  return explained(
    `The backup can’t be restored / 无法恢复备份: ${backup}`,
    `It is of another kind (${kind}) than the database ${describeDatabase(url)}. Nothing was changed. / 备份与数据库类型不同，没有改动任何数据。`,
    english,
    chinese,
  );
}

function explainBackup(backup: string, error: BackupError): ExplainedError {
  const newer = /newer version/.test(error.message);
  return explained(
    `The backup can’t be restored / 无法恢复备份: ${backup}`,
    error.message,
    newer ? 'Nothing was changed. Restore it with the version that made it.' : 'Nothing was changed. Choose another backup: npm run db:restore -- <file>',
    newer ? '没有改动任何数据。该备份由更新版本的程序制作，请用那个版本恢复。' : '没有改动任何数据。该文件不是完整可用的备份，请另选：npm run db:restore -- <文件>',
    error,
  );
}
