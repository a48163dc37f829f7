import 'server-only';
import {PrismaLibSql} from '@prisma/adapter-libsql';
import {getEnv} from '@/lib/env';
import {PrismaClient} from '@/prisma/generated/client';

/** How long a statement waits for another process's write, in milliseconds. */
const BUSY_TIMEOUT = 5000;

const kept = globalThis as {prismaClient?: PrismaClient};

/** The process's database client; opened at first use, kept through reloads of the code in development. */
export function getClient(): PrismaClient {
  return (kept.prismaClient ??= new PrismaClient({
    adapter: new PrismaLibSql({url: getEnv().databaseUrl, timeout: BUSY_TIMEOUT}),
  }));
}
