/**
 * `npm run bench`: speed and size of the product as ratios within this run, never as limits of a test.
 * Everything is on the loopback address, bounded in time, and stopped at the end.
 */
import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import {ensureBuild, prepare, project} from '../../lib/setup/prepare.mjs';

const ROUNDS = 5;
const WARM_UP = 3000;
const SECONDS = 6;
const CONNECTIONS = 8;

/** @type {{stop: () => void}[]} */
const started = [];

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @returns {Promise<number>} */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts a server and waits for its first answer. @param {string[]} args @param {string} cwd @param {Record<string, string>} variables @param {string} url */
async function start(args, cwd, variables, url) {
  const begin = performance.now();
  const child = spawn(process.execPath, args, {cwd, stdio: 'ignore', env: {...process.env, NEXT_TELEMETRY_DISABLED: '1', ...variables}});
  const server = {child, stop: () => void child.kill('SIGTERM')};
  started.push(server);
  for (;;) {
    if (await fetch(url).then((response) => response.ok, () => false)) return {...server, milliseconds: performance.now() - begin};
    if (child.exitCode !== null || performance.now() - begin > 120_000) throw new Error(`${args.join(' ')} did not answer at ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** An empty App Router page of the same Next.js, rendered on the server at each request. */
async function startEmptyApp() {
  const folder = path.join(project, '.next/empty-app');
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(path.join(folder, 'app'), {recursive: true});
  const root = JSON.stringify(project.replace(/[\\/]$/, ''));
  const files = {
    'package.json': '{"name": "empty", "private": true, "type": "module"}',
    'next.config.mjs': `export default {turbopack: {root: ${root}}, outputFileTracingRoot: ${root}};`,
    'app/layout.jsx': 'export default function Layout({children}) { return <html lang="en"><body>{children}</body></html>; }',
    'app/page.jsx': "export const dynamic = 'force-dynamic';\nexport default function Page() { return <h1>Empty</h1>; }",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const next = path.join(project, 'node_modules/next/dist/bin/next');
  const build = spawn(process.execPath, [next, 'build'], {cwd: folder, stdio: 'ignore', env: {...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production'}});
  await new Promise((resolve, reject) => build.once('exit', (code) => (code === 0 ? resolve(code) : reject(new Error('the empty app did not build')))));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}/`;
  await start([next, 'start', '-H', '127.0.0.1', '-p', String(port)], folder, {}, url);
  return url;
}

/** Bytes of JavaScript that a page's script elements transfer with gzip. @param {string} url */
async function transferredScript(url) {
  const html = await (await fetch(url)).text();
  const sources = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"(?![^>]*noModule)/g)].map((match) => match[1] ?? ''));
  let total = 0;
  for (const source of sources) {
    const {gzipSync} = await import('node:zlib');
    total += gzipSync(Buffer.from(await (await fetch(new URL(source, url))).arrayBuffer())).length;
  }
  return total;
}

/** @param {string} url @param {{amount?: number, duration?: number}} bounds */
async function load(url, bounds) {
  const result = await autocannon({url, connections: CONNECTIONS, ...bounds});
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no 2xx, ${result.errors} failed`);
  return result.requests.average;
}

/**
 * How long a file takes, warm, and the longest that a small request waited while it was made, beside one on an idle server.
 * @param {string} base @param {string} file
 */
async function timeFile(base, file) {
  const ask = async (/** @type {string} */ url) => {
    const begin = performance.now();
    const response = await fetch(base + url);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return performance.now() - begin;
  };
  await ask(file);
  /** @type {{times: number[], waits: number[], idle: number[]}} */
  const {times, waits, idle} = {times: [], waits: [], idle: []};
  for (let index = 0; index < 20; index += 1) idle.push(await ask('/api/v1/health'));
  for (let round = 0; round < ROUNDS; round += 1) {
    const making = {over: false};
    const made = ask(file).finally(() => (making.over = true));
    while (!making.over) waits.push(await ask('/api/v1/health'));
    times.push(await made);
  }
  const longest = (/** @type {number[]} */ values) => `${Math.max(...values).toFixed(0)} ms`;
  return `${median(times).toFixed(0)} ms, longest ${longest(times)}; other requests waited up to ${longest(waits)}, idle ${longest(idle)}`;
}

/** @param {number | undefined} pid */
function residentMegabytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** @param {string} name @param {string} value */
function print(name, value) {
  console.log(`${name.padEnd(58)} ${value}`);
}

const folder = mkdtempSync(path.join(tmpdir(), 'county-bench-'));
try {
  await prepare();
  ensureBuild();
  process.env.DATABASE_URL = `file:${path.join(folder, 'county.db')}`;
  const {importTypeScript} = await import('../../lib/setup/run.mjs');
  const {benchEngine, makeAddresses} = /** @type {typeof import('./scenario')} */ (await importTypeScript('tests/bench/scenario.ts'));

  for (const [name, value] of benchEngine()) print(name, value);

  const {questionnaire: page, files} = await makeAddresses();
  const port = await findFreePort();
  const base = `http://127.0.0.1:${port}`;
  // As `npm start` does, memory limits included.
  const [, ...startArguments] = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')).scripts.start.split(' ');
  const product = await start(startArguments, project, {PORT: String(port), HOST: '127.0.0.1'}, `${base}/api/v1/health`);
  print('Start after set-up until the first answer', `${(product.milliseconds / 1000).toFixed(2)} s`);
  for (const {name, path: file} of files) print(`Report as ${name}`, await timeFile(base, file));
  const empty = await startEmptyApp();

  const [ours, theirs] = [await transferredScript(base + page), await transferredScript(empty)];
  print('JavaScript of a questionnaire page, gzip', `${(ours / 1024).toFixed(1)} KB, ${((ours - theirs) / 1024).toFixed(1)} KB more than an empty page`);

  await load(empty, {amount: WARM_UP});
  await load(base + page, {amount: WARM_UP});
  /** @type {number[]} */
  const ratios = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [blank, full] = [await load(empty, {duration: SECONDS}), await load(base + page, {duration: SECONDS})];
    ratios.push(full / blank);
    print(`Round ${round + 1}: empty page, questionnaire page`, `${blank.toFixed(0)}/s, ${full.toFixed(0)}/s, ratio ${(full / blank).toFixed(2)}`);
  }
  print('Questionnaire page against an empty page, median ratio', median(ratios).toFixed(2));
  print('Memory of the server under this load', `${residentMegabytes(product.child.pid).toFixed(0)} MB`);
} finally {
  for (const {stop} of started) stop();
  rmSync(folder, {recursive: true, force: true});
}
