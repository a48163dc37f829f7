import type {SheetColumn} from '@/lib/files/xlsx/sheet-layout';

/** Why a cell's text can't be taken, whatever it says. */
export type CellFault = 'formula' | 'cell-error' | 'merged';

/** A cell as filled in: its trimmed text, and why that is not to be taken if so. */
export type FilledCell = {readonly text: string; readonly fault?: CellFault};

/** A row with something in it; `row` is its number as the reader's program shows it, from 1. */
export type FilledRow = {readonly row: number; readonly cells: Readonly<Partial<Record<SheetColumn, FilledCell>>>};

/** A sheet, or a text file that is one: its columns with their headings as written, and its rows. */
export type FilledSheet = {
  readonly name: string;
  readonly headings: Readonly<Partial<Record<SheetColumn, string>>>;
  readonly rows: readonly FilledRow[];
};

/** Things in a workbook that are left aside when it is read. */
export const LEFT_OUT = ['external-links', 'objects', 'pictures'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** What a file says about answers, before any rule is applied to it. */
export type FilledFile = {
  readonly kind: 'workbook' | 'csv';
  readonly answers: FilledSheet;
  /** Further evidence records, where there is a sheet for them. */
  readonly moreEvidence: FilledSheet | null;
  readonly leftOut: readonly LeftOut[];
};

/** The most rows that are read; what stands below is refused, never dropped. */
export const MAX_ROWS = 2000;
