import {buildStaircase} from './build-staircase';
import type {Staircase} from './picture';
import {type StaircaseSubject, listStageFacts, listStates, writeCounts, writeNumeral} from './words';

/** The picture's content as a table: a group of rows a stage, a row a measure. */
export type StaircaseTable = {
  readonly caption: string;
  readonly columns: {readonly category: string; readonly measure: string; readonly state: string};
  readonly stages: readonly {
    readonly stage: number;
    readonly heading: string;
    readonly rows: readonly {
      readonly category: string;
      readonly code: string;
      readonly name: string;
      readonly state: string;
      readonly href: string | null;
    }[];
  }[];
};

/** All that a figure shows: both pictures, the table, a caption, and the words that open the table. */
export type StaircaseFigureContent = {
  readonly wide: Staircase;
  readonly stacked: Staircase;
  readonly table: StaircaseTable;
  readonly caption: string;
  readonly summary: string;
};

/** Builds the staircase for wide and narrow screens with its table. A measure without a value is unknown. */
export function buildStaircaseFigure(subject: StaircaseSubject): StaircaseFigureContent {
  return {
    wide: buildStaircase({...subject, layout: 'wide'}),
    stacked: buildStaircase({...subject, layout: 'stacked'}),
    table: buildStaircaseTable(subject),
    caption: subject.t('staircase.caption'),
    summary: subject.t('staircase.table-summary'),
  };
}

/** Builds the table that says what the picture shows, in table order. A measure without a value is unknown. */
export function buildStaircaseTable(subject: StaircaseSubject): StaircaseTable {
  const {t, name} = subject;
  const words = new Map(listStates(t).map(({state, label}) => [state, label]));
  return {
    caption: t('staircase.table-caption', {name}),
    columns: {
      category: t('staircase.column-category'),
      measure: t('staircase.column-measure'),
      state: t('staircase.column-state'),
    },
    stages: listStageFacts(subject, 1).map(({stage, heading, cluster, categories}) => ({
      stage,
      heading: t('staircase.table-stage', {
        stage: writeNumeral(t, stage),
        step: heading,
        cluster,
        counts: writeCounts(subject, stage),
      }),
      rows: categories.flatMap(({label, measures}) =>
        measures.map(({code, name: measure, state, href}) => ({
          category: label,
          code,
          name: measure,
          state: words.get(state) ?? '',
          href,
        })),
      ),
    })),
  };
}
