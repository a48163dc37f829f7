import type {WriteSheet} from 'hucre/xlsx';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {Translate} from '@/lib/messages/translator';
import {layPages} from './page-setup';
import {fitRowHeights} from './row-heights';
import {PROTECTION, type SheetCell, buildCells, rangeOn} from './sheet-cells';
import {ABOUT_ROWS} from './sheet-layout';
import type {WorkbookSubject} from './workbook-subject';

/** Addresses of the words that drop-down lists offer; ranges rather than lists, since words may hold commas. */
export type WordRanges = {readonly answers: string; readonly kinds: string; readonly codes: string};

const WIDTHS = [28, 92];
const HELP = ['fill', 'evidence', 'dates', 'layout', 'back'] as const;

/** Writes the sheet that explains the workbook and says which instrument version it belongs to, in two columns. */
export function buildAboutSheet({locale, registered, assessment}: WorkbookSubject, t: Translate): {sheet: WriteSheet; ranges: WordRanges} {
  const {instrument, hash} = registered;
  const name = t('workbook.sheet.about');
  const rows: (SheetCell | null)[][] = [];
  const add = (label: string, text: string | null) => rows.push([{value: label, look: 'locked-strong'}, text === null ? null : {value: text, look: 'locked'}]);
  const head = (title: string) => rows.push([], [{value: title, look: 'subheading'}]);
  const addWords = (words: readonly (readonly [string, string | null])[]) => {
    const first = rows.length;
    for (const [word, text] of words) add(word, text);
    return rangeOn(name, 0, first, rows.length - 1);
  };

  rows.push([{value: t('workbook.help.title'), look: 'title'}], []);
  for (const key of HELP) add(t(`workbook.help.${key}`), t(`workbook.help.${key}-text`));
  if (assessment) add(t('workbook.help.other'), t('workbook.help.other-text'));
  head(t('workbook.help.answers'));
  const answers = addWords(ANSWER_VALUES.map((value) => [t(`answer.${value}`), t(`workbook.meaning.${value}`)]));
  head(t('workbook.help.source'));
  const about = {instrument: instrument.id, version: instrument.version, hash};
  for (const row of ABOUT_ROWS) add(t(`workbook.about.${row}`), about[row]);
  head(t('workbook.help.kinds'));
  const kinds = addWords(instrument.evidenceKinds.map((kind) => [kind.name[locale], null]));
  head(t('workbook.help.codes'));
  const codes = addWords(listMeasures(instrument).map(({measure}) => [measure.code, measure.name[locale]]));

  const sheet: WriteSheet = {
    name,
    cells: buildCells(rows, locale),
    columns: WIDTHS.map((width) => ({width})),
    rowDefs: fitRowHeights(rows, WIDTHS, locale),
    protection: PROTECTION,
    view: {showGridLines: false},
    ...layPages('portrait', assessment?.report.runningHead ?? instrument.title[locale], t),
  };
  return {sheet, ranges: {answers, kinds, codes}};
}
