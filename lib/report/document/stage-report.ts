import type {Locale} from '@/lib/instrument/schema';
import type {Drawing} from '../drawing/svg-node';

/**
 * A stage report in one language, in reading order: the one model that the report page, print, Word and Excel render.
 * Every text is final; a renderer adds looks and page numbers, never words. Ids are stable, and unique in a report: those of
 * sections among sections, those of blocks, groups and rows among these.
 */
export type StageReport = {
  readonly locale: Locale;
  readonly title: string;
  /** Lines under the title: county with region, industry cluster, period and who filled it in. */
  readonly subtitle: readonly string[];
  /** Who issues the report and who wrote it; empty where the office has not said so. */
  readonly issuer: {readonly organisation: string; readonly author: string; readonly lines: readonly string[]};
  /** Said of a report on a draft; null for a final assessment. */
  readonly draft: string | null;
  /** County, period and instrument version, for the head of every sheet. */
  readonly runningHead: string;
  readonly properties: {readonly title: string; readonly subject: string; readonly keywords: string; readonly description: string};
  readonly contentsTitle: string;
  readonly sections: readonly ReportSection[];
};

/** A section with its number as written: 一、 （一） 1. in Chinese, 1 1.1 1.1.1 in English. */
export type ReportSection = {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
  readonly sections: readonly ReportSection[];
};

export type ReportBlock = ReportParagraph | ReportList | ReportTable | ReportFigure;

export type ReportParagraph = {
  readonly kind: 'paragraph';
  readonly id: string;
  readonly text: string;
  /** `lead` is the sentence that carries the section, `note` is small print, `warning` must not be missed. */
  readonly look: 'plain' | 'lead' | 'note' | 'warning';
};

export type ReportList = {readonly kind: 'list'; readonly id: string; readonly ordered: boolean; readonly items: readonly string[]};

export type ReportTable = {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: string;
  /** Column headings; `share` is the part of the table's width, all shares sum to 1. */
  readonly columns: readonly {readonly id: string; readonly title: string; readonly share: number; readonly align: 'start' | 'centre'}[];
  /** Rows under a heading of their own that spans the table; null where there is none. */
  readonly groups: readonly {readonly id: string; readonly title: string | null; readonly rows: readonly ReportRow[]}[];
  /** Small print below; empty for none. */
  readonly note: string;
};

/** A row with one cell a column; the first cell is its heading. */
export type ReportRow = {readonly id: string; readonly cells: readonly ReportCell[]};

/** Lines of a cell, one paragraph each; a cell without lines is empty. */
export type ReportCell = {readonly lines: readonly ReportLine[]};

export type ReportLine = {readonly text: string; readonly look: 'plain' | 'strong' | 'quiet'; readonly href: string | null};

export type ReportFigure = {
  readonly kind: 'figure';
  readonly id: string;
  readonly caption: string;
  readonly drawing: Drawing;
};
