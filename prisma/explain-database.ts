import {explainSqliteError} from './explain-sqlite';
import {explainPostgresError} from './prepare-postgres';
import {fileOf, providerOf} from './provider';

/** What an error met with a database means for people; one that is explained already stays as it is. */
export function explainDatabaseError(url: string, error: unknown): Error {
  return providerOf(url) === 'sqlite' ? explainSqliteError(fileOf(url), error) : explainPostgresError(url, error);
}
