/** Officials who all work at once: each saves an answer to every measure of a county, one after another, and reads the result. */
import {startPostgres} from '../support/postgres.mjs';
import {fillDatabase, percentile, print, residentMegabytes, startProduct} from './server.mjs';

const OFFICIALS = 200;
/** All must be done by then, in milliseconds. */
const LIMIT = 300_000;

/** @param {string} name @param {string} databaseUrl */
async function work(name, databaseUrl) {
  const drafts = /** @type {{result: string, answers: string[]}[]} */ (fillDatabase(databaseUrl, 'drafts', String(OFFICIALS)));
  const server = await startProduct(databaseUrl);
  const signal = AbortSignal.timeout(LIMIT);
  /** @type {Map<string, number>} */
  const errors = new Map();
  /** @param {string} url @param {RequestInit} [request] */
  const time = async (url, request) => {
    const begin = performance.now();
    try {
      const response = await fetch(server.base + url, {...request, signal});
      await response.arrayBuffer();
      if (!response.ok) errors.set(String(response.status), (errors.get(String(response.status)) ?? 0) + 1);
    } catch (error) {
      const text = signal.aborted ? 'not done in time' : String(error);
      errors.set(text, (errors.get(text) ?? 0) + 1);
    }
    return performance.now() - begin;
  };
  /** @type {number[]} */
  const saves = [];
  /** @type {number[]} */
  const results = [];
  const begin = performance.now();
  let lastSave = begin;
  await Promise.all(
    drafts.map(async ({result, answers}) => {
      for (const [index, url] of answers.entries()) {
        const answer = {value: index % 4 === 0 ? 'not-in-place' : 'in-place', note: '由商务局牵头。', reason: '', evidence: []};
        const body = JSON.stringify({answer, revision: 0, saveId: crypto.randomUUID()});
        saves.push(await time(url, {method: 'PUT', headers: {'content-type': 'application/json'}, body}));
      }
      lastSave = performance.now();
      results.push(await time(result));
    }),
  );
  const list = (/** @type {number[]} */ values) => [0.5, 0.95, 0.99].map((share) => `${percentile(values, share).toFixed(0)} ms`).join(' / ');
  print(`${OFFICIALS} officials at once, ${name}: saves`, `${saves.length}, ${((saves.length / (lastSave - begin)) * 1000).toFixed(0)}/s, p50/p95/p99 ${list(saves)}`);
  print(`${OFFICIALS} officials at once, ${name}: results`, `${results.length}, p50/p95/p99 ${list(results)}`);
  print(`${OFFICIALS} officials at once, ${name}: errors`, errors.size === 0 ? '0' : [...errors].map(([text, times]) => `${text} ×${times}`).join(', '));
  print(`${OFFICIALS} officials at once, ${name}: memory at most`, `${residentMegabytes(server.pid, 'VmHWM').toFixed(0)} MB`);
  await server.stop();
  return errors.size === 0;
}

/** On SQLite and, where its server is installed, on PostgreSQL; false when a request failed. @param {string} folder */
export async function benchOfficials(folder) {
  const well = await work('SQLite', `file:${folder}/officials.db`);
  const postgres = await startPostgres();
  if (!postgres) return well;
  try {
    return (await work('PostgreSQL', await postgres.createDatabase('officials'))) && well;
  } finally {
    await postgres.remove();
  }
}
