import type {Cell, CellStyle, SheetProtection} from 'hucre';
import {colToLetter} from 'hucre/xlsx';
import type {Locale} from '@/lib/instrument/schema';
import {type CellLook, styleOf} from './cell-looks';
import {escapeCellText, looksLikeFormula} from './cell-text';
import {QUOTED_FORMAT, TEXT_FORMAT} from './text-formats';

/** A cell to write: a text stays a text, whatever it begins with; '' is a cell with a look and nothing in it. */
export type SheetCell = {readonly value: string | number; readonly look: CellLook; readonly href?: string};

/** Rows of cells from the top left; null leaves a cell out. */
export type SheetRows = readonly (readonly (SheetCell | null)[])[];

/** Looks of cells that are typed into: they keep what is typed as text, so that 2026-03 does not become a day. */
const TYPED_INTO: readonly CellLook[] = ['input', 'input-short', 'carried'];

/** Words that the writer would take for a spreadsheet's error values rather than for text. */
const ERROR_WORD = /^#(?:[A-Z/0]+[!?]?|GETTING_DATA)$/;

/** Puts rows into the form that the spreadsheet writer takes: strings with their escapes, never a formula. */
export function buildCells(rows: SheetRows, locale: Locale): Map<string, Partial<Cell>> {
  const styles = new Map<string, CellStyle>();
  const cells = new Map<string, Partial<Cell>>();
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      if (!cell) continue;
      const format = formatOf(cell);
      const key = `${cell.look} ${format ?? ''}`;
      const style = styles.get(key) ?? {...styleOf(cell.look, locale), ...(format ? {numFmt: format} : {})};
      styles.set(key, style);
      cells.set(`${r},${c}`, {...contentOf(cell), style});
    }
  }
  return cells;
}

function formatOf({value, look}: SheetCell): string | undefined {
  if (typeof value === 'string' && looksLikeFormula(value)) return QUOTED_FORMAT;
  return TYPED_INTO.includes(look) ? TEXT_FORMAT : undefined;
}

function contentOf({value, href}: SheetCell): Partial<Cell> {
  if (value === '') return {value: null};
  if (typeof value === 'number') return {value};
  const text = escapeCellText(value);
  return {
    value: text,
    ...(ERROR_WORD.test(value) ? {richText: [{text}]} : {}),
    ...(href ? {hyperlink: {target: href}} : {}),
  };
}

/** Protection without a password: only unlocked cells take text; rows and columns may be resized and cells formatted. */
export const PROTECTION: SheetProtection = {sheet: true, selectLockedCells: true, selectUnlockedCells: true, formatCells: true, formatColumns: true, formatRows: true};

/** Cells of one column as an address from another sheet: `'Fill in'!$A$4:$A$8`. Rows count from 0. */
export function rangeOn(sheet: string, column: number, firstRow: number, lastRow: number): string {
  const letter = colToLetter(column);
  return `'${sheet.replaceAll("'", "''")}'!$${letter}$${firstRow + 1}:$${letter}$${lastRow + 1}`;
}
