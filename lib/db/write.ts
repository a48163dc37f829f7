import 'server-only';
import {AppError, type ErrorCode} from '@/lib/errors';
import type {Prisma} from '@/prisma/generated/client';
import {getClient} from './client';

/** A running transaction; what it wrote is undone when its work throws. */
export type Transaction = Prisma.TransactionClient;

const ATTEMPTS = 4;
/** Milliseconds that a transaction may take: a full questionnaire with all its evidence on a slow, busy machine. */
const LIMIT = 60_000;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` in one transaction: all of it is committed before this resolves, or nothing is.
 * SQLite takes one writer at a time and its driver waits without yielding, so the writes of this
 * process go one after another; a lock held by another process is tried again.
 * @throws AppError `database-busy` or `database-unwritable`; what `work` throws otherwise
 */
export function write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const result = queue.then(() => attempt(work));
  queue = result.catch(() => {});
  return result;
}

async function attempt<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await getClient().$transaction(work, {timeout: LIMIT});
    } catch (error) {
      const code = databaseErrorCode(error);
      if (code === 'database-busy' && tried < ATTEMPTS) {
        await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** tried));
        continue;
      }
      throw code ? new AppError(code, {cause: error}) : error;
    }
  }
}

/** Translates what the driver says into an expected failure; undefined when it is none of those. */
function databaseErrorCode(error: unknown): ErrorCode | undefined {
  if (error instanceof AppError) return undefined;
  const text = describe(error);
  if (/SQLITE_BUSY|database is locked|SocketTimeout/i.test(text)) return 'database-busy';
  if (/SQLITE_(READONLY|FULL|CANTOPEN|IOERR)|readonly database|disk is full|unable to open/i.test(text)) return 'database-unwritable';
  return undefined;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const meta = 'meta' in error ? JSON.stringify(error.meta) : '';
  return `${error.message} ${meta} ${error.cause === undefined ? '' : describe(error.cause)}`;
}
