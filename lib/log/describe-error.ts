/** What is logged of an error. */
export type ErrorDescription = {
  /** Its class, then those of what caused it. */
  error: string[];
  /** Codes of the database, the system or the product, of the error and of what caused it. */
  codes: string[];
  /** Its words, where they can only be about the program. */
  message?: string;
  /** Where it was thrown, one place a line. */
  stack: string;
};

/** Errors of the program itself: their words name variables, never what they hold. */
const PROGRAM_ERRORS = new Set(['TypeError', 'ReferenceError']);
const PROGRAM_WORDS = /^[\w $.#()'[\]-]{1,200}$/;
const NAME = /^[A-Za-z][\w.]{0,60}$/;
const CODE = /^[A-Za-z0-9][\w-]{0,60}$/;
const FRAME = /^\s+at .*(?::\d+:\d+\)?|\((?:native|<anonymous>|index \d+)\)|<anonymous>)$/;
const DEEPEST = 5;

/**
 * An error without what people typed. The words of most errors may hold it (a value that a database refused, a text
 * that was no JSON), so that only class, codes and places are kept.
 */
export function describeError(error: unknown): ErrorDescription {
  const names: string[] = [];
  const codes: string[] = [];
  let cause: unknown = error;
  for (let depth = 0; depth < DEEPEST && typeof cause === 'object' && cause !== null; depth += 1) {
    const {name, code, cause: next} = cause as {name?: unknown; code?: unknown; cause?: unknown};
    names.push(typeof name === 'string' && NAME.test(name) ? name : 'Error');
    if (typeof code === 'string' && CODE.test(code)) codes.push(code);
    cause = next;
  }
  const {message, stack} = error instanceof Error ? error : {message: '', stack: ''};
  const shown = PROGRAM_ERRORS.has(names[0] ?? '') && PROGRAM_WORDS.test(message) ? {message} : {};
  return {error: names.length > 0 ? names : [typeof error], codes, ...shown, stack: framesOf(stack ?? '', message)};
}

/** The places of a stack, without the words before them, which may have lines that look like places. */
function framesOf(stack: string, message: string): string {
  const start = message === '' ? -1 : stack.indexOf(message);
  const lines = (start < 0 ? stack : stack.slice(start + message.length)).split('\n');
  const frames: string[] = [];
  for (let index = lines.length - 1; index > 0 && FRAME.test(lines[index] ?? ''); index -= 1) frames.unshift((lines[index] ?? '').trim());
  return frames.join('\n');
}
