import {copyFileSync, existsSync, realpathSync, renameSync, rmSync} from 'node:fs';
import path from 'node:path';
import {isMissingMigrations, requireOwnMigrations} from '../applied-migrations';
import {withFileLock} from '../file-lock';
import {fileSize, fileStamp, freeName, linkNew, makeFolder, placeOver} from '../place-file';
import {foldLog, openSqlite, readSqliteMigrations, requireIntegrity, takeAlone} from '../sqlite-file';
import {checkBackup} from './backup-error';

/**
 * Puts a backup in the place of an SQLite file, all at once.
 * @returns where the file that was replaced lies now; null where there was none
 */
export async function restoreSqlite(given: string, backup: string): Promise<string | null> {
  makeFolder(path.dirname(given));
  return withFileLock(given, async () => {
    const file = existsSync(given) ? realpathSync(given) : given;
    const copy = `${file}.restoring`;
    const clear = () => {
      for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${copy}${end}`, {force: true});
    };
    // One that a process left which ended in the midst of it.
    clear();
    try {
      copyFileSync(backup, copy);
      await checkBackup(() => checkCopy(copy));
      if (fileSize(file) === null) {
        placeOver(copy, file);
        return null;
      }
      const leave = await takeOver(file);
      const kept = freeName(`${file}.replaced-${fileStamp(new Date())}`, '');
      linkNew(file, kept);
      // Beside a damaged file its log may still lie; it belongs to that one.
      for (const end of ['-wal', '-shm']) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${kept}${end}`);
      placeOver(copy, file);
      leave();
      return kept;
    } finally {
      clear();
    }
  });
}

async function checkCopy(copy: string): Promise<void> {
  const client = openSqlite(copy);
  try {
    await requireIntegrity(client);
    const migrations = await readSqliteMigrations(client);
    if (migrations === null) throw new Error('it holds no tables');
    isMissingMigrations('sqlite', migrations);
  } finally {
    client.close();
  }
}

/** What is said of a file that SQLite can't read; such a one may be replaced. */
const DAMAGED = /NOTADB|not a database|CORRUPT|malformed/;

/** Makes sure that nobody uses the file and that it is not another program's. */
async function takeOver(file: string): Promise<() => void> {
  const client = openSqlite(file);
  const unless = (excused: RegExp) => (error: unknown) => {
    if (!excused.test(String(error))) throw error;
  };
  await readSqliteMigrations(client).then((applied) => requireOwnMigrations('sqlite', applied), unless(new RegExp(`was not finished|${DAMAGED.source}`)));
  await takeAlone(client, file).then(() => foldLog(client)).catch(unless(DAMAGED));
  return () => client.close();
}
