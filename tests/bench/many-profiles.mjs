/** Pages on a database of all counties of China beside the same pages on a database of ten. */
import {startPostgres} from '../support/postgres.mjs';
import {fillDatabase, median, print, startProduct} from './server.mjs';

const FEW = 10;
const MANY = 3000;
const WARM_UP = 20;
const ROUNDS = 8;
const REQUESTS = 10;
const MOST = 2;

/** @param {string} url */
async function time(url) {
  const begin = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - begin;
}

/** @param {string} name @param {(size: string) => string | Promise<string>} place */
async function compare(name, place) {
  const [few, many] = await Promise.all(
    [FEW, MANY].map(async (count) => {
      const url = await place(`profiles${count}`);
      const begin = performance.now();
      const pages = /** @type {Record<string, string>} */ (fillDatabase(url, 'profiles', String(count)));
      if (count === MANY) print(`${MANY} profiles with 5 assessments each, ${name}`, `made in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
      const server = await startProduct(url);
      if (count === MANY) print(`Start on it until the first answer, ${name}`, `${(server.milliseconds / 1000).toFixed(2)} s`);
      return {server, pages};
    }),
  );
  if (!few || !many) throw new Error('unreachable');
  let well = true;
  for (const page of Object.keys(many.pages)) {
    /** @type {[few: number[], many: number[]]} */
    const times = [[], []];
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [index, {server, pages}] of [few, many].entries()) {
        for (let request = 0; request < (round === 0 ? WARM_UP : REQUESTS); request += 1) {
          const taken = await time(server.base + pages[page]);
          if (round > 0) times[index]?.push(taken);
        }
      }
    }
    const [small, large] = [median(times[0]), median(times[1])];
    well &&= large <= MOST * small;
    print(`Page with ${FEW} and ${MANY} profiles, ${name}: ${page}`, `${small.toFixed(1)} ms, ${large.toFixed(1)} ms, ratio ${(large / small).toFixed(2)}`);
  }
  await Promise.all([few.server.stop(), many.server.stop()]);
  if (!well) print(`More than ${MOST} times as long, ${name}`, 'see above');
  return well;
}

/** On SQLite and, where its server is installed, on PostgreSQL; false when a page takes more than twice as long. @param {string} folder */
export async function benchManyProfiles(folder) {
  const well = await compare('SQLite', (size) => `file:${folder}/${size}.db`);
  const postgres = await startPostgres();
  if (!postgres) return well;
  try {
    return (await compare('PostgreSQL', (size) => postgres.createDatabase(size))) && well;
  } finally {
    await postgres.remove();
  }
}
