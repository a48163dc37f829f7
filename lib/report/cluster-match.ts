import type {ClusterStage} from '@/lib/diagnosis/cluster-stage';
import {MATCHES, type Match, getMatch} from '@/lib/diagnosis/match';
import {type MatchCell, type PlacedStage, listMatchCells} from '@/lib/diagnosis/match-cells';
import type {RegisteredTraits} from '@/lib/instrument/parse-content';
import type {BenchmarkFile, InstrumentFile, Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {type TraitRow, buildTraitRows, citeSection} from './trait-rows';

/** One cell of the matrix; `mark` says whether the county stands there, surely or possibly. */
export type MatrixCell = {stage: number; match: string; mark: 'here' | 'possible' | null; markLabel: string; benchmarks: string[]};

/** Cluster stages down, e-commerce stages across. */
export type MatchMatrix = {
  caption: string;
  corner: {cluster: string; ecommerce: string};
  columns: {stage: number; label: string; name: string}[];
  rows: {stage: number; name: string; cells: MatrixCell[]}[];
  /** What a benchmark county is called to those who don’t see its sign. */
  benchmark: string;
};

/** The part of a result on the cluster and its match with e-commerce, in reading order. */
export type ClusterMatch = {
  /** Where the cluster stands, how sure that is, and what it means beside e-commerce. */
  sentences: string[];
  matrix: MatchMatrix;
  /** Where the paper places the benchmark counties, with the passage. */
  placements: string[];
  /** What the model advises in each kind of cell that is marked. */
  advice: {text: string; basis: string}[];
  rows: TraitRow[];
  version: string;
};

type Input = {
  registered: RegisteredTraits;
  instrument: InstrumentFile;
  benchmarks: readonly BenchmarkFile[];
  ecommerce: PlacedStage;
  cluster: ClusterStage;
  /** Stage by trait; null where it is not known. */
  values: Readonly<Record<string, number | null>>;
  county: string;
  locale: Locale;
  t: Translate;
};

/** Writes where the cluster stands and how it matches e-commerce; every stage in it is the engine's own. */
export function buildClusterMatch(input: Input): ClusterMatch {
  const {registered, ecommerce, cluster, values, locale, t} = input;
  const {instrument: traits, hash} = registered;
  const cells = listMatchCells(ecommerce, cluster);
  return {
    sentences: [writeCluster(input), writeMatch(input, cells), ...writePairs(input)],
    matrix: buildMatrix(input, cells),
    placements: traits.placements.map(({text}) => `${text[locale]}${citeSection(text, t)}`),
    advice: listMatches(cells).map((match) => ({text: traits.advice[match][locale], basis: citeSection(traits.advice[match], t)})),
    rows: buildTraitRows(traits, Object.entries(values).map(([trait, value]) => ({trait, value, confirmed: true})), {locale, t}),
    version: t('traits.made-with', {id: traits.id, version: traits.version, hash: hash.slice(0, 16)}),
  };
}

function listMatches(cells: readonly MatchCell[]): Match[] {
  return MATCHES.filter((match) => cells.some((cell) => cell.match === match));
}

function writeCluster({registered, cluster, county, locale, t}: Input): string {
  const name = (stage: number) => registered.instrument.stages[stage - 1]?.name[locale] ?? '';
  const {stage, interval, known, unknown} = cluster;
  const values = {county, known, unknown, stage: name(stage), low: name(interval.low), high: name(interval.high)};
  if (unknown === 0) return t('traits.cluster-sure', values);
  return interval.low === interval.high ? t('traits.cluster-settled', values) : t('traits.cluster-open', values);
}

function writeMatch({county, ecommerce, locale, t}: Input, cells: readonly MatchCell[]): string {
  const [only] = cells;
  if (only && cells.length === 1) {
    return t('traits.match-sure', {county, numeral: t('stage.numeral', {stage: String(only.ecommerce)}), match: t(`traits.match.${only.match}`)});
  }
  const {low, high} = ecommerce.interval;
  const matches = listMatches(cells).map((match) => t(`traits.cell.${match}`));
  const values = {
    county,
    count: cells.length,
    low: t('stage.numeral', {stage: String(low)}),
    high: t('stage.numeral', {stage: String(high)}),
    matches: new Intl.ListFormat(locale, {type: 'disjunction'}).format(matches),
  };
  return low === high ? t('traits.match-open', values) : t('traits.match-open-both', values);
}

/** Which e-commerce the model pairs with each stage that the cluster may stand at. */
function writePairs({registered, instrument, cluster, locale, t}: Input): string[] {
  return registered.instrument.stages
    .filter(({number}) => number >= cluster.interval.low && number <= cluster.interval.high)
    .flatMap(({number, name}) => {
      const paired = instrument.stages[number - 1];
      if (!paired) return [];
      return [t('traits.pair', {cluster: name[locale], numeral: t('stage.numeral', {stage: String(number)}), name: paired.name[locale], upgrade: paired.upgrade[locale]})];
    });
}

function buildMatrix({registered, instrument, benchmarks, county, locale, t}: Input, cells: readonly MatchCell[]): MatchMatrix {
  const mark = cells.length === 1 ? 'here' : 'possible';
  const {stages, placements} = registered.instrument;
  const placed = placements.flatMap(({benchmark, stage}) =>
    benchmarks.filter(({id}) => id === benchmark).map(({shortName, stage: {value}}) => ({cluster: stage, ecommerce: value, name: shortName[locale]})),
  );
  return {
    caption: t('traits.matrix', {county}),
    benchmark: t('traits.benchmark'),
    corner: {cluster: t('traits.matrix-cluster'), ecommerce: t('traits.matrix-ecommerce')},
    columns: instrument.stages.map(({number, name}) => ({stage: number, label: t('stage.numeral', {stage: String(number)}), name: name[locale]})),
    rows: stages.map(({number: row, name}) => ({
      stage: row,
      name: name[locale],
      cells: instrument.stages.map(({number: column}): MatrixCell => {
        const marked = cells.some(({cluster, ecommerce}) => cluster === row && ecommerce === column);
        return {
          stage: column,
          match: t(`traits.cell.${getMatch(column, row)}`),
          mark: marked ? mark : null,
          markLabel: marked ? t(`traits.mark.${mark}`, {county}) : '',
          benchmarks: placed.filter(({cluster, ecommerce}) => cluster === row && ecommerce === column).map(({name: benchmark}) => benchmark),
        };
      }),
    })),
  };
}
