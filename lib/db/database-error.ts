import 'server-only';
import {AppError} from '@/lib/errors';

/** The database's failures that a caller can act on. */
export type DatabaseFailure = 'database-busy' | 'database-unreachable' | 'database-unwritable';

/**
 * What a database's refusal means: a failure to tell of; `conflict`, where another transaction came first and the
 * same work may well succeed on what now stands; `constraint`, which may be such a conflict in another guise: a row
 * that another made or removed since it was looked for. Undefined for anything else.
 */
export function classifyDatabaseError(error: unknown): DatabaseFailure | 'conflict' | 'constraint' | undefined {
  if (error instanceof AppError) return error.code.startsWith('database-') ? (error.code as DatabaseFailure) : undefined;
  const {codes, text} = describe(error);
  const has = (list: ReadonlySet<string>) => codes.some((code) => list.has(code));
  if (has(CONFLICT)) return 'conflict';
  if (has(CONSTRAINT)) return 'constraint';
  if (has(UNWRITABLE) || /readonly database|disk is full|unable to open|SQLITE_(?:READONLY|FULL|CANTOPEN|IOERR)/i.test(text)) return 'database-unwritable';
  if (has(UNREACHABLE) || codes.some((code) => /^08\d{3}$/.test(code)) || LOST_CONNECTION.test(text)) return 'database-unreachable';
  if (has(BUSY) || /SQLITE_BUSY|database is locked|timeout exceeded when trying to connect/i.test(text)) return 'database-busy';
  return undefined;
}

/** The expected failure that a database's refusal amounts to, if it is one. */
export function toAppError(error: unknown): AppError | undefined {
  const failure = classifyDatabaseError(error);
  return failure === undefined || failure === 'conflict' || failure === 'constraint' ? undefined : new AppError(failure, {cause: error});
}

/** Serialization failure and deadlock. */
const CONFLICT = new Set(['40001', '40P01', 'P2034', 'TransactionWriteConflict']);

/** Unique key, foreign key, a row to be changed that is not there. */
const CONSTRAINT = new Set(['23505', 'P2002', '23503', 'P2003', 'P2025']);

/** Disk full, read-only transaction, insufficient privilege; an SQLite file that was moved away. */
const UNWRITABLE = new Set(['53100', '25006', '42501', 'DatabaseFileMoved']);

/** No connection, or one that was lost: refused by the system, ended by the server, refused as it starts up, shuts down or takes none. */
const UNREACHABLE = new Set(
  (
    'DatabaseNotReachable ConnectionClosed P1001 P1017 TlsConnectionError P1011 57P01 57P02 57P03 57P05 25P03 ' +
    'ECONNREFUSED ECONNRESET EPIPE ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH ETIMEDOUT ' +
    '55000 3D000 P1003 28000 28P01 P1000 P1010 AuthenticationFailed DatabaseAccessDenied DatabaseDoesNotExist'
  ).split(' '),
);

const LOST_CONNECTION = /Connection terminated|Query read timeout|is not queryable|Client was closed|Can't reach database server|server closed the connection/i;

/** Too many connections, out of memory, lock not to be had, statement cancelled for its time; the same in Prisma's words. */
const BUSY = new Set(['53300', '53200', '55P03', '57014', 'SocketTimeout', 'TooManyConnections', 'P1008', 'P2024', 'P2028', 'P2037']);

/** Codes and words of an error and of all that caused it, wherever the layers in between have put them. */
function describe(error: unknown): {codes: string[]; text: string} {
  const codes: string[] = [];
  const texts: string[] = [];
  const seen = new Set<unknown>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) {
      if (typeof part === 'string') texts.push(part);
      return;
    }
    seen.add(part);
    const fields = part as Record<string, unknown>;
    for (const name of ['code', 'originalCode', 'kind']) if (typeof fields[name] === 'string') codes.push(fields[name]);
    for (const name of ['message', 'originalMessage', 'cause', 'meta', 'driverAdapterError', 'errors']) visit(fields[name]);
    if (Array.isArray(part)) for (const each of part) visit(each);
  };
  visit(error);
  return {codes, text: texts.join('\n')};
}
