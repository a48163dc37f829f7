import {FileError} from '../file-error';
import {type SheetColumn, findColumn} from '../xlsx/sheet-layout';
import type {FilledCell, FilledRow, FilledSheet} from './filled-file';

/** How far down the row of headings is looked for. */
const HEADING_ROWS = 30;

/** Columns that only tell a reader what a row is about; what stands in them is never taken. */
const TOLD: readonly SheetColumn[] = ['category', 'measure', 'question'];

/** Where a sheet's row of headings is, and which column stands where; null without a row that has all of `needed`. @throws FileError `repeated-column` */
export function findColumns(name: string, rows: readonly (readonly FilledCell[])[], needed: readonly SheetColumn[]): {row: number; columns: Map<number, SheetColumn>} | null {
  for (const [row, cells] of rows.slice(0, HEADING_ROWS).entries()) {
    const columns = new Map<number, SheetColumn>();
    for (const [at, {text}] of cells.entries()) {
      const column = findColumn(text);
      if (column) columns.set(at, column);
    }
    const found = [...columns.values()];
    if (!needed.every((column) => found.includes(column))) continue;
    const repeated = found.find((column, at) => found.indexOf(column) !== at);
    if (repeated) {
      const heading = cells.find(({text}) => findColumn(text) === repeated)?.text ?? repeated;
      throw new FileError('repeated-column', {column: heading, sheet: name});
    }
    return {row, columns};
  }
  return null;
}

/** The rows below the headings that have anything filled in; null without a row of headings. @throws FileError `repeated-column` */
export function readFilledSheet(name: string, rows: readonly (readonly FilledCell[])[], needed: readonly SheetColumn[]): FilledSheet | null {
  const found = findColumns(name, rows, needed);
  if (!found) return null;
  const {row: top, columns} = found;
  const headings = Object.fromEntries([...columns].map(([at, column]) => [column, rows[top]?.[at]?.text ?? '']));
  return {name, headings, rows: collectRows(rows.slice(top + 1), columns, top + 2)};
}

/** Rows with something in a column that is taken, beside the code; `first` is the number of the first one. */
export function collectRows(rows: readonly (readonly FilledCell[])[], columns: ReadonlyMap<number, SheetColumn>, first: number): FilledRow[] {
  return rows.flatMap((cells, at) => {
    const taken: Partial<Record<SheetColumn, FilledCell>> = {};
    for (const [index, column] of columns) {
      const cell = cells[index];
      if (cell && !TOLD.includes(column) && (cell.text !== '' || cell.fault)) taken[column] = cell;
    }
    const isFilled = Object.keys(taken).some((column) => column !== 'code');
    return isFilled ? [{row: first + at, cells: taken}] : [];
  });
}
