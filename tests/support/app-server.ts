import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {type AddressInfo, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {makePostgresDatabase} from './postgres.mjs';

/** A running product with a database of its own. */
export type AppServer = {
  /** The address that it printed, without a slash at the end. */
  url: string;
  /** The database that it keeps everything in. */
  databaseUrl: string;
  /** All that it has complained of so far: what it wrote to standard error, and the errors in its log. */
  stderr: () => string;
  /** All lines that it has printed so far. */
  lines: () => readonly string[];
  /** The process that serves at present. */
  pid: () => number;
  /** Sends it a signal, waits for its end and gives its exit code; its database stays. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
  /** Starts it again after its end, at the same address and on the same database. */
  revive: () => Promise<void>;
  /** Stops it, waits for its end, and removes its database. */
  stop: () => Promise<void>;
};

/** How the process is started: a command in front of it, variables beside the tests' own, and another folder than the project's. */
export type Launch = {prefix?: readonly string[]; variables?: Readonly<Record<string, string>>; folder?: string};

const project = path.resolve(import.meta.dirname, '../..');

/** Long enough for a first build on a slow machine. */
export const START_LIMIT = 300_000;

/**
 * Starts the product as `npm start` does, on a free port and an empty database (or on the one that is named, which
 * it then leaves behind), and waits until it prints its address. What the test runner set for itself is kept from it.
 * @throws Error with all it printed, when it ends or stays silent instead
 */
export async function startAppServer(sharedDatabase?: string, {prefix = [], variables = {}, folder = project}: Launch = {}): Promise<AppServer> {
  const {url: databaseUrl, remove} = sharedDatabase === undefined ? await makeDatabase() : {url: sharedDatabase, remove: async () => {}};
  const env = {...process.env, ...variables, HOST: '127.0.0.1', PORT: String(await findFreePort()), DATABASE_URL: databaseUrl};
  Reflect.deleteProperty(env, 'NODE_ENV');
  // What `npm start` runs, but without npm in between, so that its process is the one to stop.
  const {scripts} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {scripts: {start: string}};
  const [, ...args] = scripts.start.split(' ');
  const [command = process.execPath, ...rest] = [...prefix, process.execPath, ...args];
  const printed = {lines: [] as string[], stderr: ''};
  const launch = () => {
    const started = spawn(command, rest, {cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe']});
    printed.lines = [];
    createInterface(started.stdout).on('line', (line) => {
      printed.lines.push(line);
      if (line.startsWith('{"level":"error"')) printed.stderr += `${line}\n`;
    });
    started.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
    return started;
  };
  let child = launch();
  const stop = async () => {
    await end(child, 'SIGTERM');
    await remove();
  };
  const revive = async () => {
    child = launch();
    await readAddress(child, () => printed.lines.join('\n'));
  };
  try {
    const url = await readAddress(child, () => printed.lines.join('\n'));
    const before = printed.stderr.length;
    return {url, databaseUrl, stderr: () => printed.stderr.slice(before), lines: () => printed.lines, pid: () => child.pid ?? 0, end: (signal) => end(child, signal), revive, stop};
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}\n${printed.lines.join('\n')}\n${printed.stderr}`, {cause: error});
  }
}

/** An SQLite file; or, where the run names a PostgreSQL server, a database on that. */
async function makeDatabase(): Promise<{url: string; remove: () => Promise<void>}> {
  const server = process.env.TEST_POSTGRES_URL;
  if (server) return makePostgresDatabase(server);
  const folder = await mkdtemp(path.join(tmpdir(), 'county-e2e-'));
  return {url: `file:${path.join(folder, 'county.db')}`, remove: () => rm(folder, {recursive: true, force: true, maxRetries: 5})};
}

function readAddress(child: ChildProcess, stdout: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The product printed no address within ${START_LIMIT / 1000} s.`)), START_LIMIT);
    child.stdout?.on('data', () => {
      const address = /^\s*(http:\/\/\S+)\s*$/m.exec(stdout())?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The product ended with ${code} before it served.`));
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
