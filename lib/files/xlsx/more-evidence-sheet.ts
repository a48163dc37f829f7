import {type WriteSheet, rangeRef} from 'hucre/xlsx';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {Translate} from '@/lib/messages/translator';
import type {WordRanges} from './about-sheet';
import {HEADING_ROW, buildEvidenceCells} from './fill-in-sheet';
import {buildInputRule} from './input-rules';
import {layPages} from './page-setup';
import {fitRowHeights} from './row-heights';
import {PROTECTION, type SheetCell, buildCells} from './sheet-cells';
import {MORE_EVIDENCE_COLUMNS} from './sheet-layout';
import type {WorkbookSubject} from './workbook-subject';

const WIDTHS: Record<(typeof MORE_EVIDENCE_COLUMNS)[number], number> = {code: 9, kind: 20, title: 44, documentNumber: 24, issuer: 26, date: 12, link: 36};

/** Empty rows for records to come. */
const ROOM = 100;

/** Writes the sheet of further evidence: the second and later records of each measure in their order, and empty rows below. */
export function buildMoreEvidenceSheet({locale, registered, assessment}: WorkbookSubject, ranges: WordRanges, t: Translate): WriteSheet {
  const {instrument} = registered;
  const given = new Map(assessment?.answers.map((answer) => [answer.measure, answer]));
  const records = listMeasures(instrument).flatMap(({measure}) =>
    (given.get(measure.code)?.evidence.slice(1) ?? []).map((record) => ({code: measure.code, record})),
  );
  const row = (code: string, record?: (typeof records)[number]['record']): SheetCell[] => [
    {value: code, look: 'input'},
    ...buildEvidenceCells(record, instrument, locale),
  ];
  const rows: SheetCell[][] = [
    [{value: t('workbook.sheet.more-evidence'), look: 'title'}],
    [{value: t('workbook.more-evidence-help'), look: 'quiet'}],
    MORE_EVIDENCE_COLUMNS.map((column) => ({value: t(`workbook.column.${column}`), look: 'column'})),
    ...records.map(({code, record}) => row(code, record)),
    ...Array.from({length: ROOM}, () => row('')),
  ];
  const widths = MORE_EVIDENCE_COLUMNS.map((column) => WIDTHS[column]);
  return {
    name: t('workbook.sheet.more-evidence'),
    cells: buildCells(rows, locale),
    columns: widths.map((width) => ({width})),
    rowDefs: fitRowHeights(rows, widths, locale),
    freezePane: {rows: HEADING_ROW + 1, columns: 1},
    protection: PROTECTION,
    dataValidations: MORE_EVIDENCE_COLUMNS.map((column, index) =>
      buildInputRule(column, rangeRef(HEADING_ROW + 1, index, rows.length - 1, index), ranges, t),
    ),
    ...layPages('landscape', assessment?.report.runningHead ?? instrument.title[locale], t),
  };
}
