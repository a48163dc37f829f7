/**
 * A PostgreSQL server for tests, where its programs are installed: fresh, in a temporary folder, on the
 * loopback address only, run by a user without rights of the superuser, and gone at the end.
 */
import {execFileSync, spawn} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {chownSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import pg from 'pg';

const USER = 'county';
const PASSWORD = 'p@ss:wörd/1';
const START_LIMIT = 30_000;

/** What to say where there is no PostgreSQL. */
export const POSTGRES_SKIPPED =
  'PostgreSQL was skipped: no server program (initdb, postgres) in PATH or /usr/lib/postgresql; on Debian: apt-get install postgresql / 没有找到 PostgreSQL 服务器程序，已跳过相关测试';

/** The folder of the newest installed server's programs; null where there is none. */
export function findPostgres() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`)];
  const found = folders.find((folder) => folder !== '' && ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name))));
  return found === undefined ? null : path.dirname(realpathSync(path.join(found, 'postgres')));
}

/** PostgreSQL refuses to be run by the superuser; any other user will do. */
function findOwner() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const [, , uid, gid] = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? [];
  return {uid: Number(uid ?? 65534), gid: Number(gid ?? 65534)};
}

async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts a server; null where PostgreSQL is not installed. */
export async function startPostgres() {
  const bin = findPostgres();
  if (bin === null) return null;
  const owner = findOwner();
  const folder = mkdtempSync(path.join(tmpdir(), 'county-postgres-'));
  const data = path.join(folder, 'data');
  const log = path.join(folder, 'log');
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  if (owner.uid !== undefined) for (const name of [folder, passwordFile]) chownSync(name, owner.uid, owner.gid);
  const settings = {...owner, cwd: folder, env: {...process.env, LC_ALL: 'C'}};
  /** @param {string[]} locale */
  const initialise = (...locale) =>
    execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', USER, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync', ...locale], {...settings, stdio: 'pipe'});
  try {
    // Where it can be had, an order of words by pinyin and a time zone of its own, on which nothing may depend.
    initialise('--locale-provider=icu', '--icu-locale=zh', '--locale=C.UTF-8');
  } catch {
    rmSync(data, {recursive: true, force: true});
    initialise('--locale=C');
  }
  const port = await findFreePort();
  const secret = encodeURIComponent(PASSWORD);
  /** @param {string} database */
  const urlOf = (database) => `postgresql://${USER}:${secret}@127.0.0.1:${port}/${database}`;

  /** @type {import('node:child_process').ChildProcess | undefined} */
  let server;

  async function start() {
    const output = openSync(log, 'a');
    const flags = {port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', max_connections: 100, timezone: 'Asia/Shanghai'};
    const child = spawn(path.join(bin ?? '', 'postgres'), ['-D', data, ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
      ...settings,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    server = child;
    for (const end = Date.now() + START_LIMIT; ; ) {
      try {
        await run('postgres', 'SELECT 1');
        return;
      } catch (error) {
        if (child.exitCode !== null || Date.now() > end) throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8')}`, {cause: error});
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /**
   * SIGINT ends it in good order, SIGQUIT at once as a crash would; SIGKILL only its first process, whose end the others
   * find out for themselves. @param {'SIGINT' | 'SIGQUIT' | 'SIGKILL'} [signal]
   */
  async function stop(signal = 'SIGINT') {
    const child = server;
    server = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** Runs statements in one database and returns the rows of the last. @param {string} database @param {string[]} statements */
  async function run(database, ...statements) {
    const client = new pg.Client(urlOf(database));
    client.on('error', () => {});
    await client.connect();
    try {
      /** @type {Record<string, unknown>[]} */
      let rows = [];
      for (const statement of statements) ({rows} = await client.query(statement));
      return rows;
    } finally {
      await client.end();
    }
  }

  /** Makes an empty database and returns its URL. @param {string} name */
  async function createDatabase(name) {
    await run('postgres', `CREATE DATABASE "${name}"`);
    return urlOf(name);
  }

  /** The SQL that would make a database's tables, without what differs from run to run. @param {string} database */
  function dumpSchema(database) {
    const text = execFileSync(path.join(bin ?? '', 'pg_dump'), ['--schema-only', '--no-owner', '--exclude-table=_prisma_migrations', urlOf(database)], {encoding: 'utf8'});
    return text.replace(/^\\(?:un)?restrict .*$/gm, '');
  }

  /** Writes a dump of all that a database holds. @param {string} database @param {string} file */
  function dumpTo(database, file) {
    execFileSync(path.join(bin ?? '', 'pg_dump'), ['--format=custom', `--file=${file}`, urlOf(database)]);
  }

  async function remove() {
    await stop('SIGQUIT');
    rmSync(folder, {recursive: true, force: true, maxRetries: 5});
  }

  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return {port, urlOf, start, stop, run, createDatabase, dumpSchema, dumpTo, remove};
}

/** Makes a database with a name of its own on a server, given the URL of another one there. @param {string} server */
export async function makePostgresDatabase(server) {
  const name = `test_${randomUUID()}`;
  /** @param {string} statement */
  const run = async (statement) => {
    const client = new pg.Client(server);
    client.on('error', () => {});
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`CREATE DATABASE "${name}"`);
  return {url: server.replace(/[^/]*$/, name), remove: () => run(`DROP DATABASE "${name}" WITH (FORCE)`)};
}

/** @typedef {NonNullable<Awaited<ReturnType<typeof startPostgres>>>} PostgresServer */
