import {afterAll, beforeAll, inject, vi} from 'vitest';
import {type Client, createClient, getClient} from '@/lib/db/client';
import {prepareDatabase} from '@/prisma/prepare-database';
import {makePostgresDatabase} from './postgres.mjs';
import {placeInFile} from './test-database';

const kept = globalThis as {prismaClient?: Client};

/**
 * Gives the calling test file another migrated database, beside that of `useTestDatabase`: another installation.
 * What runs inside `there` sees that one. To be called once, at the top of the file.
 */
export function useSecondDatabase(): {there: <T>(work: () => Promise<T>) => Promise<T>} {
  let remove: () => unknown;
  let second: Client;

  beforeAll(async () => {
    const place = inject('postgresUrl') ? await makePostgresDatabase(inject('postgresUrl')) : placeInFile();
    ({remove} = place);
    const said = vi.spyOn(console, 'log').mockImplementation(() => {});
    await prepareDatabase(place.url);
    said.mockRestore();
    second = createClient(place.url);
  });

  afterAll(async () => {
    await second.$disconnect();
    await remove();
  });

  return {
    async there(work) {
      // The process's own, not what the module makes of it, which would be made of that again.
      const {prismaClient: first} = kept;
      kept.prismaClient = second;
      try {
        return await work();
      } finally {
        if (first) kept.prismaClient = first;
        else Reflect.deleteProperty(kept, 'prismaClient');
      }
    },
  };
}

/** How many rows each table has. */
export async function countRows(): Promise<Record<string, number>> {
  const {countyProfile, plannedMeasure, assessment, answer, evidence, traitAnswer} = getClient();
  const tables = {countyProfile, plannedMeasure, assessment, answer, evidence, traitAnswer};
  const counts = Object.values(tables).map((table) => (table as typeof countyProfile).count());
  const rows = await Promise.all(counts);
  return Object.fromEntries(Object.keys(tables).map((name, index) => [name, rows[index] ?? 0]));
}
