import 'server-only';
import {PrismaLibSql} from '@prisma/adapter-libsql';
import type {SqlDriverAdapter} from '@prisma/driver-adapter-utils';
import {noteOpenedFile, requireFileInPlace} from './file-in-place';

/** How long a statement waits for another process's write, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/**
 * Opens an SQLite file; foreign keys and full synchronisation are what this build of SQLite does by itself.
 * Nothing is done any more once the file lies elsewhere: after each transaction the driver opens its path anew,
 * and would make another file there.
 */
export async function openSqliteFile(file: string): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaLibSql({url: `file:${file}`, timeout: BUSY_TIMEOUT}).connect();
  noteOpenedFile(file);
  const inPlace =
    <Given extends unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      requireFileInPlace(file);
      return act.apply(adapter, given);
    };
  return Object.assign(adapter, {
    queryRaw: inPlace(adapter.queryRaw),
    executeRaw: inPlace(adapter.executeRaw),
    startTransaction: inPlace(adapter.startTransaction),
  });
}
