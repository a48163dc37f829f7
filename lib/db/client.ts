import 'server-only';
import type {SqlDriverAdapter, SqlDriverAdapterFactory} from '@prisma/driver-adapter-utils';
import {getEnv} from '@/lib/env';
import {PrismaClient as PostgresClient} from '@/prisma/generated/postgresql/client';
import {PrismaClient as SqliteClient} from '@/prisma/generated/sqlite/client';
import {fileOf, providerOf} from '@/prisma/provider';
import type {Provider} from '@/prisma/provider-schema.mjs';
import {toAppError} from './database-error';

/**
 * The client as the application sees it: that of SQLite, whose inputs PostgreSQL's takes too. Where the two differ
 * (`mode` of a search, lib/db/profiles.ts) one asks `databaseProvider`.
 */
export type Client = SqliteClient;

const kept = globalThis as {prismaClient?: Client};
/** The client that this copy of the module gives, made of the process's. */
let given: {base: Client; client: Client} | undefined;

/** The process's database client; opened at first use, kept through reloads of the code in development. */
export function getClient(): Client {
  const base = (kept.prismaClient ??= createClient(getEnv().databaseUrl));
  if (given?.base !== base) given = {base, client: withExpectedFailures(base)};
  return given.client;
}

/** The kind of database that the process's settings name. */
export function databaseProvider(): Provider {
  return providerOf(getEnv().databaseUrl);
}

/** The lines of code around a failed query, which the other formats print, are not there to be read in a built program. */
const errorFormat = 'minimal';

/** A client for a database of its own. The class alone is small; driver and query compiler are loaded when it connects. */
export function createClient(url: string): Client {
  if (providerOf(url) === 'sqlite') {
    const adapter = connectLater('sqlite', async () => (await import('./sqlite-adapter')).openSqliteFile(fileOf(url)));
    return new SqliteClient({adapter, errorFormat});
  }
  const adapter = connectLater('postgres', async () => (await import('./postgres-adapter')).createAdapter(url).connect());
  return new PostgresClient({adapter, errorFormat}) as unknown as Client;
}

/**
 * A page that only reads has no `write` to tell it what a database's failure means. Not kept with the client: pages and
 * routes each have this module, and with it the class of errors that they know, for themselves.
 */
function withExpectedFailures(shared: Client): Client {
  const extended = shared.$extends({
    query: {
      $allOperations: async ({args, query}) => {
        try {
          return await query(args);
        } catch (error) {
          throw toAppError(error) ?? error;
        }
      },
    },
  });
  return extended as unknown as Client;
}

function connectLater(provider: SqlDriverAdapterFactory['provider'], connect: () => Promise<SqlDriverAdapter>): SqlDriverAdapterFactory {
  return {provider, adapterName: `${provider}-adapter`, connect};
}
