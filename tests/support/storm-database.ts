import path from 'node:path';
import {getClient} from '@/lib/db/client';
import type {Place} from './save-storm';
import {makeDraft, makeFolder, stageCodes} from './test-database';

/** Measures of new drafts of the database in use, one place for each official; no two officials share one. */
export async function makePlaces(drafts: number, each: number): Promise<Place[]> {
  const measures = [...stageCodes(1), ...stageCodes(2), ...stageCodes(3)].slice(0, each);
  const ids: string[] = [];
  for (let index = 0; index < drafts; index += 1) ids.push((await makeDraft()).id);
  return ids.flatMap((id) => measures.map((measure) => ({id, measure})));
}

/**
 * A copy of the SQLite file in use. The driver keeps a file that it has opened until its process ends; the copy is open
 * only where it is served, so that a server that was killed leaves it to nobody.
 */
export async function copyDatabase(): Promise<{url: string; file: string; folder: string; remove: () => void}> {
  const {folder, remove} = makeFolder();
  const file = path.join(folder, 'county.db');
  await getClient().$executeRawUnsafe('VACUUM INTO ?', file);
  return {url: `file:${file}`, file, folder, remove};
}
