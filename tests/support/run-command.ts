import {spawn, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createClient} from '@libsql/client';
import manifest from '@/package.json' with {type: 'json'};

const project = path.resolve(import.meta.dirname, '../..');

/** What `npm run db:…` runs, but without npm in between, so that its process is the one to stop; and a writer of the tests. */
const argumentsOf = (command: string) => command.split(' ').slice(1);
const SCRIPTS = {
  backup: argumentsOf(manifest.scripts['db:backup']),
  restore: argumentsOf(manifest.scripts['db:restore']),
  copy: argumentsOf(manifest.scripts['db:copy']),
  writer: ['lib/setup/run.mjs', 'tests/support/database-writer.ts'],
};

type Script = keyof typeof SCRIPTS;

/** How a command ended and all that it printed. */
export type Ended = {code: number | null; stdout: string; stderr: string};

/** What a script is kept from: `limit` is the size of the largest file that it may write, in KiB; `uid` the user that it runs as. */
type Bounds = {limit?: number; uid?: number};

/** Starts one of the project's scripts on a database as its npm command does. */
export function startScript(script: Script, databaseUrl: string, args: readonly string[] = [], {limit, uid}: Bounds = {}) {
  const node = [process.execPath, ...SCRIPTS[script], ...args];
  const [program = '', ...rest] = limit === undefined ? node : ['bash', '-c', `ulimit -f ${limit}; exec "$@"`, 'bash', ...node];
  const env = {...process.env, DATABASE_URL: databaseUrl};
  Reflect.deleteProperty(env, 'NODE_ENV');
  return spawn(program, rest, {cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'], ...(uid === undefined ? {} : {uid, gid: uid})});
}

/** A user without the rights of the superuser, who may read the project; null where there is none to be had. */
export function findGuest(): {uid?: number} | null {
  if (process.getuid?.() !== 0) return {};
  const uid = 65534;
  const {status} = spawnSync(process.execPath, ['-e', "require('fs').readFileSync('node_modules/jiti/package.json')"], {cwd: project, uid, gid: uid});
  return status === 0 ? {uid} : null;
}

/** Runs one of the project's scripts to its end. */
export async function runScript(...given: Parameters<typeof startScript>): Promise<Ended> {
  const child = startScript(...given);
  const printed = {stdout: '', stderr: ''};
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return {code, ...printed};
}

/** A process that storms a database with writes, and what of them was acknowledged so far. */
export async function startStorm(databaseUrl: string) {
  const child = startScript('writer', databaseUrl, ['storm']);
  let acknowledged = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    acknowledged = Math.max(acknowledged, ...text.split('\n').flatMap((line) => (/^\d+$/.test(line) ? [Number(line)] : [])));
  });
  const reach = async (number: number) => {
    while (acknowledged < number) {
      if (child.exitCode !== null) throw new Error('the storm is over');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  await reach(1);
  return {
    acknowledged: () => acknowledged,
    reach,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The hash of each file in a folder, and in those below it, but for what SQLite keeps in shared memory. */
export function hashFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'));
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}

/** All rows of all tables of an SQLite file, read from a copy so that this process never holds the file open. */
export async function dumpSqlite(file: string): Promise<Record<string, Record<string, unknown>[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'county-dump-'));
  const copy = path.join(folder, 'copy.db');
  for (const end of ['', '-wal']) if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy}${end}`);
  const client = createClient({url: `file:${copy}`});
  try {
    const {rows: tables} = await client.execute(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`);
    const dump: Record<string, Record<string, unknown>[]> = {};
    for (const {name} of tables) dump[String(name)] = (await client.execute(`SELECT * FROM "${String(name)}" ORDER BY 1`)).rows.map((row) => ({...row}));
    return dump;
  } finally {
    client.close();
    rmSync(folder, {recursive: true, force: true});
  }
}
