import {isatty} from 'node:tty';
import pino from 'pino';
import {getEnv} from '@/lib/env';
import {describeError} from './describe-error';
import {currentRequestId} from './request-context';

/** Writes one JSON object a line. */
export type Logger = pino.Logger;

const kept = globalThis as {logger?: Logger};

/**
 * The process's logger; the server's own modules and the built pages share it. A person who reads along at a
 * terminal sees what went wrong only, unless LOG_LEVEL says otherwise.
 */
export function getLogger(): Logger {
  return (kept.logger ??= createLogger(getEnv().logLevel ?? (isatty(1) ? 'warn' : 'info')));
}

/** A logger onto standard output, or into `lines`. Each line is written before the call returns, so that none is lost. */
export function createLogger(level: string, lines: pino.DestinationStream = pino.destination({dest: 1, sync: true})): Logger {
  const options = {level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: {level: (label: string) => ({level: label})}};
  return pino(options, lines);
}

/**
 * Puts what the framework says to the console into the log, without what people typed: of an error what
 * `describeError` keeps of it, of a text its beginning. The id of an error is the one that its page shows.
 */
export function takeOverConsole(): void {
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...parts: unknown[]) => {
      const error = parts.find((part): part is Error & {digest?: string} => part instanceof Error);
      const requestId = currentRequestId();
      if (error) getLogger()[level]({id: error.digest, requestId, ...describeError(error)}, 'unexpected error');
      else getLogger()[level]({requestId, text: beginningOf(parts[0])}, 'framework');
    };
  }
}

/** Up to where a text may start to quote. */
function beginningOf(text: unknown): string {
  return typeof text === 'string' ? (/^[\w .,()⨯⚠-]{0,120}/.exec(text)?.[0] ?? '').trim() : typeof text;
}
