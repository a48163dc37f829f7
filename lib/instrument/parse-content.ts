import {checkTraits} from './check-traits';
import {type ContentProblem, type RawFile, findRepeated, findUnknownSources, parseFile} from './content-checks';
import {contentHash} from './content-hash';
import {
  type BenchmarkFile,
  type InstrumentFile,
  type SourcesFile,
  benchmarkFileSchema,
  instrumentFileSchema,
  sourcesFileSchema,
} from './schema';
import {type TraitInstrument, traitInstrumentSchema} from './trait-schema';

/** An instrument version with the benchmarks it names, in its order, and the hash of both. */
export type RegisteredInstrument = {
  readonly instrument: InstrumentFile;
  readonly benchmarks: readonly BenchmarkFile[];
  readonly hash: string;
};

/** A version of the instrument of cluster traits with the hash of its file. */
export type RegisteredTraits = {readonly instrument: TraitInstrument; readonly hash: string};

export type ParsedContent = {
  readonly instruments: readonly RegisteredInstrument[];
  readonly traits: readonly RegisteredTraits[];
  readonly benchmarks: readonly BenchmarkFile[];
  readonly sources: SourcesFile;
  readonly problems: readonly ContentProblem[];
};

type RawContent = {
  readonly sources: RawFile;
  readonly benchmarks: readonly RawFile[];
  /** Instruments of either shape: cluster traits where the file says `kind: traits`, measures otherwise. */
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

  const instruments = raw.instruments.filter((file) => !isTraits(file)).flatMap((file) => {
    const instrument = parseFile(file, instrumentFileSchema, problems);
    if (!instrument) return [];
    const found = [
      ...findUnknownSources(file.file, instrument, knownSources),
      ...checkInstrument(file.file, instrument, benchmarks),
    ];
    problems.push(...found);
    return found.length > 0 ? [] : [registerInstrument(instrument, benchmarks)];
  });
  const traits = raw.instruments.filter(isTraits).flatMap((file) => {
    const instrument = parseFile(file, traitInstrumentSchema, problems);
    if (!instrument) return [];
    const found = [...findUnknownSources(file.file, instrument, knownSources), ...checkTraits(file.file, instrument, benchmarks)];
    problems.push(...found);
    return found.length > 0 ? [] : [{instrument, hash: contentHash(instrument)}];
  });
  const versions = [...instruments, ...traits].map(({instrument}) => `${instrument.id}@${instrument.version}`);
  problems.push(...findRepeated('content/instruments', 'version', versions));
  return {instruments, traits, benchmarks, sources, problems};
}

function isTraits({data}: RawFile): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'traits';
}

/** Joins an instrument with its benchmarks and hashes what a diagnosis rests on: the file and their stages. */
export function registerInstrument(instrument: InstrumentFile, all: readonly BenchmarkFile[]): RegisteredInstrument {
  const benchmarks = instrument.benchmarks.flatMap((id) => all.filter((benchmark) => benchmark.id === id));
  const placements = benchmarks.map(({id, stage}) => ({id, stage: stage.value}));
  return {instrument, benchmarks, hash: contentHash({instrument, placements})};
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
