import {type WriteSheet, rangeRef} from 'hucre/xlsx';
import {EVIDENCE_FIELDS, type TypedEvidence} from '@/lib/answers/answer-form';
import {readAnswerValue} from '@/lib/answers/read-answer-value';
import type {Category, InstrumentFile, Locale, Measure} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {formatStageHeading} from '@/lib/report/result';
import type {WordRanges} from './about-sheet';
import {buildInputRule} from './input-rules';
import {layPages} from './page-setup';
import {fitRowHeights} from './row-heights';
import {PROTECTION, type SheetCell, buildCells} from './sheet-cells';
import {FILL_IN_COLUMNS, type SheetColumn} from './sheet-layout';
import type {WorkbookAnswer, WorkbookSubject} from './workbook-subject';

/** Widths in signs; together they print on A4 in landscape at about two thirds. */
const WIDTHS: Record<SheetColumn, number> = {
  code: 6, category: 13, measure: 18, question: 40, value: 11, note: 32, reason: 16,
  kind: 13, title: 22, documentNumber: 14, issuer: 14, date: 11.5, link: 18,
};

/** The row of the column headings, from 0; the title and a line of help stand above it. */
export const HEADING_ROW = 2;

/** Columns that stay in sight while the others are scrolled: code, category and measure. */
const FROZEN_COLUMNS = 3;

/**
 * Writes the sheet that is filled in: a row a measure below the rows of its stage and its category, which have no code
 * or the category's. An answer carried over is written like any other, in another look and with a prompt to check it,
 * since bringing the workbook back confirms whatever stands in it; a measure without an answer has an empty cell, for
 * “don't know” is an answer of its own.
 */
export function buildFillInSheet({locale, registered, assessment}: WorkbookSubject, ranges: WordRanges, t: Translate): WriteSheet {
  const {instrument} = registered;
  const given = new Map(assessment?.answers.map((answer) => [answer.measure, answer]));
  const isCarried = [...given.values()].some(({confirmed}) => !confirmed);
  const help = isCarried ? `${t('workbook.fill-in-help')} ${t('workbook.carried-help')}` : t('workbook.fill-in-help');
  const rows: (SheetCell | null)[][] = [
    [{value: assessment?.report.runningHead ?? instrument.title[locale], look: 'title'}],
    [{value: help, look: 'quiet'}],
    FILL_IN_COLUMNS.map((column) => ({value: t(`workbook.column.${column}`), look: 'column'})),
  ];
  const confirmedRows: number[] = [];
  const carriedRows: number[] = [];
  for (const stage of instrument.stages) {
    rows.push(band('stage', '', formatStageHeading(stage, locale, t)));
    for (const category of stage.categories) {
      rows.push(band('category', category.code, category.name[locale]));
      for (const measure of category.measures) {
        const answer = given.get(measure.code);
        (answer?.confirmed === false ? carriedRows : confirmedRows).push(rows.length);
        rows.push(buildMeasureRow(measure, category, answer, instrument, locale, t));
      }
    }
  }
  const widths = FILL_IN_COLUMNS.map((column) => WIDTHS[column]);
  return {
    name: t('workbook.sheet.fill-in'),
    cells: buildCells(rows, locale),
    columns: widths.map((width) => ({width})),
    rowDefs: fitRowHeights(rows, widths, locale),
    freezePane: {rows: HEADING_ROW + 1, columns: FROZEN_COLUMNS},
    protection: PROTECTION,
    dataValidations: buildRules(confirmedRows, carriedRows, ranges, t),
    ...layPages('landscape', assessment?.report.runningHead ?? instrument.title[locale], t),
  };
}

/** A row that heads a stage or a category, coloured across the sheet. */
function band(look: 'stage' | 'category', code: string, title: string): SheetCell[] {
  return FILL_IN_COLUMNS.map((column) => ({value: column === 'code' ? code : column === 'category' ? title : '', look}));
}

function buildMeasureRow(measure: Measure, category: Category, answer: WorkbookAnswer | undefined, instrument: InstrumentFile, locale: Locale, t: Translate): SheetCell[] {
  const record = answer?.evidence[0];
  return [
    {value: measure.code, look: 'locked-strong'},
    {value: category.name[locale], look: 'locked'},
    {value: measure.name[locale], look: 'locked-strong'},
    {value: `${measure.question[locale]}\n${t('workbook.counts-as', {text: measure.inPlaceWhen[locale]})}`, look: 'locked'},
    {value: answer ? t(`answer.${readAnswerValue(answer.value)}`) : '', look: answer?.confirmed === false ? 'carried' : 'input-short'},
    {value: answer?.note ?? '', look: 'input'},
    {value: answer?.reason ?? '', look: 'input'},
    ...buildEvidenceCells(record, instrument, locale),
  ];
}

/** The cells of one evidence record, its kind in words; without a record they are empty. */
export function buildEvidenceCells(record: TypedEvidence | undefined, instrument: InstrumentFile, locale: Locale): SheetCell[] {
  const nameOf = (id: string) => instrument.evidenceKinds.find((kind) => kind.id === id)?.name[locale] ?? id;
  return EVIDENCE_FIELDS.map((field) => {
    const text = record?.[field] ?? '';
    return {value: field === 'kind' ? nameOf(text) : text, look: 'input'};
  });
}

function buildRules(confirmedRows: readonly number[], carriedRows: readonly number[], ranges: WordRanges, t: Translate) {
  const all = [...confirmedRows, ...carriedRows].toSorted((a, b) => a - b);
  return FILL_IN_COLUMNS.flatMap((column, index) => {
    if (column === 'code' || column === 'category' || column === 'measure' || column === 'question') return [];
    if (column !== 'value') return [buildInputRule(column, joinRanges(all, index), ranges, t)];
    const rule = (rows: readonly number[]) => buildInputRule(column, joinRanges(rows, index), ranges, t);
    return [
      ...(confirmedRows.length > 0 ? [rule(confirmedRows)] : []),
      ...(carriedRows.length > 0 ? [{...rule(carriedRows), inputMessage: t('workbook.carried-prompt')}] : []),
    ];
  });
}

/** Rows of a column as ranges, each as long as it can be: `E6:E9 E11:E13`. */
function joinRanges(rows: readonly number[], column: number): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([first, last]) => rangeRef(first, column, last, column)).join(' ');
}
