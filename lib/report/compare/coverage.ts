import type {Diagnosis, StageCounts} from '@/lib/diagnosis/model';
import {type ComparedCounty, type ComparisonInput, type CountyHeading, formatStageTitle, listCountyHeadings} from './compared-county';

/** Coverage of one stage in one county: numbers of measures and the words beside them. */
export type CoverageCell = {
  readonly applicable: number;
  readonly inPlace: number;
  readonly underWay: number;
  readonly unknown: number;
  readonly needed: number;
  /** In place of applicable, such as `8/15`; a dash where no measure is applicable. */
  readonly text: string;
  /** How many are needed and whether they are there. */
  readonly verdict: string;
  /** How many are unknown; null if none. */
  readonly unknownText: string | null;
};

export type SummaryRow = {
  readonly county: CountyHeading;
  readonly name: string;
  readonly detail: string;
  readonly href: string | null;
  readonly tag: string | null;
  /** The stage, or the interval where unknown answers leave it open. */
  readonly stage: string;
  readonly stageNote: string | null;
  readonly cells: readonly CoverageCell[];
};

export type SummaryTable = {
  readonly id: string;
  readonly heading: string;
  readonly caption: string;
  readonly countyHeading: string;
  readonly stageHeading: string;
  readonly stages: readonly {readonly number: number; readonly title: string}[];
  readonly rows: readonly SummaryRow[];
  readonly note: string;
};

export type CoverageBars = {
  readonly id: string;
  readonly heading: string;
  readonly countyHeading: string;
  readonly barHeading: string;
  readonly legend: readonly {readonly kind: 'in-place' | 'under-way' | 'unknown' | 'rest' | 'needed'; readonly label: string}[];
  readonly stages: readonly {
    readonly number: number;
    readonly title: string;
    readonly rows: readonly {readonly county: CountyHeading; readonly cell: CoverageCell}[];
  }[];
};

/** Stage or interval and coverage of each stage, a row a county. Counts are numbers of measures; see METHOD.md: Counting. */
export function buildSummaryTable(input: ComparisonInput): SummaryTable {
  const {instrument, counties, t} = input;
  const headings = listCountyHeadings(input);
  return {
    id: 'compare-summary',
    heading: t('compare.summary.heading'),
    caption: t('compare.summary.caption'),
    countyHeading: t('compare.county'),
    stageHeading: t('compare.summary.stage'),
    stages: instrument.stages.map((stage) => ({number: stage.number, title: formatStageTitle(input, stage)})),
    rows: counties.map((county, index) => ({
      county: headings[index] ?? {key: county.key, label: county.name},
      name: county.name,
      detail: county.detail,
      href: county.href,
      tag: county.isBenchmark ? t('compare.benchmark') : null,
      ...describeStage(input, county.diagnosis),
      cells: instrument.stages.map(({number}) => buildCoverageCell(input, county, number)),
    })),
    note: t('compare.summary.note'),
  };
}

/** The same coverage by stage, a bar a county, with what each bar's parts mean. */
export function buildCoverageBars(input: ComparisonInput): CoverageBars {
  const {instrument, counties, t} = input;
  const headings = listCountyHeadings(input);
  const stages = instrument.stages.map((stage) => ({
    number: stage.number,
    title: formatStageTitle(input, stage),
    rows: counties.map((county, index) => ({
      county: headings[index] ?? {key: county.key, label: county.name},
      cell: buildCoverageCell(input, county, stage.number),
    })),
  }));
  const cells = stages.flatMap(({rows}) => rows.map(({cell}) => cell));
  return {
    id: 'compare-coverage',
    heading: t('compare.coverage.heading'),
    countyHeading: t('compare.county'),
    barHeading: t('compare.coverage.bar'),
    legend: [
      {kind: 'in-place', label: t('answer.in-place')},
      ...(cells.some(({underWay}) => underWay > 0) ? [{kind: 'under-way' as const, label: t('answer.under-way')}] : []),
      ...(cells.some(({unknown}) => unknown > 0) ? [{kind: 'unknown' as const, label: t('answer.unknown')}] : []),
      {kind: 'rest', label: counties.some(isTicksOnly) ? t('compare.notInPlaceOrNoTick') : t('answer.not-in-place')},
      {kind: 'needed', label: t('compare.coverage.needed')},
    ],
    stages,
  };
}

/** True where a measure without a tick is not a declared "no". */
export function isTicksOnly({underWayKnown}: ComparedCounty): boolean {
  return !underWayKnown;
}

function describeStage({instrument, locale, t}: ComparisonInput, {stage, entering, interval, stages}: Diagnosis) {
  if (interval.low !== interval.high) {
    const unknown = stages.reduce((sum, counts) => sum + counts.unknown, 0);
    return {stage: t('compare.interval', interval), stageNote: t('compare.intervalNote', {count: unknown})};
  }
  const name = instrument.stages.find(({number}) => number === stage)?.name[locale] ?? '';
  return {stage: t('compare.stage', {number: stage, name}), stageNote: entering ? t('compare.entering') : null};
}

function buildCoverageCell({t}: ComparisonInput, {diagnosis}: ComparedCounty, stage: number): CoverageCell {
  const counts = diagnosis.stages.find((candidate) => candidate.stage === stage);
  const {applicable = 0, inPlace = 0, underWay = 0, unknown = 0, needed = 0} = counts ?? {};
  return {
    applicable,
    inPlace,
    underWay,
    unknown,
    needed,
    text: applicable === 0 ? t('compare.nothingApplicable') : `${inPlace}/${applicable}`,
    verdict: describeNeeded(t, counts),
    unknownText: unknown === 0 ? null : t('compare.unknownCount', {count: unknown}),
  };
}

function describeNeeded(t: ComparisonInput['t'], counts: StageCounts | undefined): string {
  if (!counts || counts.applicable === 0) return t('compare.nothingApplicableLong');
  const {needed, inPlace, met} = counts;
  return met ? t('compare.met', {needed}) : t('compare.notMet', {needed, short: needed - inPlace});
}
