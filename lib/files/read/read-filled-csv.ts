import {parseCsv} from 'hucre/csv';
import {FileError} from '../file-error';
import {type SheetColumn, findColumn} from '../xlsx/sheet-layout';
import {decodeText} from './decode-text';
import {type FilledCell, type FilledFile, MAX_ROWS} from './filled-file';
import {collectRows} from './find-columns';

const COLUMNS = ['code', 'value', 'note'] as const satisfies readonly SheetColumn[];

/**
 * Reads a text file of `code,value[,note]`, separated by commas, semicolons or tabs; a row of headings is optional, in
 * the workbook's words or in these. An apostrophe that guards a text against being taken for a formula is not part of it.
 * Rows are numbered as a spreadsheet program shows them. @throws FileError
 */
export function readFilledCsv(bytes: Uint8Array): FilledFile {
  const text = decodeText(bytes);
  // A page or a document that was given another ending.
  if (/^\s*<|^%PDF/.test(text)) throw new FileError('unknown-kind');
  const delimiter = findDelimiter(text);
  if (hasOpenQuote(text, delimiter)) throw new FileError('bad-quotes');
  const rows = parseCsv(text, {delimiter, unescapeFormulae: true}).map((cells) => cells.map((cell): FilledCell => ({text: String(cell ?? '').trim()})));
  if (rows.slice(MAX_ROWS).some((cells) => cells.some((cell) => cell.text !== ''))) throw new FileError('too-many-rows', {max: MAX_ROWS});

  const headings = readHeadings(rows[0] ?? []);
  const columns = new Map<number, SheetColumn>(headings ?? COLUMNS.map((column, at) => [at, column]));
  const filled = collectRows(headings ? rows.slice(1) : rows, columns, headings ? 2 : 1);
  if (filled.length === 0) throw new FileError('no-rows');
  const named = Object.fromEntries((headings ?? []).map(([at, column]) => [column, rows[0]?.[at]?.text ?? '']));
  return {kind: 'csv', answers: {name: '', headings: named, rows: filled}, moreEvidence: null, leftOut: []};
}

/** Which column stands where, when the first row says so; columns other than the three are passed over. @throws FileError `repeated-column` */
function readHeadings(cells: readonly FilledCell[]): [number, SheetColumn][] | null {
  const found = cells.flatMap(({text}, at): [number, SheetColumn][] => {
    const column = COLUMNS.find((each) => each === text.toLowerCase() || each === findColumn(text));
    return column ? [[at, column]] : [];
  });
  const names = found.map(([, column]) => column);
  if (!names.includes('code') || !names.includes('value')) return null;
  const repeated = found.find(([, column], at) => names.indexOf(column) !== at);
  if (repeated) throw new FileError('repeated-column', {column: cells[repeated[0]]?.text ?? '', sheet: 'CSV'});
  return found;
}

/** What stands between the first two cells: the first of these signs outside quotes, Chinese ones included. */
function findDelimiter(text: string): string {
  return /[,;\t，；]/.exec(text.replace(/"(?:[^"]|"")*"/g, ''))?.[0] ?? ',';
}

/** Whether a quoted cell never ends; it would take in all that follows. */
function hasOpenQuote(text: string, delimiter: string): boolean {
  const sign = delimiter === '\t' ? '\\t' : delimiter;
  const rest = text.replace(new RegExp(`(^|[${sign}\\r\\n])"(?:[^"]|"")*"`, 'g'), '$1');
  return new RegExp(`(?:^|[${sign}\\r\\n])"`).test(rest);
}
