import path from 'node:path';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import {explainSqliteError} from './explain-sqlite';
import {makeFolder} from './place-file';
import {providerOf} from './provider';
import {requireSoundPages} from './require-sound-pages';

/**
 * Brings the database up to date and makes the local organisation. When nothing is to be done the
 * migration engine is not even loaded, so that a start stays quick.
 * @throws Error whose message says what is wrong with the file or the server and what to do
 */
export async function prepareDatabase(url: string): Promise<void> {
  if (providerOf(url) === 'postgresql') return (await import('./prepare-postgres')).preparePostgres(url);
  const file = url.slice('file:'.length);
  try {
    makeFolder(path.dirname(file));
    const applied = await upgradeSqlite(file);
    if (applied.length > 0) console.log(`· Applied migrations / 已应用数据库迁移: ${applied.join(', ')}`);
    const client = openSqlite(file);
    try {
      await requireSoundPages(client);
      if (!(await isUpToDate(client))) {
        const {applyMigrations} = await import('./migration-engine');
        const applied = await applyMigrations(url);
        if (applied.length > 0) console.log(`· Applied migrations / 已应用数据库迁移: ${applied.join(', ')}`);
      }
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

async function isUpToDate(client: ReturnType<typeof createClient>): Promise<boolean> {
  const known = await client.execute(`SELECT name FROM sqlite_master WHERE name = '_prisma_migrations'`);
  if (known.rows.length === 0) return false;
  const applied = await client.execute(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
  );
  return !isMissingMigrations('sqlite', applied.rows.map((row) => String(row.migration_name)));
}

function explainDatabaseError(file: string, error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  const hint = /readonly|READONLY|EACCES|EPERM|EEXIST|ENOTDIR|CANTOPEN|unable to open|EROFS|ConnectionFailed/.test(detail)
    ? 'The file or its folder can’t be written; check the rights, or name another file: DATABASE_URL=file:/path/county.db\n  文件或其目录不可写，请检查权限，或用 DATABASE_URL 指定其他文件。'
    : /not a database|NOTADB|malformed|CORRUPT|integrity/.test(detail)
      ? 'The file is not an SQLite database, or it is damaged. It was left as it is; restore a copy or name another file with DATABASE_URL.\n  该文件不是 SQLite 数据库或已损坏，程序没有改动它；请恢复备份或用 DATABASE_URL 指定其他文件。'
      : /schema is not empty|another program/.test(detail)
        ? 'The file holds tables of another program. It was left as it is; name another file with DATABASE_URL.\n  该文件中有其他程序的数据表，程序没有改动它；请用 DATABASE_URL 指定其他文件。'
        : 'Nothing was changed. / 没有改动任何数据。';
  return `The database can’t be used / 无法使用数据库: ${file}\n  ${detail}\n  ${hint}`;
}

/** Makes a folder with those above it; in a system folder such as /proc a plain recursive mkdir would never end. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}
