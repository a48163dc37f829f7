import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {devNull, tmpdir} from 'node:os';
import path from 'node:path';
import pg from 'pg';
import {isMissingMigrations, requireOwnMigrations} from '../applied-migrations';
import {explained} from '../explained-error';
import {makeFolder} from '../place-file';
import {PREPARING_LOCK, makePostgresClient, readPostgresMigrations, requireUtf8} from '../prepare-postgres';
import {describeDatabase} from '../provider';
import {checkBackup} from './backup-error';
import {nameBackup} from './backup-name';
import {noteFile} from './backup-note';
import {currentSchema, dumpTo} from './postgres-backup';
import {type PostgresTools, PostgresToolError, openPostgresTools} from './postgres-tools';

/**
 * Puts a backup in the place of what a PostgreSQL database holds, in one transaction.
 * @returns the backup of what was replaced; null where the database was empty
 */
export async function restorePostgres(url: string, backup: string): Promise<string | null> {
  const client = makePostgresClient(url);
  const folder = mkdtempSync(path.join(tmpdir(), 'county-restore-'));
  let tools: PostgresTools | undefined;
  let kept: string | null = null;
  try {
    await client.connect();
    await requireUtf8(client);
    await requireAlone(client, url);
    const before = await readPostgresMigrations(client).catch((error: unknown) => {
      // One that was left in mid-update may be replaced.
      if (/was not finished/.test(String(error))) return [];
      throw error;
    });
    requireOwnMigrations('postgresql', before);
    tools = await openPostgresTools(url, client);
    const schema = await currentSchema(client);
    await checkDump(tools, backup, schema);
    if (before !== null) {
      kept = path.resolve(nameBackup(url, 'county-before-restore'));
      makeFolder(path.dirname(kept));
      await dumpTo(kept, tools, before);
    }
    const clear = path.join(folder, 'clear.sql');
    const script = path.join(folder, 'restore.sql');
    writeFileSync(clear, await writeDrops(client));
    await tools.run('pg_restore', ['--no-owner', '--no-privileges', `--schema=${schema}`, `--file=${script}`, backup], false);
    await tools.run('psql', ['--no-psqlrc', '--quiet', '--output', devNull, '--set=ON_ERROR_STOP=1', '--single-transaction', `--file=${clear}`, `--file=${script}`]);
    return kept;
  } catch (error) {
    if (kept) for (const left of [kept, noteFile(kept)]) rmSync(left, {force: true});
    throw error instanceof PostgresToolError ? explainTool(url, error) : error;
  } finally {
    tools?.remove();
    rmSync(folder, {recursive: true, force: true});
    // The lock goes with the connection.
    await client.end().catch(() => {});
  }
}

/** Keeps servers from starting on the database, and refuses when one runs. */
async function requireAlone(client: pg.Client, url: string): Promise<void> {
  const {rows: locks} = await client.query<{mine: boolean}>('SELECT pg_try_advisory_lock($1) AS mine', [PREPARING_LOCK]);
  const {rows: others} = await client.query<{who: string}>(
    `SELECT DISTINCT coalesce(nullif(application_name, ''), usename::text) AS who FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend' ORDER BY 1`,
  );
  if (locks[0]?.mine && others.length === 0) return;
  throw explained(
    `The database is in use / 数据库正在使用: ${describeDatabase(url)}`,
    `Connected to it: ${others.map(({who}) => who).join(', ') || 'a server that is starting'}. Nothing was changed.`,
    'Stop the servers and programs that use it, then do this again.',
    '有服务或其他程序连接着该数据库，没有改动任何数据。请先停止它们，再重新执行。',
  );
}

/** Reads the whole dump, so that one cut in half is found before anything is changed. */
async function checkDump(tools: PostgresTools, backup: string, schema: string): Promise<void> {
  await checkBackup(async () => {
    await tools.run('pg_restore', [`--file=${devNull}`, backup], false);
    const rows = await tools.run('pg_restore', ['--data-only', `--schema=${schema}`, '--table=_prisma_migrations', '--file=-', backup], false);
    const [, columns = '', data = ''] = /^COPY [^(]*\(([^)]*)\) FROM stdin;\n([\s\S]*?)^\\\.$/m.exec(rows) ?? [];
    const at = columns.split(', ').indexOf('migration_name');
    const names = data.split('\n').flatMap((line) => line.split('\t')[at] ?? []);
    if (at < 0 || names.length === 0) throw new Error('it holds no tables of this program');
    isMissingMigrations('postgresql', names.toSorted());
  });
}

async function writeDrops(client: pg.Client): Promise<string> {
  const schema = pg.escapeIdentifier(await currentSchema(client));
  const {rows: tables} = await client.query<{name: string}>('SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()');
  const {rows: types} = await client.query<{name: string}>(
    `SELECT typname AS name FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace WHERE nspname = current_schema() AND typtype = 'e'`,
  );
  const list = (rows: readonly {name: string}[]) => rows.map(({name}) => `${schema}.${pg.escapeIdentifier(name)}`).join(', ');
  return [tables.length > 0 ? `DROP TABLE ${list(tables)};` : '', types.length > 0 ? `DROP TYPE ${list(types)};` : ''].join('\n');
}

function explainTool(url: string, error: PostgresToolError): Error {
  return explained(
    `The backup can’t be restored / 无法恢复备份: ${describeDatabase(url)}`,
    error.message,
    'Nothing was changed. Make sure that the tools are of the server’s version or newer, and that the user owns the tables.',
    '没有改动任何数据。请确认客户端工具不低于服务器版本，且该用户是这些数据表的所有者。',
    error,
  );
}
