import type {WriteSheet} from 'hucre/xlsx';
import type {Translate} from '@/lib/messages/translator';
import type {ReportBlock, ReportCell, ReportSection, ReportTable, StageReport} from '@/lib/report/document/stage-report';
import type {CellLook} from './cell-looks';
import {layPages} from './page-setup';
import {fitRowHeights} from './row-heights';
import {type SheetCell, buildCells} from './sheet-cells';

/** Width of a sheet's text and of its narrowest column in signs, and the most lines of a row. */
const WIDTH = 110;
const NARROWEST = 10;
const MOST_LINES = 20;

/** The table of all measures is the sheet that is filled in. */
const FILLED_IN = 'measures';
/** The table that a program reads back: its figures stay text. */
const READ_BACK = 'check';

type Part = {readonly name: string; readonly title: string; readonly lines: readonly string[]; readonly sections: readonly ReportSection[]};

/** Writes the report in rows: the comparison on a sheet of its own, everything else on the sheet of the diagnosis. */
export function buildReportSheets(report: StageReport, t: Translate): WriteSheet[] {
  const isComparison = ({id}: ReportSection) => id === 'comparison';
  const {issuer, draft, subtitle} = report;
  const lines = [...subtitle, ...issuer.lines, ...(draft === null ? [] : [draft])];
  const parts: Part[] = [
    {name: t('workbook.sheet.diagnosis'), title: report.title, lines, sections: report.sections.filter((section) => !isComparison(section))},
    {name: t('workbook.sheet.comparison'), title: report.runningHead, lines: [], sections: report.sections.filter(isComparison)},
  ];
  return parts.map((part) => buildSheet(part, report, t));
}

function buildSheet({name, title, lines, sections}: Part, report: StageReport, t: Translate): WriteSheet {
  const {locale} = report;
  const rows = [
    wide(title, 'title'),
    ...lines.map((line) => wide(line, 'plain')),
    ...sections.flatMap((section) => writeSection(section, report)),
  ];
  const widths = widthsOf(listTables(sections));
  const short = [...rows.entries()].filter(([, row]) => row.length > 0 && row.length < widths.length);
  return {
    name,
    // The cells below the end of a spread one bear its frame.
    cells: buildCells(rows.map((row) => spread(row, widths.length)), locale),
    columns: widths.map((width) => ({width})),
    rowDefs: fitRowHeights(rows, widths, locale),
    merges: short.map(([index, row]) => ({startRow: index, startCol: row.length - 1, endRow: index, endCol: widths.length - 1})),
    view: {showGridLines: false},
    ...layPages('portrait', report.runningHead, t),
  };
}

type Row = readonly SheetCell[];

/** Fills a row up to a number of cells with empty ones that look like its last. */
function spread(row: Row, count: number): Row {
  const last = row.at(-1);
  return last ? [...row, ...Array.from({length: count - row.length}, () => ({value: '', look: last.look}))] : row;
}

/** A row of one text, which takes all columns. */
function wide(text: string, look: CellLook): Row {
  return [{value: text, look}];
}

const EMPTY: Row = [];

function writeSection(section: ReportSection, report: StageReport): Row[] {
  const gap = report.locale === 'zh-CN' ? '' : ' ';
  return [
    EMPTY,
    wide(`${section.number}${gap}${section.title}`, section.level === 1 ? 'heading' : 'subheading'),
    ...section.blocks.flatMap(writeBlock),
    ...section.sections.flatMap((inner) => writeSection(inner, report)),
  ];
}

function writeBlock(block: ReportBlock): Row[] {
  switch (block.kind) {
    case 'paragraph':
      return [wide(block.text, block.look)];
    case 'list':
      return block.items.map((item, index) => wide(`${block.ordered ? `${index + 1}.` : '•'} ${item}`, 'plain'));
    case 'figure':
      // What a picture shows is in the tables; here it is told in words.
      return [wide(block.caption, 'lead'), wide(block.drawing.description, 'note')];
    case 'table':
      return block.id === FILLED_IN ? [] : writeTable(block);
  }
}

function writeTable(table: ReportTable): Row[] {
  return [
    ...(table.caption === '' ? [EMPTY] : [wide(table.caption, 'lead')]),
    table.columns.map(({title}): SheetCell => ({value: title, look: 'column'})),
    ...table.groups.flatMap((group) => [
      ...(group.title === null ? [] : [wide(group.title, 'category')]),
      ...group.rows.flatMap(({cells}) => writeRow(cells, table.id)),
    ]),
    ...(table.note === '' ? [EMPTY] : [wide(table.note, 'note')]),
  ];
}

/** A row of a table; where a cell has more lines than a row can show, the row goes on in the next. */
function writeRow(cells: readonly ReportCell[], table: string): Row[] {
  const count = Math.max(1, ...cells.map(({lines}) => Math.ceil(lines.length / MOST_LINES)));
  return Array.from({length: count}, (_, part) =>
    cells.map(({lines}, index) => writeCell({lines: lines.slice(part * MOST_LINES, (part + 1) * MOST_LINES)}, index === 0, table)),
  );
}

function writeCell({lines}: ReportCell, isHeading: boolean, table: string): SheetCell {
  const text = lines.map((line) => line.text).join('\n');
  const is = (look: 'strong' | 'quiet') => lines.length > 0 && lines.every((line) => line.look === look);
  const href = lines.find((line) => line.href !== null && /^https?:\/\//.test(line.href))?.href;
  return {
    value: table !== READ_BACK && /^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : text,
    look: isHeading || is('strong') ? 'cell-strong' : is('quiet') ? 'cell-quiet' : 'cell',
    ...(href ? {href} : {}),
  };
}

function listTables(sections: readonly ReportSection[]): ReportTable[] {
  return sections.flatMap(({blocks, sections: inner}) => [...blocks.filter((block) => block.kind === 'table' && block.id !== FILLED_IN) as ReportTable[], ...listTables(inner)]);
}

/** A width for each column that the tables share, so that none is narrower than its widest part asks for. */
function widthsOf(tables: readonly ReportTable[]): number[] {
  const count = Math.max(1, ...tables.map(({columns}) => columns.length));
  const wanted = Array.from({length: count}, (_, index) => {
    const shares = tables.map(({columns}) => columns[index]?.share ?? 0).toSorted((a, b) => a - b);
    return Math.max(NARROWEST, WIDTH * (shares.at(-1) ?? 0));
  });
  const total = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => Math.max(NARROWEST, Math.round((width * WIDTH * 1.3) / Math.max(total, WIDTH))));
}
