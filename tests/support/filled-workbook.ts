import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';
import {type CellValue, type WriteSheet, writeXlsx} from 'hucre/xlsx';
import type {AboutRow, SheetColumn} from '@/lib/files/xlsx/sheet-layout';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import type {Locale} from '@/lib/instrument/schema';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {wordsOf} from '../e2e/words';

// Browser tests use this file too; they can't load what imports messages without saying that they are JSON.
const ABOUT = ['instrument', 'version', 'hash'] as const satisfies readonly AboutRow[];

/** What a test fills into one row, by column. */
export type Filled = Partial<Record<SheetColumn, CellValue>>;

type Made = {
  locale?: Locale;
  /** Columns from the left; code, answer, note and reason unless a test says otherwise. */
  columns?: readonly SheetColumn[];
  rows?: readonly Filled[];
  more?: readonly Filled[];
  /** Replaces what the workbook says of itself; null leaves the sheet out. */
  about?: Partial<Record<AboutRow, string>> | null;
  /** Replaces parts of the sheet that is filled in. */
  sheet?: Partial<WriteSheet>;
  extra?: readonly WriteSheet[];
};

/** A small workbook by another hand than the product's own writer: headings in row 1, the first filled row is row 2. */
export function makeWorkbook({locale = 'zh-CN', columns = ['code', 'value', 'note', 'reason'], rows = [], more, about = {}, sheet = {}, extra = []}: Made = {}): Promise<Uint8Array> {
  const t = wordsOf(locale);
  const {instrument, hash} = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
  const said = {instrument: instrument.id, version: instrument.version, hash, ...about};
  const table = (name: string, heads: readonly SheetColumn[], filled: readonly Filled[]): WriteSheet => ({
    name,
    rows: [heads.map((column) => t(`workbook.column.${column}`)), ...filled.map((row) => heads.map((column) => row[column] ?? null))],
  });
  return writeXlsx({
    sheets: [
      {...table(t('workbook.sheet.fill-in'), columns, rows), ...sheet},
      ...(more ? [table(t('workbook.sheet.more-evidence'), ['code', 'kind', 'title', 'documentNumber', 'issuer', 'date', 'link'], more)] : []),
      ...(about === null ? [] : [{name: t('workbook.sheet.about'), rows: ABOUT.map((row) => [t(`workbook.about.${row}`), said[row]])}]),
      ...extra,
    ],
  });
}

/** Changes parts of a workbook by hand; null as the new text takes a part away. */
export function rewriteParts(workbook: Uint8Array, changes: Readonly<Record<string, (text: string) => string | null>>): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [name, change] of Object.entries(changes)) {
    const text = change(parts[name] ? strFromU8(parts[name]) : '');
    if (text === null) Reflect.deleteProperty(parts, name);
    else parts[name] = strToU8(text);
  }
  return zipSync(parts);
}

/** Replaces a text that must be there. */
export function swap(from: string | RegExp, to: string): (text: string) => string {
  return (text) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to replace: ${String(from)}`);
    return changed;
  };
}

/** Answers by measure code as `proposeAnswers` takes those that stand. */
export function standing(answers: Readonly<Record<string, Partial<AnswerInput>>>): Map<string, AnswerInput> {
  return new Map(Object.entries(answers).map(([code, parts]) => [code, {value: 'unknown', note: '', reason: '', evidence: [], ...parts}]));
}
