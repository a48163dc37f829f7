import pg from 'pg';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import {readPoolConfig} from '@/lib/db/postgres-adapter';
import {isMissingMigrations} from './applied-migrations';
import {ExplainedError} from './explained-error';
import {describeDatabase} from './provider';

/** One server at a time prepares a database; the others wait here and then find it done. */
export const PREPARING_LOCK = 7_150_411;
const LOCK_LIMIT = '60s';
const CONNECT_LIMIT = 10_000;

/**
 * Brings a PostgreSQL database up to date and makes the local organisation. What is found wrong is told before
 * anything is changed.
 * @throws Error whose message says what is wrong and what to do; never with the password
 */
export async function preparePostgres(url: string): Promise<void> {
  const client = makePostgresClient(url);
  try {
    await client.connect();
    await requireUtf8(client);
    await client.query(`SET lock_timeout = '${LOCK_LIMIT}'`);
    await client.query('SELECT pg_advisory_lock($1)', [PREPARING_LOCK]);
    if (await isMissing(client)) {
      const {applyMigrations} = await import('./migration-engine');
      const applied = await applyMigrations(url).catch((error: unknown) => noteUndone(client, error));
      console.log(`· Applied migrations / 已应用数据库迁移: ${applied.join(', ')}`);
    }
    await client.query('INSERT INTO "Organisation" ("id", "name") VALUES ($1, $2) ON CONFLICT DO NOTHING', [LOCAL_ORGANISATION.id, LOCAL_ORGANISATION.name]);
  } catch (error) {
    throw explainPostgresError(url, error);
  } finally {
    // The lock goes with the connection.
    await client.end().catch(() => {});
  }
}

/** A migration that failed was undone by the server as a whole; noted as such, it keeps neither the earlier version of the program from starting nor this one from trying again. */
async function noteUndone(client: pg.Client, error: unknown): Promise<never> {
  await client.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL').catch(() => {});
  throw error;
}

/** @throws Error when the database can't hold every sign */
export async function requireUtf8(client: pg.Client): Promise<void> {
  const {rows} = await client.query<{encoding: string}>(`SELECT current_setting('server_encoding') AS encoding`);
  if (rows[0]?.encoding !== 'UTF8') throw new Error(`its encoding is ${rows[0]?.encoding}, not UTF8`);
}

async function isMissing(client: pg.Client): Promise<boolean> {
  const applied = await readPostgresMigrations(client);
  return applied === null || isMissingMigrations('postgresql', applied);
}

/**
 * The migrations that were applied to a database; null where it holds no table yet.
 * @throws Error when it belongs to another program or a migration was cut off
 */
