import {ARCHIVE_FORMAT, ARCHIVE_VERSION, type ProfileArchive, archiveSchema} from './archive-schema';
import {type ArchiveProblem, listIssues} from './archive-problem';

/** The largest archive that is read, in bytes. */
export const ARCHIVE_LIMIT = 20 * 1024 * 1024;

/** Far more levels than an archive has. */
const DEEPEST = 24;

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
  const parsed = archiveSchema.safeParse(data);
  return parsed.success ? {archive: parsed.data} : {problems: listIssues(parsed.error)};
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
