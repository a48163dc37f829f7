/**
 * `npm run bench`: speed and size of the product, mostly as ratios within this run, never as limits of a test; it ends
 * with 1 where a request failed, or where many profiles make a page more than twice as slow.
 * `npm run bench -- officials` runs one scenario: pages, officials, profiles. Everything is on the loopback address, bounded in time, and stopped at the end.
 */
import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import {ensureBuild, prepare, project} from '../../lib/setup/prepare.mjs';
import {benchManyProfiles} from './many-profiles.mjs';
import {benchOfficials} from './officials.mjs';
import {findFreePort, median, print, residentMegabytes, start, startProduct, stopAll} from './server.mjs';

const ROUNDS = 5;
const WARM_UP = 3000;
const SECONDS = 6;
const CONNECTIONS = 8;

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

/** @param {string} folder */
async function benchPages(folder) {
  process.env.DATABASE_URL = `file:${path.join(folder, 'county.db')}`;
  const {importTypeScript} = await import('../../lib/setup/run.mjs');
  const {benchEngine, makeAddresses} = /** @type {typeof import('./scenario')} */ (await importTypeScript('tests/bench/scenario.ts'));

  for (const [name, value] of benchEngine()) print(name, value);

  const {questionnaire: page, files} = await makeAddresses();
  const product = await startProduct(process.env.DATABASE_URL);
  const {base} = product;
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
  print('Memory of the server under this load', `${residentMegabytes(product.pid).toFixed(0)} MB`);
  return true;
}

const SCENARIOS = {pages: benchPages, officials: benchOfficials, profiles: benchManyProfiles};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SCENARIOS));
if (unknown.length > 0) {
  console.error(`No such scenario: ${unknown.join(', ')}. There are: ${Object.keys(SCENARIOS).join(', ')}`);
  process.exit(1);
}
const folder = mkdtempSync(path.join(tmpdir(), 'county-bench-'));
try {
  await prepare();
  ensureBuild();
  for (const [name, bench] of Object.entries(SCENARIOS)) {
    if ((wanted.length === 0 || wanted.includes(name)) && !(await bench(folder))) process.exitCode = 1;
  }
} finally {
  await stopAll();
  rmSync(folder, {recursive: true, force: true});
}
