import 'server-only';
import {describeError} from './log/describe-error';
import {getLogger} from './log/logger';
import {currentRequestId, makeId} from './log/request-context';

/** Logs an unexpected error once and returns the id that the page shows instead of it: that of the request, if it is part of one. */
export function logError(error: unknown): string {
  const requestId = currentRequestId();
  const id = requestId ?? makeId();
  getLogger().error({id, requestId, ...describeError(error)}, 'unexpected error');
  return id;
}
