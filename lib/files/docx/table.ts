import {AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType} from 'docx';
import type {Locale} from '@/lib/instrument/schema';
import type {ReportRow, ReportTable} from '@/lib/report/document/stage-report';
import {buildLine} from './blocks';
import {countTextLines} from './measure-text';
import {TYPE_AREA} from './page-layout';
import {textRuns} from './text-runs';

const LINE = {style: BorderStyle.SINGLE, size: 4, color: '7F7F7F'};
const BORDERS = {top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE};
const MARGINS = {top: 28, bottom: 28, left: 85, right: 85};
const HEAD_FILL = 'E7E6E6';
const GROUP_FILL = 'F2F2F2';

/** A row of more lines than this, about half a page, may go on over the page. */
const LINES_KEPT_TOGETHER = 24;
const CELL_POINTS = 10.5;

/** Widths of the columns in twips, as near to their shares as whole twips allow; they fill the type area. */
export function columnWidths(columns: ReportTable['columns']): number[] {
  const total = columns.reduce((sum, {share}) => sum + share, 0);
  const ends = columns.map((_, index) => columns.slice(0, index + 1).reduce((sum, {share}) => sum + share, 0));
  return ends.map((end, index) => Math.round((end / total) * TYPE_AREA.width) - Math.round(((ends[index - 1] ?? 0) / total) * TYPE_AREA.width));
}

/** Whether a row stays on one page. */
export function isKeptTogether(row: ReportRow, widths: readonly number[]): boolean {
  return countRowLines(row, widths, CELL_POINTS) <= LINES_KEPT_TOGETHER;
}

/** Lines that a row takes, near enough to tell one that is too long to keep on a page. */
export function countRowLines(row: ReportRow, widths: readonly number[], points: number): number {
  const lines = row.cells.map(({lines: texts}, index) => {
    const room = ((widths[index] ?? 0) - MARGINS.left - MARGINS.right) / 20;
    return texts.reduce((sum, {text}) => sum + countTextLines(text, points, room), 0);
  });
  return Math.max(1, ...lines);
}

function headRow({columns}: ReportTable, widths: readonly number[], locale: Locale): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({title}, index) =>
        new TableCell({
          width: {size: widths[index]!, type: WidthType.DXA},
          verticalAlign: VerticalAlignTable.CENTER,
          shading: {type: ShadingType.CLEAR, fill: HEAD_FILL, color: 'auto'},
          children: [new Paragraph({style: 'TableHead', children: textRuns(title, locale)})],
        }),
    ),
  });
}

function groupRow(title: string, columnSpan: number, locale: Locale, first: boolean): TableRow {
  return new TableRow({
    ...(first ? {} : {cantSplit: true}),
    children: [
      new TableCell({
        columnSpan,
        width: {size: TYPE_AREA.width, type: WidthType.DXA},
        shading: {type: ShadingType.CLEAR, fill: GROUP_FILL, color: 'auto'},
        children: [new Paragraph({style: 'TableGroup', children: textRuns(title, locale)})],
      }),
    ],
  });
}

function bodyRow(row: ReportRow, {columns}: ReportTable, widths: readonly number[], locale: Locale, first: boolean): TableRow {
  return new TableRow({
    // LibreOffice loses the rows of a page's rest where a head, a first row that may not split and a caption to keep meet.
    ...(isKeptTogether(row, widths) && !first ? {cantSplit: true} : {}),
    children: row.cells.map(
      ({lines}, index) =>
        new TableCell({
          width: {size: widths[index]!, type: WidthType.DXA},
          verticalAlign: VerticalAlignTable.CENTER,
          children: (lines.length === 0 ? [{text: '', look: 'plain' as const, href: null}] : lines).map(
            (line) =>
              new Paragraph({
                style: 'TableText',
                ...(columns[index]?.align === 'centre' ? {alignment: AlignmentType.CENTER} : {}),
                children: buildLine(line, locale),
              }),
          ),
        }),
    ),
  });
}

/** A table with its caption above and its small print below; the head is repeated on each page. */
export function buildTable(table: ReportTable, locale: Locale): (Paragraph | Table)[] {
  const widths = columnWidths(table.columns);
  const rows = table.groups.flatMap(({title, rows: grouped}, group) => [
    ...(title === null ? [] : [groupRow(title, table.columns.length, locale, group === 0)]),
    ...grouped.map((row, index) => bodyRow(row, table, widths, locale, group === 0 && index === 0 && title === null)),
  ]);
  return [
    ...(table.caption === '' ? [] : [new Paragraph({style: 'Caption', children: textRuns(table.caption, locale)})]),
    new Table({
      width: {size: TYPE_AREA.width, type: WidthType.DXA},
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      margins: MARGINS,
      borders: BORDERS,
      rows: [headRow(table, widths, locale), ...rows],
    }),
    new Paragraph({style: 'TableNote', children: textRuns(table.note, locale)}),
  ];
}
