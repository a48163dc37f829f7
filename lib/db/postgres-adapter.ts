import 'server-only';
import {PrismaPg} from '@prisma/adapter-pg';
import pg from 'pg';

/** Connections of one process unless its URL says `connection_limit=…`; PostgreSQL itself allows 100 in all. */
const POOL_SIZE = 10;

/** Milliseconds. A statement is given up by the server first, so that its own word for it arrives. */
const LIMITS = {
  connectionTimeoutMillis: 5000,
  lock_timeout: 5000,
  statement_timeout: 10_000,
  query_timeout: 15_000,
  idle_in_transaction_session_timeout: 30_000,
  idleTimeoutMillis: 30_000,
};

type Callback = (error: Error | undefined, result?: unknown) => void;

/**
 * A connection that answers one statement after another; one on which an answer stayed away altogether is dropped,
 * for others might wait on it until the end of days.
 * PostgreSQL takes no NUL in a text and so has none in store: what is looked for with one is looked for as not to be found.
 */
class GuardedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = (...args: unknown[]) => (super.query as (...given: unknown[]) => Promise<unknown>).apply(this, args);
    let last: Promise<unknown> = Promise.resolve();
    const guarded = (statement: unknown, ...rest: unknown[]) => {
      const callback = rest.at(-1);
      const values = typeof callback === 'function' ? rest.slice(0, -1) : rest;
      const result = last.then(() => query(withoutNul(statement), ...values));
      last = result.catch((error: unknown) => {
        if (error instanceof Error && error.message === 'Query read timeout') this.connection.stream.destroy();
      });
      if (typeof callback !== 'function') return result;
      result.then((value) => (callback as Callback)(undefined, value), callback as Callback);
    };
    this.query = guarded as typeof this.query;
  }
}

function withoutNul(statement: unknown): unknown {
  if (typeof statement !== 'object' || statement === null || !('values' in statement) || !Array.isArray(statement.values)) return statement;
  const values = statement.values.map((value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value));
  return {...statement, values};
}

/** The connection settings in a `postgresql:` URL, with limits that keep a lost server from holding anyone up. */
export function readPoolConfig(url: string): pg.PoolConfig {
  const address = new URL(url);
  const limit = address.searchParams.get('connection_limit');
  address.searchParams.delete('connection_limit');
  return {
    connectionString: address.href,
    max: limit === null ? POOL_SIZE : Number(limit),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: address.searchParams.get('application_name') ?? 'county-stage-diagnosis',
    ...LIMITS,
  };
}

/** The driver of a PostgreSQL server: a pool of connections that are opened when they are needed. */
export function createAdapter(url: string): PrismaPg {
  const pool = new pg.Pool({...readPoolConfig(url), Client: GuardedClient} as pg.PoolConfig);
  return new PrismaPg(pool, {disposeExternalPool: true});
}
