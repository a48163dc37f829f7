import type {z} from 'zod';

/** A parsed file of content/, before any check; `data` is what the YAML or JSON parser gave. */
export type RawFile = {readonly file: string; readonly data: unknown};

/** One thing wrong in content, with where it is. */
export type ContentProblem = {readonly file: string; readonly path: string; readonly message: string};

/** A file’s data by its schema; null where it does not fit, with every problem added to `problems`. */
export function parseFile<T extends z.ZodType>(raw: RawFile, schema: T, problems: ContentProblem[]): z.infer<T> | null {
  const parsed = schema.safeParse(raw.data);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    problems.push({file: raw.file, path: issue.path.join('.'), message: issue.message});
  }
  return null;
}

/** One problem for each value that occurs more than once. */
export function findRepeated(file: string, path: string, values: readonly string[]): ContentProblem[] {
  const repeated = new Set(values.filter((value, index) => values.indexOf(value) !== index));
  return [...repeated].map((value) => ({file, path, message: `“${value}” is used more than once`}));
}

/** Every `source` anywhere in a file must name a section of content/sources.yaml. */
export function findUnknownSources(file: string, data: unknown, known: ReadonlySet<string>, path = ''): ContentProblem[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (key === 'source' && typeof value === 'string') {
      return known.has(value) ? [] : [{file, path: at, message: `source “${value}” is not in content/sources.yaml`}];
    }
    return findUnknownSources(file, value, known, at);
  });
}
