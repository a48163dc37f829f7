import {readDocument} from '../docx/read-document';
import {FileError} from '../file-error';
import {openZip} from '../open-zip';
import {type SheetName, isSheet} from '../xlsx/sheet-layout';
import {takeApartWorkbook} from './clean-workbook';
import {type CheckTable, type StatedAnswer, type Statement, findCheckTable, findStatedAnswers, readClaim, readStatedValue} from './find-claim';
import {readFilledSheet} from './find-columns';
import {type SheetCells, readSheets} from './read-sheets';

/** What a report or workbook states, in which language, and all its text, in which its conclusion must be found. */
export type FileStatement = {readonly statement: Statement; readonly locale: CheckTable['locale'] | null; readonly text: string};

/**
 * Reads what a Word report or an Excel workbook of the product states, whichever program saved it last.
 * @throws FileError when it is neither, or can't be read
 */
export async function readFileStatement(bytes: Uint8Array): Promise<FileStatement> {
  const parts = await openZip(bytes);
  const document = parts.get('word/document.xml');
  return document ? readReport(document) : readWorkbook(bytes);
}

function readReport(part: Uint8Array): FileStatement {
  let text;
  try {
    text = readDocument(new TextDecoder('utf-8', {fatal: true}).decode(part));
  } catch (error) {
    throw new FileError('broken', {}, {cause: error});
  }
  const check = findCheckTable(text.tables);
  return {
    statement: readClaim(check, findStatedAnswers(text.tables)),
    locale: check?.locale ?? null,
    text: [...text.paragraphs, ...text.tables.flat(2)].join('\n'),
  };
}

async function readWorkbook(bytes: Uint8Array): Promise<FileStatement> {
  const workbook = await takeApartWorkbook(bytes);
  const find = async (name: SheetName) => readSheets(workbook, workbook.sheets.filter((sheet) => isSheet(sheet.name, name)).slice(0, 1));
  const [[filled], [more], [diagnosis]] = [await find('fill-in'), await find('more-evidence'), await find('diagnosis')];
  const table = (diagnosis?.rows ?? []).map((cells) => cells.map(({text}) => text));
  const check = findCheckTable([table]);
  return {
    statement: readClaim(check, listFilledAnswers(filled, more, check?.values['to-confirm'] ?? '')),
    locale: check?.locale ?? null,
    text: table.flat().join('\n'),
  };
}

/**
 * The answers of the sheet that is filled in. A cell left empty is no answer, a formula's result is none that is known,
 * and those that the annex lists as not confirmed are written like answers but count as unknown.
 */
function listFilledAnswers(filled: SheetCells | undefined, more: SheetCells | undefined, toConfirm: string): StatedAnswer[] {
  const unconfirmed = new Set(toConfirm.split(/[,，\s]+/));
  const rows = (sheet: SheetCells | undefined, needed: 'value' | 'title') =>
    sheet ? (readFilledSheet(sheet.sheet.name, sheet.rows, ['code', needed])?.rows ?? []) : [];
  const evidenced = new Set(rows(more, 'title').flatMap(({cells}) => (cells.title ? [cells.code?.text ?? ''] : [])));
  return rows(filled, 'value').flatMap(({cells}) => {
    const [code, given] = [cells.code?.text ?? '', cells.value?.text ?? ''];
    if (!/^[A-Z][A-Z0-9]{0,7}$/.test(code) || given === '') return [];
    if (unconfirmed.has(code)) return [{code, value: 'unknown', given, evidenced: false}];
    return [{code, value: cells.value?.fault ? null : readStatedValue(given), given, evidenced: cells.title !== undefined || evidenced.has(code)}];
  });
}
