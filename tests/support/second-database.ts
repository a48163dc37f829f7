import path from 'node:path';
import {PrismaLibSql} from '@prisma/adapter-libsql';
import {afterAll, beforeAll, vi} from 'vitest';
import {getClient} from '@/lib/db/client';
import {PrismaClient} from '@/prisma/generated/client';
import {prepareDatabase} from '@/prisma/prepare-database';
import {makeFolder} from './test-database';

const kept = globalThis as {prismaClient?: PrismaClient};

/**
 * Gives the calling test file another migrated SQLite file, beside that of `useTestDatabase`: another installation.
 * What runs inside `there` sees that one. To be called once, at the top of the file.
 */
export function useSecondDatabase(): {there: <T>(work: () => Promise<T>) => Promise<T>} {
  const {folder, remove} = makeFolder();
  const url = `file:${path.join(folder, 'county.db')}`;
  let second: PrismaClient;

  beforeAll(async () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => {});
    await prepareDatabase(url);
    said.mockRestore();
    second = new PrismaClient({adapter: new PrismaLibSql({url})});
  });

  afterAll(async () => {
    await second.$disconnect();
    remove();
  });

  return {
    async there(work) {
      const first = getClient();
      kept.prismaClient = second;
      try {
        return await work();
      } finally {
        kept.prismaClient = first;
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
