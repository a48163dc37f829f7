import type {z} from 'zod';

/** What can be wrong with an archive beyond its shape; the words are the messages `archive.problem.<code>`. */
export type ArchiveProblemCode =
  | 'too-large'
  | 'not-utf8'
  | 'not-json'
  | 'not-archive'
  | 'newer-format'
  | 'too-deep'
  | 'too-much'
  | 'forbidden-key'
  | 'not-as-stored'
  | 'division-names'
  | 'unknown-instrument'
  | 'other-content'
  | 'unknown-measure'
  | 'unknown-trait'
  | 'unknown-stage'
  | 'repeated'
  | 'repeated-period'
  | 'repeated-id'
  | 'basis-missing'
  | 'basis-circle'
  | 'other-answer-hash'
  | 'other-result'
  | 'other-values'
  | 'other-diagnosis'
  | 'other-traits'
  | 'change-order'
  | 'change-gap'
  | 'change-end'
  | 'final-unanswered'
  | 'final-unconfirmed';

/** Where something is wrong, as the keys that lead there, and what: one of our own, or what a schema found. */
export type ArchiveProblem = {path: readonly PropertyKey[]} & ({code: ArchiveProblemCode; text?: string} | {issue: z.core.$ZodIssue});

/** A path as it is written for JSON: `assessments[0].answers[3].note`; empty for the whole file. */
export function writePath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : /^[\w-]+$/.test(String(key)) ? `${index > 0 ? '.' : ''}${String(key)}` : `[${JSON.stringify(String(key))}]`))
    .join('');
}

/** The problems that a schema found, each at its place below `path`; of several shapes that something may have, those that the nearest finds, the last of equals. */
export function listIssues(error: {issues: readonly z.core.$ZodIssue[]} | undefined, path: readonly PropertyKey[] = []): ArchiveProblem[] {
  return (error?.issues ?? []).flatMap((issue): ArchiveProblem[] => {
    const place = [...path, ...issue.path];
    const nearest = issue.code === 'invalid_union' ? issue.errors.toSorted((one, other) => other.length - one.length).at(-1) : undefined;
    return nearest ? listIssues({issues: nearest}, place) : [{path: place, issue}];
  });
}