export async function readPostgresMigrations(client: pg.Client): Promise<string[] | null> {
  const {rows: tables} = await client.query<{name: string}>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`);
  if (!tables.some(({name}) => name === '_prisma_migrations')) {
    if (tables.length > 0) throw new Error('it was made by another program');
    return null;
  }
  const {rows} = await client.query<{name: string; finished: boolean}>(
    'SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name',
  );
  const broken = rows.find(({finished}) => !finished);
  if (broken) throw new Error(`migration ${broken.name} was not finished`);
  return rows.map(({name}) => name);
}

/** A connection to a database that is not prepared, for one task. */
export function makePostgresClient(url: string): pg.Client {
  const {connectionString, application_name} = readPoolConfig(url);
  const client = new pg.Client({connectionString, application_name, connectionTimeoutMillis: CONNECT_LIMIT});
  // A connection that is lost while nothing runs is told by the statement after.
  client.on('error', () => {});
  return client;
}

/** By what the error's code, or its words where the migration engine keeps that to itself, match: the next step, in both languages. */
const HINTS: readonly [RegExp, string][] = [
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|timeout expired|connection timeout|Connection terminated/,
    'The server can’t be reached. Check that PostgreSQL runs there and that host and port in DATABASE_URL are right.\n  无法连接数据库服务器。请确认 PostgreSQL 已启动，并检查 DATABASE_URL 中的主机和端口。',
  ],
  [/28P01|28000/, 'The server does not accept this user or password. Check both in DATABASE_URL; signs such as @ : / are written %40 %3A %2F there.\n  服务器不接受该用户名或密码。请检查 DATABASE_URL；其中的 @ : / 等符号应写成 %40 %3A %2F。'],
  [/3D000/, 'There is no such database on the server. Make an empty one (createdb) or correct its name in DATABASE_URL.\n  服务器上没有该数据库。请先新建一个空数据库（createdb），或更正 DATABASE_URL 中的名称。'],
  [/57P0[1-3]/, 'The server is starting up or shutting down. Try again shortly.\n  服务器正在启动或关闭，请稍后再试。'],
  [/53300/, 'The server has no connection left. Try again later, or allow more (max_connections).\n  服务器的连接数已满。请稍后再试，或调高 max_connections。'],
  [/55P03/, 'Another server of this program has been preparing the database for a minute. Wait until it is done, then start again.\n  本程序的另一个服务器正在准备该数据库，已超过一分钟。请等它完成后再启动。'],
  [/42501|permission denied/, 'This user may not make tables there. Make the user owner of the database.\n  该用户无权在其中建表。请把数据库的所有者设为该用户。'],
  [/25006|read-only transaction/, 'The server only reads, as a standby does. Name the one that is written to.\n  该服务器只读（例如备用服务器）。请改用可写的主服务器。'],
  [/53100|No space left/, 'The server’s disk is full. Make room, then start again.\n  服务器磁盘已满。请清出空间后再启动。'],
  [/newer version/, 'Nothing was changed. / 没有改动任何数据。该数据库由更新版本的程序创建，请启动那个版本。'],
  [/another program/, 'The database holds tables of another program. It was left as it is; name an empty one in DATABASE_URL.\n  该数据库中有其他程序的数据表，程序没有改动它；请在 DATABASE_URL 中指定一个空数据库。'],
  [/not UTF8/, 'Make the database with the encoding UTF8 (createdb -E UTF8 -T template0). Nothing was changed.\n  请用 UTF8 编码新建数据库（createdb -E UTF8 -T template0）。没有改动任何数据。'],
  [/was not finished/, 'It was cut off in its midst. Restore a backup from before it, or have an administrator look at _prisma_migrations. Nothing was changed.\n  该迁移中途中断。请恢复此前的备份，或请管理员检查 _prisma_migrations。没有改动任何数据。'],
  [
    /42P07|42710|42P01|42703|failed to apply/,
    'The server undid it; the tables are as they were. Go on with the earlier version of the program, and report this message.\n  服务器已撤销这次更新，数据表没有改动。请继续使用原来版本的程序，并反馈以上信息。',
  ],
  [/SSL|certificate|self.signed/i, 'The encrypted connection did not come about. Check sslmode and sslrootcert in DATABASE_URL.\n  未能建立加密连接。请检查 DATABASE_URL 中的 sslmode 和 sslrootcert。'],
];

/** What an error met with a PostgreSQL database means for people; one that is explained already stays as it is. */
export function explainPostgresError(url: string, error: unknown): Error {
  if (error instanceof ExplainedError) return error;
  const {code = '', message = String(error)} = error instanceof Error ? (error as Error & {code?: string}) : {};
  // Where a name has several addresses, the failure of each is told apart and the whole has no words of its own.
  const words = message || (error instanceof AggregateError ? error.errors.map((each: unknown) => (each as Error).message).join('; ') : code);
  // Of what the migration engine says, without where in itself it was.
  const detail = words.replace(/\n\s+0: [\s\S]*$/, '');
  const hint = HINTS.find(([pattern]) => pattern.test(`${code} ${detail}`))?.[1] ?? 'Nothing was changed. / 没有改动任何数据。';
  return new ExplainedError(`The database can’t be used / 无法使用数据库: ${describeDatabase(url)}\n  ${detail}\n  ${hint}`, {cause: error});
}
