import type {Drawing} from '../drawing/svg-node';
import type {ReportBlock, ReportCell, ReportFigure, ReportLine, ReportList, ReportParagraph, ReportRow, ReportSection, ReportTable} from './stage-report';

/** A section before it is numbered; its level follows from where it stands. */
export type SectionDraft = Pick<ReportSection, 'id' | 'title' | 'blocks'> & {readonly sections?: readonly SectionDraft[]};

/** A paragraph; plain unless a look is named. */
export function paragraph(id: string, text: string, look: ReportParagraph['look'] = 'plain'): ReportParagraph {
  return {kind: 'paragraph', id, text, look};
}

/** One paragraph a text, numbered from 1 after `id`; empty texts are left out. */
export function paragraphs(id: string, texts: readonly string[], look: ReportParagraph['look'] = 'plain'): ReportParagraph[] {
  return texts.filter((text) => text !== '').map((text, index) => paragraph(`${id}.${index + 1}`, text, look));
}

/** A list of at least one item, as a block or none. */
export function list(id: string, items: readonly string[], ordered = false): ReportList[] {
  return items.length === 0 ? [] : [{kind: 'list', id, ordered, items}];
}

/** A figure, whose caption stands below it. */
export function figure(id: string, caption: string, drawing: Drawing): ReportFigure {
  return {kind: 'figure', id, caption, drawing};
}

/** A text that stands out in its cell. */
export function strong(text: string): ReportLine {
  return {text, look: 'strong', href: null};
}

/** Small print in a cell. */
export function quiet(text: string): ReportLine {
  return {text, look: 'quiet', href: null};
}

/** A cell of lines; empty texts are left out, and a text of several lines becomes several. */
export function cell(...lines: readonly (string | ReportLine)[]): ReportCell {
  return {
    lines: lines.flatMap((line) => {
      const {text, look, href}: ReportLine = typeof line === 'string' ? {text: line, look: 'plain', href: null} : line;
      return splitLines(text).map((part) => ({text: part, look, href}));
    }),
  };
}

/** The lines of a text as they were typed, without blank ones. */
export function splitLines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** A row; a cell that is given as text has one line. */
export function row(id: string, ...cells: readonly (string | ReportCell)[]): ReportRow {
  return {id, cells: cells.map((each) => (typeof each === 'string' ? cell(each) : each))};
}

/** A column: its id, heading, part of the width, and `centre` for figures and short words. */
export type ColumnDraft = readonly [id: string, title: string, share: number, align?: 'centre'];

type TableDraft = {
  id: string;
  caption: string;
  columns: readonly ColumnDraft[];
  note?: string;
} & ({rows: readonly ReportRow[]} | {groups: ReportTable['groups']});

/** A table; shares of the width are scaled to sum to 1. */
export function table({id, caption, columns, note = '', ...body}: TableDraft): ReportTable {
  const width = columns.reduce((sum, [, , share]) => sum + share, 0);
  return {
    kind: 'table',
    id,
    caption,
    columns: columns.map(([column, title, share, align]) => ({id: column, title, share: share / width, align: align ?? 'start'})),
    groups: 'rows' in body ? [{id: `${id}.all`, title: null, rows: body.rows}] : body.groups,
    note,
  };
}

/** The table, or nothing where it would have no row. */
export function tableIfAny(draft: TableDraft): ReportBlock[] {
  const built = table(draft);
  return built.groups.some(({rows}) => rows.length > 0) ? [built] : [];
}
