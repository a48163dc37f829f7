/** Servers of the benchmark: on the loopback address, and stopped at its end. */
import {spawn, spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:net';
import path from 'node:path';
import {project} from '../../lib/setup/prepare.mjs';

/** @type {{stop: () => Promise<void>}[]} */
const started = [];

/** @param {readonly number[]} values */
export function median(values) {
  return percentile(values, 0.5);
}

/** The smallest value that at least this share of the values do not exceed. @param {readonly number[]} values @param {number} share */
export function percentile(values, share) {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
}

/** @param {string} name @param {string} value */
export function print(name, value) {
  console.log(`${name.padEnd(58)} ${value}`);
}

/** @returns {Promise<number>} */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts a server and waits for its first answer. @param {string[]} args @param {string} cwd @param {Record<string, string>} variables @param {string} url */
export async function start(args, cwd, variables, url) {
  const begin = performance.now();
  const child = spawn(process.execPath, args, {cwd, stdio: 'ignore', env: {...process.env, NEXT_TELEMETRY_DISABLED: '1', ...variables}});
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  const server = {
    pid: child.pid,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
  started.push(server);
  for (;;) {
    if (await fetch(url).then((response) => response.ok, () => false)) return {...server, milliseconds: performance.now() - begin};
    if (child.exitCode !== null || performance.now() - begin > 120_000) throw new Error(`${args.join(' ')} did not answer at ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts the product as `npm start` does, memory limits included. @param {string} databaseUrl */
export async function startProduct(databaseUrl) {
  const port = await findFreePort();
  const base = `http://127.0.0.1:${port}`;
  const [, ...args] = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')).scripts.start.split(' ');
  const variables = {PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent'};
  return {base, ...(await start(args, project, variables, `${base}/api/v1/health`))};
}

export async function stopAll() {
  await Promise.all(started.map(({stop}) => stop()));
}

/** Memory in use at present, or at most so far. @param {number | undefined} pid @param {'VmRSS' | 'VmHWM'} [what] */
export function residentMegabytes(pid, what = 'VmRSS') {
  try {
    return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Fills a database in a process of its own and returns what that printed last. @param {string} databaseUrl @param {string[]} args */
export function fillDatabase(databaseUrl, ...args) {
  const {status, stdout} = spawnSync(process.execPath, ['lib/setup/run.mjs', 'tests/bench/fill-database.ts', ...args], {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {...process.env, DATABASE_URL: databaseUrl},
  });
  if (status !== 0) throw new Error(`the database was not filled: ${args.join(' ')} ended with ${status}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
