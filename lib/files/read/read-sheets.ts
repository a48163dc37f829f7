import type {CellValue, Sheet} from 'hucre/xlsx';
import {readXlsx} from 'hucre/xlsx';
import {FileError} from '../file-error';
import {type RawSheet, type RawWorkbook, packSheets} from './clean-workbook';
import {type CellFault, type FilledCell, MAX_ROWS} from './filled-file';

/** The cells of a sheet, row by row; a missing one is empty. */
export type SheetCells = {readonly sheet: RawSheet; readonly rows: readonly (readonly FilledCell[])[]};

type Area = {startRow: number; startCol: number; endRow: number; endCol: number};

/** The area in which cells are read; nothing of the product's own lies to its right. */
const AREA = `A1:AZ${MAX_ROWS}`;

/** No cell of a spreadsheet program holds more characters. */
const MAX_TEXT = 32_767;

/**
 * Reads the cells of some sheets. Results of formulas are not taken: such cells say so, as do errors and cells merged
 * over several rows. Dates come as 2026-03-05, or 2026-03 and 2026 where the cell shows no more.
 * @throws FileError `broken` when the reader can't make sense of the sheets
 */
export async function readSheets(workbook: RawWorkbook, sheets: readonly RawSheet[]): Promise<SheetCells[]> {
  let read: Sheet[];
  try {
    ({sheets: read} = await readXlsx(packSheets(workbook, sheets), {range: AREA, readStyles: true}));
  } catch (error) {
    throw new FileError('broken', {}, {cause: error});
  }
  return sheets.map((sheet, at) => ({sheet, rows: readCells(read[at], listFormulaAreas(sheet.xml))}));
}

/** Whether anything is written below the area that is read. */
export function hasMoreRows({xml}: RawSheet): boolean {
  let row = 0;
  for (const match of xml.matchAll(/<(?:\w+:)?row\b([^>]*)>/g)) {
    row = Number(/(?:^|\s)r="(\d+)"/.exec(match[1] ?? '')?.[1]) || row + 1;
    if (row > MAX_ROWS) return /<(?:\w+:)?[vt]\b[^>]*>[^<]/.test(xml.slice(match.index));
  }
  return false;
}

function readCells(sheet: Sheet | undefined, formulaAreas: readonly Area[]): FilledCell[][] {
  const merged = (sheet?.merges ?? []).filter(({startRow, endRow}) => endRow > startRow);
  return (sheet?.rows ?? []).map((values, row) =>
    values.map((value, column) => {
      const cell = sheet?.cells?.get(`${row},${column}`);
      const text = showValue(value, cell?.style?.numFmt);
      const inArea = (areas: readonly Area[]) =>
        areas.some(({startRow, startCol, endRow, endCol}) => row >= startRow && row <= endRow && column >= startCol && column <= endCol);
      let fault: CellFault | undefined;
      if (cell?.formula !== undefined || inArea(formulaAreas)) fault = 'formula';
      else if (cell?.type === 'error') fault = 'cell-error';
      else if (text !== '' && inArea(merged)) fault = 'merged';
      return fault ? {text, fault} : {text};
    }),
  );
}

/** Areas that one formula fills: only its first cell bears it, the others have nothing but its results. */
function listFormulaAreas(xml: string): Area[] {
  return [...xml.matchAll(/<(?:\w+:)?f\b[^>]*?\sref="([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?"/g)].map(([, column = '', row = '', lastColumn = column, lastRow = row]) => ({
    startRow: Number(row) - 1,
    startCol: columnNumber(column),
    endRow: Number(lastRow) - 1,
    endCol: columnNumber(lastColumn),
  }));
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function showValue(value: CellValue, format = ''): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return showDate(value, format);
  // As many digits as a spreadsheet program keeps: 0.1 + 0.2 is 0.3 to its user.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value === 'boolean') return String(value).toUpperCase();
  return value.slice(0, MAX_TEXT).trim();
}

/** A date as far as its cell shows it: a month typed as 2026-03 is kept as its first day, but shown without. */
function showDate(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return '';
  const day = date.toISOString().slice(0, 10);
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  if (!shown.includes('y') || shown.includes('d')) return day;
  return day.slice(0, shown.includes('m') ? 7 : 4);
}
