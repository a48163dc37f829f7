import type {z} from 'zod';
import {contentHash} from './content-hash';
import {
  type BenchmarkFile,
  type InstrumentFile,
  type SourcesFile,
  benchmarkFileSchema,
  instrumentFileSchema,
  sourcesFileSchema,
} from './schema';

/** A parsed file of content/, before any check; `data` is what the YAML or JSON parser gave. */
export type RawFile = {readonly file: string; readonly data: unknown};

/** One thing wrong in content, with where it is. */
export type ContentProblem = {readonly file: string; readonly path: string; readonly message: string};

/** An instrument version with the benchmarks it names, in its order, and the hash of both. */
export type RegisteredInstrument = {
  readonly instrument: InstrumentFile;
  readonly benchmarks: readonly BenchmarkFile[];
  readonly hash: string;
};

export type ParsedContent = {
  readonly instruments: readonly RegisteredInstrument[];
  readonly benchmarks: readonly BenchmarkFile[];
  readonly sources: SourcesFile;
  readonly problems: readonly ContentProblem[];
};

type RawContent = {
  readonly sources: RawFile;
  readonly benchmarks: readonly RawFile[];
  readonly instruments: readonly RawFile[];
};

/**
 * Checks all content files, each by its schema and all against each other (unique ids and codes,
 * stages 1, 2, 3 … without gaps, references that resolve), and registers the sound instruments.
 * Collects every problem instead of stopping at the first; never throws.
 */
export function parseContent(raw: RawContent): ParsedContent {
  const problems: ContentProblem[] = [];
  const sources = parseFile(raw.sources, sourcesFileSchema, problems) ?? [];
  const knownSources = new Set(sources.flatMap(({id, sections}) => sections.map((section) => `${id}#${section.id}`)));

  const benchmarks = raw.benchmarks.flatMap((file) => {
    const benchmark = parseFile(file, benchmarkFileSchema, problems);
    if (!benchmark) return [];
    problems.push(...findUnknownSources(file.file, benchmark, knownSources));
    return [benchmark];
  });
  problems.push(...findRepeated('content/benchmarks', 'id', benchmarks.map(({id}) => id)));

  const instruments = raw.instruments.flatMap((file) => {
    const instrument = parseFile(file, instrumentFileSchema, problems);
    if (!instrument) return [];
    const found = [
      ...findUnknownSources(file.file, instrument, knownSources),
      ...checkInstrument(file.file, instrument, benchmarks),
    ];
    problems.push(...found);
    return found.length > 0 ? [] : [registerInstrument(instrument, benchmarks)];
  });
  const versions = instruments.map(({instrument}) => `${instrument.id}@${instrument.version}`);
  problems.push(...findRepeated('content/instruments', 'version', versions));
  return {instruments, benchmarks, sources, problems};
}

/** Joins an instrument with its benchmarks and hashes what a diagnosis rests on: the file and their stages. */
export function registerInstrument(instrument: InstrumentFile, all: readonly BenchmarkFile[]): RegisteredInstrument {
  const benchmarks = instrument.benchmarks.flatMap((id) => all.filter((benchmark) => benchmark.id === id));
  const placements = benchmarks.map(({id, stage}) => ({id, stage: stage.value}));
  return {instrument, benchmarks, hash: contentHash({instrument, placements})};
}

function parseFile<T extends z.ZodType>(raw: RawFile, schema: T, problems: ContentProblem[]): z.infer<T> | null {
  const parsed = schema.safeParse(raw.data);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    problems.push({file: raw.file, path: issue.path.join('.'), message: issue.message});
  }
  return null;
}

function findRepeated(file: string, path: string, values: readonly string[]): ContentProblem[] {
  const repeated = new Set(values.filter((value, index) => values.indexOf(value) !== index));
  return [...repeated].map((value) => ({file, path, message: `“${value}” is used more than once`}));
}

/** Every `source` anywhere in a file must name a section of content/sources.yaml. */
function findUnknownSources(file: string, data: unknown, known: ReadonlySet<string>, path = ''): ContentProblem[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (key === 'source' && typeof value === 'string') {
      return known.has(value) ? [] : [{file, path: at, message: `source “${value}” is not in content/sources.yaml`}];
    }
    return findUnknownSources(file, value, known, at);
  });
}

function checkInstrument(file: string, instrument: InstrumentFile, known: readonly BenchmarkFile[]): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const report = (path: string, message: string) => problems.push({file, path, message});
  const {stages, evidenceKinds, benchmarks} = instrument;
  const categories = stages.flatMap((stage) => stage.categories);
  const measures = categories.flatMap((category) => category.measures);

  problems.push(
    ...findRepeated(file, 'stages.code', stages.map(({code}) => code)),
    ...findRepeated(file, 'categories.code', categories.map(({code}) => code)),
    ...findRepeated(file, 'measures.code', measures.map(({code}) => code)),
    ...findRepeated(file, 'evidenceKinds.id', evidenceKinds.map(({id}) => id)),
    ...findRepeated(file, 'benchmarks', benchmarks),
  );
  stages.forEach((stage, index) => {
    if (stage.number !== index + 1) report(`stages.${index}.number`, `expected ${index + 1}: stages rise from 1 without gaps`);
  });
  for (const id of benchmarks) {
    const benchmark = known.find((candidate) => candidate.id === id);
    if (!benchmark) report('benchmarks', `benchmark “${id}” has no file in content/benchmarks`);
    else if (benchmark.stage.value > stages.length) report('benchmarks', `benchmark “${id}” stands at a stage that does not exist`);
  }
  for (const measure of measures) {
    for (const id of measure.benchmarks.ids) {
      if (!benchmarks.includes(id)) report(`${measure.code}.benchmarks`, `“${id}” is not a benchmark of this instrument`);
    }
    for (const kind of measure.evidence.kinds) {
      if (!evidenceKinds.some(({id}) => id === kind)) report(`${measure.code}.evidence`, `evidence kind “${kind}” is not defined`);
    }
  }
  return problems;
}
