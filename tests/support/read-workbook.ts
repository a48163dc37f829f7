import {XMLParser} from 'fast-xml-parser';
import {strFromU8, unzipSync} from 'fflate';
import readXlsxFile from 'read-excel-file/node';

/** Rows of a sheet as another program reads them; an empty cell is null. */
export type ReadRows = readonly (readonly unknown[])[];

/** Cells of all sheets by name, their texts untrimmed. */
export async function readSheets(workbook: Uint8Array): Promise<Map<string, ReadRows>> {
  const sheets = await readXlsxFile(Buffer.from(workbook), {trim: false});
  return new Map(sheets.map(({sheet, data}) => [sheet, data]));
}

/** The parts of a workbook as text by name. */
export function readParts(workbook: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(workbook)).map(([name, part]) => [name, strFromU8(part)]));
}

/** An element of a part: its attributes, the elements in it, and their text. */
export type XmlElement = {readonly tag: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly XmlElement[]; readonly text: string};

/** All elements of a part that bear a tag, in document order. */
export function listElements(workbook: Uint8Array, name: string, tag: string): XmlElement[] {
  const part = readParts(workbook).get(name);
  if (part === undefined) throw new Error(`There is no part ${name}.`);
  const parser = new XMLParser({preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, parseAttributeValue: false, trimValues: false});
  const walk = (elements: readonly XmlElement[]): XmlElement[] => elements.flatMap((element) => [...(element.tag === tag ? [element] : []), ...walk(element.children)]);
  return walk(parser.parse(part).map(toElement));
}

/** The only such element. */
export function findElement(workbook: Uint8Array, name: string, tag: string): XmlElement {
  const [element, ...others] = listElements(workbook, name, tag);
  if (!element || others.length > 0) throw new Error(`There is not just one ${tag} in ${name}.`);
  return element;
}

/** The text of the first element in another that bears a tag. */
export function textIn({children}: XmlElement, tag: string): string {
  return children.find((child) => child.tag === tag)?.text ?? '';
}

function toElement(node: Record<string, unknown>): XmlElement {
  const tag = Object.keys(node).find((key) => key !== ':@') ?? '';
  if (tag === '#text') return {tag, attributes: {}, children: [], text: String(node[tag])};
  const children = (node[tag] as Record<string, unknown>[]).map(toElement);
  return {tag, attributes: (node[':@'] ?? {}) as Record<string, string>, children, text: children.map(({text}) => text).join('')};
}

/** Cells below a row of headings, by heading, of the rows that `keep` takes by their first cell. */
export function readTable(rows: ReadRows, heading: string, keep: (first: string) => boolean): Record<string, unknown>[] {
  const at = rows.findIndex((row) => row[0] === heading);
  const headings = rows[at] ?? [];
  return rows
    .slice(at + 1)
    .filter((row) => keep(String(row[0] ?? '')))
    .map((row) => Object.fromEntries(headings.map((title, index) => [String(title), row[index] ?? null])));
}
