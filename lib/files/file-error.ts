/** What can be wrong with a file as such; the words are the message `file.<code>`, with the placeholders of `FileError.values`. */
const FILE_PROBLEMS = [
  'missing',
  'too-large',
  'unknown-kind',
  'encrypted',
  'old-format',
  'broken',
  'inflates-too-much',
  'too-many-parts',
  'unsafe-name',
  'repeated-name',
  'doctype',
  'macros',
  'not-workbook',
  'too-many-rows',
  'no-sheet',
  'repeated-sheet',
  'repeated-column',
  'no-about',
  'other-instrument',
  'other-version',
  'other-content',
  'bad-encoding',
  'bad-quotes',
  'no-rows',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** A file that can't be taken as it is; the reader of the page can do something about it. */
export class FileError extends Error {
  override name = 'FileError';
  readonly problem: FileProblem;
  readonly values: Readonly<Record<string, string | number>>;
  constructor(problem: FileProblem, values: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
    this.values = values;
  }
}
