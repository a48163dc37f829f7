import {strToU8, zipSync} from 'fflate';
import {FileError} from '../file-error';
import {openZip} from '../open-zip';
import type {LeftOut} from './filled-file';
import {readRelationships, readWorkbookPart, readXmlPart} from './workbook-parts';

/** A sheet of a workbook before its cells are read. */
export type RawSheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** The sheet's own XML. */
  readonly xml: string;
  /** Whether pictures lie on it. */
  readonly hasPictures: boolean;
};

/** What is worth reading of a workbook: sheets of cells, the texts and the formats that they share. */
export type RawWorkbook = {
  readonly sheets: readonly RawSheet[];
  readonly from1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly leftOut: readonly LeftOut[];
};

const OFFICE = 'http://schemas.openxmlformats.org';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/**
 * Takes a workbook of Excel, WPS or LibreOffice apart. Macros (of either kind) and document types are refused; links to
 * other files, embedded objects and pictures are left where they are, never followed, and told of.
 * @throws FileError
 */
export async function takeApartWorkbook(bytes: Uint8Array): Promise<RawWorkbook> {
  const parts = await openZip(bytes);
  const names = [...parts.keys()];
  const types = parts.get('[Content_Types].xml');
  if (!types) throw new FileError('not-workbook');
  const kinds = readXmlPart(types);
  if (/sheet\.binary/i.test(kinds)) throw new FileError('not-workbook');
  if (/macroEnabled|vbaProject|macrosheet/i.test(kinds) || names.some((name) => /vba(?:Project|Data)|macrosheets\//i.test(name))) throw new FileError('macros');

  const main = readRelationships(parts, '').find(({kind}) => kind === 'officeDocument')?.target ?? '';
  const mainPart = parts.get(main);
  if (!mainPart || !/spreadsheetml\.(?:sheet|template)\.main\+xml/.test(kinds)) throw new FileError('not-workbook');
  const workbook = readWorkbookPart(mainPart);
  const relationships = readRelationships(parts, main);
  const textOf = (name: string | undefined) => {
    const part = name === undefined ? undefined : parts.get(name);
    return part ? readXmlPart(part) : null;
  };
  const targetOf = (wanted: string) => relationships.find(({kind}) => kind === wanted)?.target;

  const sheets = workbook.sheets.flatMap(({name, relationship, hidden}): RawSheet[] => {
    const target = relationships.find(({id, kind}) => id === relationship && kind === 'worksheet')?.target;
    const xml = textOf(target);
    if (target === undefined || xml === null) return [];
    const drawings = readRelationships(parts, target).filter(({kind}) => kind === 'drawing');
    const hasPictures = drawings.some((drawing) => readRelationships(parts, drawing.target).some(({kind}) => kind === 'image'));
    return [{name, hidden, xml, hasPictures}];
  });
  const leftOut: LeftOut[] = [
    ...(names.some((name) => /(?:^|\/)externalLinks\//i.test(name)) ? (['external-links'] as const) : []),
    ...(names.some((name) => /(?:^|\/)(?:embeddings|activeX|ctrlProps)\//i.test(name)) ? (['objects'] as const) : []),
  ];
  return {sheets, from1904: workbook.from1904, sharedStrings: textOf(targetOf('sharedStrings')), styles: textOf(targetOf('styles')), leftOut};
}

/** Puts sheets of a workbook that was taken apart into a new one that holds nothing else, for a reader library. */
export function packSheets({from1904, sharedStrings, styles}: RawWorkbook, sheets: readonly RawSheet[]): Uint8Array {
  const relationships = [
    ...sheets.map((_, at) => writeRelationship(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`)),
    ...(sharedStrings === null ? [] : [writeRelationship('strings', 'sharedStrings', 'sharedStrings.xml')]),
    ...(styles === null ? [] : [writeRelationship('styles', 'styles', 'styles.xml')]),
  ];
  // The library looks sheets up by their part, so that names need not be told apart; they are numbers here.
  const list = sheets.map((_, at) => `<sheet name="${at}" sheetId="${at + 1}" r:id="s${at}"/>`).join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationshipPart([writeRelationship('workbook', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipPart(relationships),
    ...Object.fromEntries(sheets.map(({xml}, at) => [`xl/worksheets/sheet${at}.xml`, xml])),
    ...(sharedStrings === null ? {} : {'xl/sharedStrings.xml': sharedStrings}),
    ...(styles === null ? {} : {'xl/styles.xml': styles}),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {level: 0});
}

function relationshipPart(relationships: readonly string[]): string {
  return `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${relationships.join('')}</Relationships>`;
}

function writeRelationship(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
}
