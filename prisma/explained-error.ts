/** An error whose message tells people, in both languages, what is wrong and what to do next. */
export class ExplainedError extends Error {
  override name = 'ExplainedError';
}

/** An explained error in three lines: what can't be done, why, and the next step, the latter in both languages. */
export function explained(subject: string, detail: string, english: string, chinese: string, cause?: unknown): ExplainedError {
  return new ExplainedError(`${subject}\n  ${detail}\n  ${english}\n  ${chinese}`, {cause});
}
