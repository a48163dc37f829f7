import 'server-only';
import {getEnv} from '@/lib/env';
import {fileOf} from '@/prisma/provider';
import type {Provider} from '@/prisma/provider-schema.mjs';
import {databaseProvider, getClient} from './client';
import {type DatabaseFailure, classifyDatabaseError} from './database-error';
import {isFileInPlace} from './file-in-place';
import {LOCAL_ORGANISATION} from './local-organisation';
import {type Transaction, write} from './write';

/** Why saving would not work. */
export type HealthFailure = DatabaseFailure | 'database-missing' | 'database-slow' | 'database-failing' | 'schema-ahead' | 'schema-behind';

/** The database as it was found; each part is null where that could not be told. */
export type DatabaseHealth = {
  kind: Provider;
  /** Newest migration that was applied. */
  migration: string | null;
  /** Whether it was brought to the level of this program. */
  current: boolean | null;
  readable: boolean;
  /** Whether a write was committed. */
  writable: boolean;
  /** Undefined where saving works. */
  failure?: HealthFailure;
  /** What is to be logged, where the failure is none that is known. */
  error?: unknown;
};

/** Longest wait for the database, in milliseconds. */
const LIMIT = 2000;
/** For how long an outcome is told again, so that those who ask often cost nothing; whatever the clock does meanwhile. */
const KEPT = 1000;

let last: {health: Promise<DatabaseHealth>; until: number} | undefined;

/**
 * Reads and writes as saving an answer does, within a time limit; what is written is what was there.
 * `known` are the names of this program's migrations. Those who ask at the same time share one check.
 */
export async function checkDatabase(known: readonly string[]): Promise<DatabaseHealth> {
  if (!last || performance.now() > last.until) {
    const found: DatabaseHealth = {kind: databaseProvider(), migration: null, current: null, readable: false, writable: false};
    const health = check(known, found).catch((error: unknown): DatabaseHealth => {
      const failure = classifyDatabaseError(error);
      return failure?.startsWith('database-') ? {...found, failure: failure as DatabaseFailure} : {...found, failure: 'database-failing', error};
    });
    const mine = {health, until: Number.POSITIVE_INFINITY};
    last = mine;
    void health.then(() => (mine.until = performance.now() + KEPT));
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<DatabaseHealth>((resolve) => {
    timer = setTimeout(() => resolve({kind: databaseProvider(), migration: null, current: null, readable: false, writable: false, failure: 'database-slow'}), LIMIT);
  });
  const health = await Promise.race([last.health, late]);
  clearTimeout(timer);
  return health;
}

async function check(known: readonly string[], found: DatabaseHealth): Promise<DatabaseHealth> {
  // A missing one would be made anew.
  if (found.kind === 'sqlite' && !isFileInPlace(fileOf(getEnv().databaseUrl))) return {...found, failure: 'database-missing'};
  const rows = await getClient().$queryRaw<{name: string}[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`;
  found.readable = true;
  found.migration = rows.at(-1)?.name ?? null;
  const ahead = rows.some(({name}) => !known.includes(name));
  found.current = !ahead && rows.length === known.length;
  if (!found.current) return {...found, failure: ahead ? 'schema-ahead' : 'schema-behind'};
  const touch = (db: Pick<Transaction, '$executeRaw'>) => db.$executeRaw`UPDATE "Organisation" SET "name" = "name" WHERE "id" = ${LOCAL_ORGANISATION.id}`;
  // A server takes it beside others; into a file one writes after another.
  await (found.kind === 'postgresql' ? touch(getClient()) : write(touch));
  return {...found, writable: true};
}
