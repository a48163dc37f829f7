import {ANSWER_LIMITS} from '@/lib/answers/answer-limits';
import {ARCHIVE_FORMAT, ARCHIVE_LISTS, ARCHIVE_SCHEMAS, ARCHIVE_VERSION, type ProfileArchive} from './archive-schema';
import {type ArchiveProblem, listIssues} from './archive-problem';

/** The largest archive that is read, in bytes. */
export const ARCHIVE_LIMIT = 20 * 1024 * 1024;

/** Far more levels than an archive has. */
const DEEPEST = 24;

/** More values than an archive within the size limit holds; a file of nothing but brackets would fill the memory. */
const MOST_VALUES = 1_500_000;

/** Problems after which the rest of a file is not looked at. */
const ENOUGH = 1000;

/** An archive of a sound shape, or everything that is wrong with it. */
export type ParsedArchive = {archive: ProfileArchive} | {problems: ArchiveProblem[]};

/**
 * Reads the text or bytes of an archive: JSON in UTF-8 with or without a byte order mark, of this format and a version
 * that is known, and of its shape. Nothing of it is believed yet; `checkArchive` says whether it holds together.
 */
export function parseArchive(given: Uint8Array | string): ParsedArchive {
  const size = typeof given === 'string' ? Buffer.byteLength(given) : given.byteLength;
  if (size > ARCHIVE_LIMIT) return refuse({path: [], code: 'too-large'});
  const text = decode(given);
  if (text === null) return refuse({path: [], code: 'not-utf8'});
  if (countValues(text) > MOST_VALUES) return refuse({path: [], code: 'too-much'});
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse({path: [], code: 'not-json'});
  }
  if (!isObject(data) || data.format !== ARCHIVE_FORMAT) return refuse({path: [], code: 'not-archive'});
  if (Number.isSafeInteger(data.formatVersion) && Number(data.formatVersion) > ARCHIVE_VERSION) {
    return refuse({path: ['formatVersion'], code: 'newer-format', text: String(data.formatVersion)});
  }
  const unsafe = listUnsafe(data);
  if (unsafe.length > 0) return {problems: unsafe};
  return checkShape(data);
}

/** One assessment after another, so that a file full of problems does not fill the memory with them. */
function checkShape(data: Record<string, unknown>): ParsedArchive {
  const given = Array.isArray(data.assessments) ? data.assessments : null;
  const schema = ARCHIVE_SCHEMAS[data.formatVersion === 1 ? 1 : ARCHIVE_VERSION];
  const rest = schema.safeParse(given ? {...data, assessments: []} : data);
  const problems = listIssues(rest.error);
  const assessments: ProfileArchive['assessments'] = [];
  for (const [index, each] of (given ?? []).entries()) {
    const parsed = schema.shape.assessments.element.safeParse(each);
    if (parsed.success) assessments.push(parsed.data);
    else problems.push(...listIssues(parsed.error, ['assessments', index]));
    if (problems.length > ENOUGH) break;
  }
  return rest.success && problems.length === 0 ? {archive: {...rest.data, assessments}} : {problems};
}

/** About how many values a text of JSON holds: its commas and opening brackets outside of texts. */
function countValues(text: string): number {
  let count = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inText && sign === '\\') at += 1;
    else if (sign === '"') inText = !inText;
    else if (!inText && (sign === ',' || sign === '{' || sign === '[')) count += 1;
  }
  return count;
}

/** The most items that a list may have by its place: `assessments` and `plan`, then answers and changes, then evidence; within a diagnosis, any. */
function longestAt(path: readonly PropertyKey[]): number {
  if (path.length === 1) return path[0] === 'assessments' ? ARCHIVE_LISTS.assessments : ARCHIVE_LISTS.plan;
  if (path.at(-1) === 'evidence') return ANSWER_LIMITS.records + 1;
  if (path.at(-1) === 'changes') return ARCHIVE_LISTS.changes;
  return path.at(-1) === 'answers' ? ARCHIVE_LISTS.answers : MOST_VALUES;
}

function refuse(problem: ArchiveProblem): ParsedArchive {
  return {problems: [problem]};
}

function decode(given: Uint8Array | string): string | null {
  if (typeof given === 'string') return given.replace(/^\ufeff/, '');
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(given);
  } catch {
    return null;
  }
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** What no schema may be given: a key that would reach beyond its object, and nesting without end. */
function listUnsafe(data: object): ArchiveProblem[] {
  const problems: ArchiveProblem[] = [];
  const path: PropertyKey[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if (path.length >= DEEPEST) {
      problems.push({path: [...path], code: 'too-deep'});
      return;
    }
    if (Array.isArray(value) && value.length > longestAt(path)) {
      problems.push({path: [...path], code: 'too-much'});
      return;
    }
    for (const key of Object.keys(value)) {
      path.push(Array.isArray(value) ? Number(key) : key);
      if (key === '__proto__') problems.push({path: [...path], code: 'forbidden-key'});
      else visit((value as Record<string, unknown>)[key]);
      path.pop();
    }
  };
  visit(data);
  return problems;
}
