import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import {AppError} from '@/lib/errors';
import type {RawFile} from './content-checks';
import {type ParsedContent, type RegisteredInstrument, parseContent} from './parse-content';

/** The instrument that new assessments use. */
export const DEFAULT_INSTRUMENT = 'wang-zhang-2017';

/** Reads and checks all of content/ below `projectFolder`. @throws if a file is missing or not YAML */
export function readContent(projectFolder: string): ParsedContent {
  const read = (file: string): RawFile => ({file, data: parse(readFileSync(path.join(projectFolder, file), 'utf8'))});
  const list = (folder: string) => readdirSync(path.join(projectFolder, folder)).toSorted();
  return parseContent({
    sources: read('content/sources.yaml'),
    benchmarks: list('content/benchmarks').map((name) => read(`content/benchmarks/${name}`)),
    instruments: list('content/instruments')
      .filter((id) => !id.includes('.'))
      .flatMap((id) =>
        list(`content/instruments/${id}`)
          .filter((version) => /^\d+\.\d+\.\d+$/.test(version))
          .map((version) => read(`content/instruments/${id}/${version}/instrument.yaml`)),
      ),
  });
}

const contents = new Map<string, ParsedContent>();

/**
 * The content of the folder that the program runs in, read once for each folder; a test that works in a folder of its
 * own registers what stands there. @throws Error listing every problem when content is not sound
 */
export function getContent(): ParsedContent {
  const folder = process.cwd();
  const known = contents.get(folder);
  if (known) return known;
  const content = readContent(folder);
  if (content.problems.length > 0) {
    throw new Error(content.problems.map(({file, path: at, message}) => `${file}: ${at}: ${message}`).join('\n'));
  }
  contents.set(folder, content);
  return content;
}

/** The newest published version of each instrument. */
export function listInstruments(): RegisteredInstrument[] {
  return pickNewest(getContent().instruments);
}

/** The newest published version of each id. */
export function pickNewest<T extends {instrument: {id: string; version: string; status: string}}>(versions: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const candidate of versions) {
    const {id, version, status} = candidate.instrument;
    const known = newest.get(id);
    if (status === 'published' && (!known || compareVersions(version, known.instrument.version) > 0)) {
      newest.set(id, candidate);
    }
  }
  return [...newest.values()];
}

/** An instrument by id: the given version, drafts included, or the newest published one. @throws AppError `instrument-not-found` */
export function getInstrumentOrThrow(id: string, version?: string): RegisteredInstrument {
  const found = version
    ? getContent().instruments.find(({instrument}) => instrument.id === id && instrument.version === version)
    : listInstruments().find(({instrument}) => instrument.id === id);
  if (!found) throw new AppError('instrument-not-found');
  return found;
}

/** All registered versions of an instrument, drafts included; none when its id is not known. */
export function listVersions(id: string): RegisteredInstrument[] {
  return getContent().instruments.filter(({instrument}) => instrument.id === id);
}

/** The published versions of an instrument that are newer than the given one, the newest first. */
export function listNewerVersions(id: string, version: string): RegisteredInstrument[] {
  return getContent()
    .instruments.filter(({instrument}) => instrument.id === id && instrument.status === 'published' && compareVersions(instrument.version, version) > 0)
    .toSorted((a, b) => compareVersions(b.instrument.version, a.instrument.version));
}

/** Codes of the measures that any registered version holds under a category's code. */
export function listMeasureCodes(category: string): string[] {
  const categories = getContent().instruments.flatMap(({instrument}) => instrument.stages.flatMap((stage) => stage.categories));
  return [...new Set(categories.filter(({code}) => code === category).flatMap(({measures}) => measures.map(({code}) => code)))];
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', {numeric: true});
}
