import {listMeasures} from '@/lib/instrument/list-measures';
import {isTicksOnly} from './coverage';
import {type ComparisonInput, formatStageTitle, listCountyHeadings, readValue} from './compared-county';

export type DifferenceRow = {
  readonly code: string;
  readonly name: string;
  /** The counties that have the measure in place. */
  readonly has: string;
  /** Those that have not, said so where it is under way. */
  readonly hasNot: string;
};

export type NotComparedRow = {readonly code: string; readonly name: string; readonly reason: string};

type ByStage<Row> = readonly {readonly number: number; readonly title: string; readonly rows: readonly Row[]}[];

export type DifferencesView = {
  readonly id: string;
  readonly heading: string;
  /** Said instead of everything else where fewer than two counties are chosen. */
  readonly empty: string | null;
  readonly measureHeading: string;
  readonly hasHeading: string;
  readonly hasNotHeading: string;
  readonly counts: {
    readonly compared: number;
    readonly different: number;
    readonly inPlaceInAll: number;
    readonly inPlaceInNone: number;
    readonly notCompared: number;
  };
  readonly summary: string;
  /** Stages with at least one difference. */
  readonly stages: ByStage<DifferenceRow>;
  readonly notCompared: {
    readonly heading: string;
    readonly summary: string;
    readonly reasonHeading: string;
    readonly stages: ByStage<NotComparedRow>;
  } | null;
};

/**
 * The measures that some counties have in place and others have not.
 * Only measures that every county answered in-place, under-way or not-in-place are compared, and only in-place
 * counts as having it (as METHOD.md counts differences for `nearestBenchmark`); a measure that is unknown or
 * not applicable in one county is listed as not compared, with the reason.
 */
export function buildDifferences(input: ComparisonInput): DifferencesView {
  const {instrument, counties, t} = input;
  const measures = listMeasures(instrument).map((placed) => compareMeasure(input, placed.measure.code));
  const compared = measures.filter(({reason}) => reason === null);
  const different = compared.filter(({has, hasNot}) => has.length > 0 && hasNot.length > 0);
  const counts = {
    compared: compared.length,
    different: different.length,
    inPlaceInAll: compared.filter(({hasNot}) => hasNot.length === 0).length,
    inPlaceInNone: compared.filter(({has}) => has.length === 0).length,
    notCompared: measures.length - compared.length,
  };
  const list = listFormatter(input);
  const isEmpty = counties.length < 2;
  return {
    id: 'compare-differences',
    heading: t('compare.differences.heading'),
    empty: isEmpty ? t('compare.differences.one') : null,
    measureHeading: t('compare.measure'),
    hasHeading: t('compare.differences.has'),
    hasNotHeading: counties.some(isTicksOnly) ? t('compare.differences.hasNotOrNoTick') : t('compare.differences.hasNot'),
    counts,
    summary: t('compare.differences.summary', counts),
    stages: isEmpty
      ? []
      : groupByStage(input, (code, name) =>
          different
            .filter((measure) => measure.code === code)
            .map(({has, hasNot}) => ({code, name, has: list(has), hasNot: list(hasNot)})),
        ),
    notCompared:
      isEmpty || counts.notCompared === 0
        ? null
        : {
            heading: t('compare.notCompared.heading'),
            summary: t('compare.notCompared.summary', {count: counts.notCompared}),
            reasonHeading: t('compare.notCompared.reason'),
            stages: groupByStage(input, (code, name) =>
              measures.flatMap((measure) =>
                measure.code === code && measure.reason !== null ? [{code, name, reason: measure.reason}] : [],
              ),
            ),
          },
  };
}

function compareMeasure(input: ComparisonInput, code: string) {
  const {counties, t} = input;
  const headings = listCountyHeadings(input);
  const answers = counties.map((county, index) => ({
    name: headings[index]?.label ?? county.name,
    value: readValue(county, code),
  }));
  const open = (['unknown', 'not-applicable'] as const).flatMap((value) => {
    const names = answers.filter((answer) => answer.value === value).map(({name}) => name);
    if (names.length === 0) return [];
    return [t('compare.notCompared.because', {counties: listFormatter(input)(names), answer: t(`answer.${value}`)})];
  });
  return {
    code,
    has: answers.filter(({value}) => value === 'in-place').map(({name}) => name),
    hasNot: answers.flatMap(({name, value}) =>
      value === 'not-in-place' ? [name] : value === 'under-way' ? [t('compare.differences.underWay', {name})] : [],
    ),
    reason: open.length === 0 ? null : open.join(t('compare.notCompared.and')),
  };
}

function groupByStage<Row>(input: ComparisonInput, build: (code: string, name: string) => Row[]): ByStage<Row> {
  return input.instrument.stages
    .map((stage) => ({
      number: stage.number,
      title: formatStageTitle(input, stage),
      rows: stage.categories.flatMap(({measures}) => measures.flatMap(({code, name}) => build(code, name[input.locale]))),
    }))
    .filter(({rows}) => rows.length > 0);
}

function listFormatter({t}: ComparisonInput): (names: readonly string[]) => string {
  return (names) => names.join(t('compare.listComma'));
}
