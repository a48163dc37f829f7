import 'server-only';
import {getEnv} from '@/lib/env';
import {AppError} from '@/lib/errors';
import type {Prisma} from '@/prisma/generated/sqlite/client';
import {fileOf} from '@/prisma/provider';
import {databaseProvider, getClient} from './client';
import {classifyDatabaseError, toAppError} from './database-error';
import {isFileInPlace} from './file-in-place';

/** A running transaction; what it wrote is undone when its work throws. */
export type Transaction = Prisma.TransactionClient;

/** `uncertain`: an earlier attempt was cut off as it committed, so that what is to be done may be done already. */
export type Attempt = {uncertain: boolean};

type Work<T> = (transaction: Transaction, attempt: Attempt) => Promise<T>;

/** How long a write goes on being tried, in milliseconds; then the caller is told, and what was typed stays with them. */
const PATIENCE = 8000;
const SQLITE_ATTEMPTS = 4;
/** Milliseconds that a transaction may take: a full questionnaire with all its evidence, or a whole record, on a slow, busy machine. */
const LIMIT = 60_000;
/** A constraint may be hurt by another's row that came between; if it still is when looked at anew, it is the work that is wrong. */
const CONSTRAINT_ATTEMPTS = 3;

/** Longest wait of one that another got in the way of, in milliseconds: only by many attempts does it win against many. */
const CONFLICT_PAUSE = 80;

/** Nobody else's work is seen in mid-transaction: two that could not have run one after another end with one tried again. */
const POSTGRES_TRANSACTION = {isolationLevel: 'Serializable', maxWait: 6000, timeout: LIMIT} as const;

/** Whose turn it is; one for the process, in which pages and routes each have this module for themselves. */
type Turns = {
  queue: Promise<unknown>;
  /**
   * Writes that PostgreSQL is given at a time. Serializable ones that are many get in each other's way more than
   * they gain: in a storm of saves three undo one in twenty, ten nearly every second one.
   */
  lanes: number;
  waiting: (() => void)[];
};

const kept = globalThis as {databaseTurns?: Turns};
const turns = (kept.databaseTurns ??= {queue: Promise.resolve(), lanes: 3, waiting: []});

/**
 * Runs `work` in one transaction: all of it is committed before this resolves, or nothing is. It may run more than once.
 * SQLite takes one writer at a time and its driver waits without yielding, so the writes of this
 * process go one after another; a lock held by another process is tried again.
 * PostgreSQL takes a few; those that got in each other's way and those that lost their connection are tried again.
 * @throws AppError `database-busy`, `database-unreachable` or `database-unwritable`; what `work` throws otherwise
 */
export function write<T>(work: Work<T>): Promise<T> {
  if (databaseProvider() === 'postgresql') return writeToPostgres(work);
  const result = turns.queue.then(() => writeToSqlite(work));
  turns.queue = result.catch(() => {});
  return result;
}

/**
 * As `write` for work that makes a row and gives its id: a row that an attempt of uncertain end has made after all
 * is the one that was wanted, not a reason to make another. `exists` looks for a row by its id. With `chosen`, the id that
 * `make` is to give it, so is a row that an earlier request has made: one asked for again is made once.
 */
export function writeOnce(exists: (transaction: Transaction, id: string) => Promise<unknown>, make: (transaction: Transaction) => Promise<string>, chosen?: string): Promise<string> {
  const made: string[] = [];
  return write(async (tx, {uncertain}) => {
    if (chosen !== undefined && (await exists(tx, chosen))) return chosen;
    if (uncertain) for (const id of made) if (await exists(tx, id)) return id;
    const id = await make(tx);
    made.push(id);
    return id;
  });
}

async function writeToSqlite<T>(work: Work<T>): Promise<T> {
  const result = await commitToSqlite(work);
  // Moved away meanwhile, it holds what nobody may call saved.
  if (!isFileInPlace(fileOf(getEnv().databaseUrl))) throw new AppError('database-unwritable');
  return result;
}

async function commitToSqlite<T>(work: Work<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await getClient().$transaction((tx) => work(tx, {uncertain: false}), {timeout: LIMIT});
    } catch (error) {
      if (classifyDatabaseError(error) !== 'database-busy' || tried >= SQLITE_ATTEMPTS) throw toAppError(error) ?? error;
      await pause(50 * 2 ** tried);
    }
  }
}

async function writeToPostgres<T>(work: Work<T>): Promise<T> {
  // Not by the clock, which may be set back.
  const end = performance.now() + PATIENCE;
  await enterLane();
  try {
    if (performance.now() > end) throw new AppError('database-busy');
    const attempt: Attempt = {uncertain: false};
    for (let tried = 1; ; tried += 1) {
      try {
        return await commitToPostgres(work, attempt);
      } catch (error) {
        const failure = classifyDatabaseError(error);
        const wait = Math.min(failure === 'conflict' ? CONFLICT_PAUSE : 1000, 10 * 2 ** tried) * (0.5 + Math.random());
        if (failure === undefined || (failure === 'constraint' && tried >= CONSTRAINT_ATTEMPTS)) throw error;
        if (failure === 'database-unwritable' || performance.now() + wait > end) throw toAppError(error) ?? new AppError('database-busy', {cause: error});
        await pause(wait);
      }
    }
  } finally {
    leaveLane();
  }
}

/** One attempt; notes in `attempt` when it may have been committed though it failed. */
async function commitToPostgres<T>(work: Work<T>, attempt: Attempt): Promise<T> {
  let committing = false;
  try {
    return await getClient().$transaction(async (tx) => {
      const result = await work(tx, attempt);
      committing = true;
      return result;
    }, POSTGRES_TRANSACTION);
  } catch (error) {
    const failure = classifyDatabaseError(error);
    if (committing && failure !== 'conflict' && failure !== 'constraint') attempt.uncertain = true;
    throw error;
  }
}

function enterLane(): Promise<void> {
  if (turns.lanes > 0) {
    turns.lanes -= 1;
    return Promise.resolve();
  }
  return new Promise((resolve) => turns.waiting.push(resolve));
}

function leaveLane(): void {
  const next = turns.waiting.shift();
  if (next) next();
  else turns.lanes += 1;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
