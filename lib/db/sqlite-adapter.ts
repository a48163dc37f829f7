import 'server-only';
import {PrismaLibSql} from '@prisma/adapter-libsql';

/** How long a statement waits for another process's write, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/** The driver of an SQLite file; foreign keys and full synchronisation are what this build of SQLite does by itself. */
export function createAdapter(url: string): PrismaLibSql {
  return new PrismaLibSql({url, timeout: BUSY_TIMEOUT});
}
