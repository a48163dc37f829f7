import 'server-only';
import {getEnv} from '@/lib/env';
import type {Client} from './client';

/** Longest wait for a database that does not answer any more, in milliseconds. */
const LIMIT = 3000;

/**
 * Closes the process's connections to the database if any was opened; of an SQLite file what stands in its
 * write-ahead log is brought into the file itself first, so that the file alone is whole.
 */
export async function closeDatabase(): Promise<void> {
  const kept = globalThis as {prismaClient?: Client};
  const client = kept.prismaClient;
  if (!client) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, LIMIT)));
  const close = async () => {
    if (getEnv().databaseUrl.startsWith('file:')) await client.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
    await client.$disconnect();
  };
  await Promise.race([close(), late]);
  clearTimeout(timer);
}
