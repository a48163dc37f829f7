import {accessSync, constants, existsSync, rmSync} from 'node:fs';
import path from 'node:path';
import {explainDatabaseError} from '../explain-database';
import {explained} from '../explained-error';
import {makeFolder} from '../place-file';
import {fileOf, providerOf} from '../provider';
import {nameBackup} from './backup-name';
import {noteFile} from './backup-note';
import {backUpPostgres} from './postgres-backup';
import {backUpSqlite} from './sqlite-backup';

/** What the system and SQLite say when no more bytes can be written. */
const DISK_FULL = /ENOSPC|EDQUOT|EFBIG|disk is full|disk I\/O|SQLITE_(?:FULL|IOERR)/;

/**
 * Backs up a database, also while servers use it, and returns the name of the backup. Without a name it gets one with
 * the time. A file that is there is never overwritten, and nothing is left behind when it fails.
 * @throws ExplainedError
 */
export async function makeBackup(url: string, named?: string): Promise<string> {
  const backup = path.resolve(named ?? nameBackup(url, 'county'));
  if (existsSync(backup) || existsSync(noteFile(backup))) throw explainTaken(backup);
  try {
    makeFolder(path.dirname(backup));
    accessSync(`${path.dirname(backup)}${path.sep}.`, constants.W_OK);
    if (providerOf(url) === 'sqlite') await backUpSqlite(fileOf(url), backup);
    else await backUpPostgres(url, backup);
    return backup;
  } catch (error) {
    if (!existsSync(backup) && existsSync(noteFile(backup))) rmSync(noteFile(backup));
    if (error instanceof Error && ('path' in error || DISK_FULL.test(error.message))) throw explainUnwritable(backup, error);
    throw explainDatabaseError(url, error);
  }
}

function explainTaken(backup: string): Error {
  return explained(
    `The backup can’t be written / 无法写入备份: ${backup}`,
    'There is a file of that name, or its description, already. Nothing was changed.',
    'Name another file: npm run db:backup -- <file>',
    '已有同名的备份或说明文件，没有改动任何数据。请另选文件名：npm run db:backup -- <文件>',
  );
}

function explainUnwritable(backup: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EEXIST') return explainTaken(backup);
  const full = DISK_FULL.test(error.message);
  return explained(
    `The backup can’t be written / 无法写入备份: ${backup}`,
    error.message,
    full ? 'The disk is full, or a limit on the size of files is reached. Make room, or name a file on another disk. Nothing was changed.' : 'Check the rights of its folder, or name a file elsewhere. Nothing was changed.',
    full ? '磁盘已满或超出文件大小限制。请清出空间，或改用其他磁盘上的文件。没有改动任何数据。' : '请检查目录权限，或改用其他位置的文件。没有改动任何数据。',
    error,
  );
}
