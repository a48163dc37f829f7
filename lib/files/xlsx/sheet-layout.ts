import {EVIDENCE_FIELDS} from '@/lib/answers/answer-form';
import {LOCALES} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';

const TRANSLATORS = LOCALES.map(translatorFor);

/** Columns of the sheet that is filled in, from A on: a row a measure, with its first evidence record. */
export const FILL_IN_COLUMNS = ['code', 'category', 'measure', 'question', 'value', 'note', 'reason', ...EVIDENCE_FIELDS] as const;

/** Columns of the sheet that takes further evidence records, a row a record, in the order in which they are kept. */
export const MORE_EVIDENCE_COLUMNS = ['code', ...EVIDENCE_FIELDS] as const;

/** What the sheet on the workbook itself says in two columns, label and value; a workbook without it is not of this product. */
export const ABOUT_ROWS = ['instrument', 'version', 'hash'] as const;

export type SheetColumn = (typeof FILL_IN_COLUMNS)[number];
export type SheetName = 'fill-in' | 'more-evidence' | 'diagnosis' | 'comparison' | 'about';
export type AboutRow = (typeof ABOUT_ROWS)[number];

/** The column that bears a heading, whichever language the workbook is in; undefined for any other text. */
export function findColumn(heading: string): SheetColumn | undefined {
  return FILL_IN_COLUMNS.find((column) => TRANSLATORS.some((t) => t(`workbook.column.${column}`) === heading.trim()));
}

/** Whether a sheet bears one of the product's names, whichever language the workbook is in. */
export function isSheet(name: string, sheet: SheetName): boolean {
  return TRANSLATORS.some((t) => t(`workbook.sheet.${sheet}`) === name.trim());
}

/** The row of the sheet on the workbook itself that bears a label; undefined for any other text. */
export function findAboutRow(label: string): AboutRow | undefined {
  return ABOUT_ROWS.find((row) => TRANSLATORS.some((t) => t(`workbook.about.${row}`) === label.trim()));
}
