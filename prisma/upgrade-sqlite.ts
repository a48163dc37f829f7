import {chmodSync, copyFileSync, readdirSync, realpathSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import type {Client} from '@libsql/client';
import {isMissingMigrations} from './applied-migrations';
import {backupsFolder} from './backup/backup-name';
import {writeSqliteBackup} from './backup/sqlite-backup';
import {explained} from './explained-error';
import {withFileLock} from './file-lock';
import {fileSize, fileStamp, freeName, makeFolder, placeOver} from './place-file';
import {foldLog, openSqlite, readSqliteMigrations, requireIntegrity, takeAlone} from './sqlite-file';

/** How many of the backups that were made before updates are kept. */
const KEPT_BACKUPS = 3;

/**
 * Applies the migrations that an SQLite file lacks and returns their names. The update is made on a copy, which takes
 * the file's place when it is whole: one that fails, or is cut off, leaves the file as it was. A backup is kept.
 */
export async function upgradeSqlite(given: string): Promise<string[]> {
  return withFileLock(given, async () => {
    if ((fileSize(given) ?? 0) === 0) return migrateCopy(given, `${given}.upgrading`, () => {});
    // The file itself is replaced, not a link to it.
    const file = realpathSync(given);
    const client = openSqlite(file);
    const applied = await readSqliteMigrations(client);
    if (applied !== null && !isMissingMigrations('sqlite', applied)) {
      client.close();
      return [];
    }
    await takeAlone(client, file);
    const backup = await keepBackup(client, file);
    try {
      const names = await migrateCopy(file, `${file}.upgrading`, (copy) => copyFileSync(backup, copy), () => foldLog(client));
      console.log(`· Backup from before / 更新前的备份: ${backup}`);
      return names;
    } catch (error) {
      throw explained(
        `The database could not be updated / 数据库更新失败: ${file}`,
        error instanceof Error ? error.message.replace(/\n[\s\S]*$/, '') : String(error),
        `The file is as it was; a copy lies at ${backup}. Go on with the earlier version of the program, and report this message.`,
        `原文件没有改动，另有备份：${backup}。请继续使用原来版本的程序，并反馈以上信息。`,
        error,
      );
    } finally {
      client.close();
    }
  });
}

async function keepBackup(client: Client, file: string): Promise<string> {
  const folder = backupsFolder(file);
  makeFolder(folder);
  const stem = `${path.parse(file).name}-before-update-`;
  const backup = freeName(path.join(folder, `${stem}${fileStamp(new Date())}`), '.db');
  await writeSqliteBackup(client, backup);
  const earlier = readdirSync(folder).filter((name) => name.startsWith(stem) && name.endsWith('.db')).toSorted();
  for (const name of earlier.slice(0, -KEPT_BACKUPS)) for (const end of ['', '.json']) rmSync(path.join(folder, `${name}${end}`), {force: true});
  return backup;
}

async function migrateCopy(file: string, copy: string, fill: (copy: string) => void, beforeReplacing = async () => {}): Promise<string[]> {
  const clear = () => {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${copy}${end}`, {force: true});
  };
  // One that a process left which ended in mid-update.
  clear();
  try {
    fill(copy);
    const {applyMigrations} = await import('./migration-engine');
    const names = await applyMigrations(`file:${copy}`);
    const client = openSqlite(copy);
    await requireIntegrity(client).finally(() => client.close());
    const mode = statSync(file, {throwIfNoEntry: false})?.mode;
    if (mode !== undefined) chmodSync(copy, mode);
    await beforeReplacing();
    placeOver(copy, file);
    return names;
  } finally {
    clear();
  }
}
