import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import type {Translate} from '@/lib/messages/translator';
import {FileError} from '../file-error';
import {type AboutRow, type SheetName, findAboutRow, isSheet} from '../xlsx/sheet-layout';
import {type RawSheet, takeApartWorkbook} from './clean-workbook';
import {type FilledFile, MAX_ROWS} from './filled-file';
import {findColumns, readFilledSheet} from './find-columns';
import {type SheetCells, hasMoreRows, readSheets} from './read-sheets';

/** Sheets of the product that are not filled in. */
const OTHER_SHEETS: readonly SheetName[] = ['more-evidence', 'diagnosis', 'comparison', 'about'];

const NEEDED = ['code', 'value'] as const;

/**
 * Reads what was filled into a workbook made for one version of a questionnaire. The sheet is known by its name in either
 * language, hidden or not, or else by its headings; columns may stand in any order.
 * @throws FileError what is wrong with the file as such, such as another version's workbook
 */
export async function readFilledWorkbook(bytes: Uint8Array, registered: RegisteredInstrument, t: Translate): Promise<FilledFile> {
  const workbook = await takeApartWorkbook(bytes);
  const named = (sheet: SheetName) => workbook.sheets.filter(({name}) => isSheet(name, sheet));
  const [about] = await readSheets(workbook, takeOne(named('about')));
  checkAbout(about, registered, t);

  const byName = takeOne(named('fill-in'));
  const candidates = byName.length > 0 ? byName : workbook.sheets.filter(({name, hidden}) => !hidden && !OTHER_SHEETS.some((other) => isSheet(name, other)));
  const read = await readSheets(workbook, candidates);
  const [found] = takeOne(read.filter(({sheet, rows}) => findColumns(sheet.name, rows, NEEDED) !== null), ({sheet}) => sheet.name);
  const answers = found && readFilledSheet(found.sheet.name, found.rows, NEEDED);
  if (!answers) throw new FileError('no-sheet', {sheet: t('workbook.sheet.fill-in'), code: t('workbook.column.code'), value: t('workbook.column.value')});

  const [more] = await readSheets(workbook, takeOne(named('more-evidence')));
  const used = [found, more].flatMap((each) => (each ? [each.sheet] : []));
  if (used.some(hasMoreRows)) throw new FileError('too-many-rows', {max: MAX_ROWS});
  return {
    kind: 'workbook',
    answers,
    moreEvidence: more ? readFilledSheet(more.sheet.name, more.rows, ['code', 'title']) : null,
    leftOut: used.some(({hasPictures}) => hasPictures) ? [...workbook.leftOut, 'pictures'] : workbook.leftOut,
  };
}

/** The only one of its kind, or none. @throws FileError `repeated-sheet` */
function takeOne<T extends RawSheet | SheetCells>(sheets: readonly T[], nameOf: (sheet: T) => string = (sheet) => ('name' in sheet ? sheet.name : '')): T[] {
  if (sheets.length > 1) throw new FileError('repeated-sheet', {sheets: sheets.map((sheet) => `“${nameOf(sheet)}”`).join(' ')});
  return [...sheets];
}

/** Whether the workbook is for the assessment's questionnaire. @throws FileError `no-about`, `other-instrument`, `other-version`, `other-content` */
function checkAbout(about: SheetCells | undefined, {instrument, hash}: RegisteredInstrument, t: Translate): void {
  const said = new Map<AboutRow, string>();
  for (const [label, value] of about?.rows ?? []) {
    const row = label && findAboutRow(label.text);
    if (row && value && !said.has(row)) said.set(row, value.text);
  }
  const compare = (row: AboutRow, expected: string, problem: 'other-instrument' | 'other-version' | 'other-content') => {
    const found = said.get(row);
    if (!found) throw new FileError('no-about', {sheet: t('workbook.sheet.about')});
    if (found !== expected) throw new FileError(problem, {found: found.slice(0, 80), expected});
  };
  compare('instrument', instrument.id, 'other-instrument');
  compare('version', instrument.version, 'other-version');
  compare('hash', hash, 'other-content');
}
