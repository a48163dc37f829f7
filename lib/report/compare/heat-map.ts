import {ANSWER_VALUES, type AnswerValue} from '@/lib/answers/answer-value';
import {isTicksOnly} from './coverage';
import {type ComparedCounty, type ComparisonInput, type CountyHeading, formatStageTitle, listCountyHeadings, readValue} from './compared-county';

/** The five answers, and a measure that Table 1 does not tick, which is not a declared "no". */
export type CellState = AnswerValue | 'no-tick';

export type HeatCell = {readonly state: CellState; readonly label: string};

export type HeatMapView = {
  readonly id: string;
  readonly heading: string;
  readonly caption: string;
  readonly measureHeading: string;
  readonly counties: readonly CountyHeading[];
  /** The states that occur in the table. */
  readonly legend: readonly HeatCell[];
  readonly stages: readonly {
    readonly number: number;
    readonly title: string;
    readonly categories: readonly {
      readonly code: string;
      readonly name: string;
      readonly measures: readonly {readonly code: string; readonly name: string; readonly cells: readonly HeatCell[]}[];
    }[];
  }[];
};

/** Every measure's answer in every county, in table order; a missing answer is `unknown`. */
export function buildHeatMap(input: ComparisonInput): HeatMapView {
  const {instrument, counties, locale, t} = input;
  const stages = instrument.stages.map((stage) => ({
    number: stage.number,
    title: formatStageTitle(input, stage),
    categories: stage.categories.map((category) => ({
      code: category.code,
      name: category.name[locale],
      measures: category.measures.map(({code, name}) => ({
        code,
        name: name[locale],
        cells: counties.map((county) => buildCell(input, county, code)),
      })),
    })),
  }));
  const measures = stages.flatMap(({categories}) => categories.flatMap((category) => category.measures));
  const used = new Map(measures.flatMap(({cells}) => cells).map((cell) => [cell.state, cell]));
  return {
    id: 'compare-measures',
    heading: t('compare.heatMap.heading', {count: measures.length}),
    caption: t('compare.heatMap.caption'),
    measureHeading: t('compare.measure'),
    counties: listCountyHeadings(input),
    legend: [...ANSWER_VALUES, 'no-tick' as const].flatMap((state) => used.get(state) ?? []),
    stages,
  };
}

function buildCell({t}: ComparisonInput, county: ComparedCounty, code: string): HeatCell {
  const state = readValue(county, code);
  return state === 'not-in-place' && isTicksOnly(county)
    ? {state: 'no-tick', label: t('compare.noTick')}
    : {state, label: t(`answer.${state}`)};
}
