import {XMLParser} from 'fast-xml-parser';
import {FileError} from '../file-error';

/** Entities other than XML's own five need a DOCTYPE, which is refused before anything is parsed. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => ['Relationship', 'sheet', 'workbookPr'].includes(name),
});

type Attributes = Readonly<Record<string, string | undefined>>;

/** A part that another one points to; `kind` is the last word of its type. */
export type Relationship = {readonly id: string; readonly kind: string; readonly target: string};

/** The workbook part: its sheets in order, and whether its days are counted from 1904. */
export type WorkbookPart = {readonly sheets: readonly {name: string; relationship: string; hidden: boolean}[]; readonly from1904: boolean};

/** The text of an XML part: UTF-8, without a document type. @throws FileError `broken`, `doctype` */
export function readXmlPart(part: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(part);
  } catch (error) {
    throw new FileError('broken', {}, {cause: error});
  }
  // UTF-16 that passes for UTF-8 is full of zeros; it could hide anything.
  if (text.includes('\0')) throw new FileError('broken');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new FileError('doctype');
  return text;
}

/** What a part points to inside the file; none where it has no such list. @throws FileError */
export function readRelationships(parts: ReadonlyMap<string, Uint8Array>, of: string): Relationship[] {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const part = parts.get(`${folder}_rels/${of.slice(folder.length)}.rels`);
  if (!part) return [];
  const list = (parse(part).Relationships as {Relationship?: Attributes[]} | '' | undefined) || {};
  return (list.Relationship ?? [])
    .filter(({TargetMode}) => TargetMode !== 'External')
    .map(({Id = '', Type = '', Target = ''}) => ({id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target)}));
}

/** The workbook part's own words. @throws FileError */
export function readWorkbookPart(part: Uint8Array): WorkbookPart {
  const {workbook} = parse(part) as {workbook?: {sheets?: {sheet?: Attributes[]}; workbookPr?: (Attributes | '')[]}};
  const properties = workbook?.workbookPr?.[0] || {};
  return {
    sheets: (workbook?.sheets?.sheet ?? []).map(({name = '', id = '', state = 'visible'}) => ({name, relationship: id, hidden: state !== 'visible'})),
    from1904: ['1', 'true'].includes(properties.date1904 ?? ''),
  };
}

function parse(part: Uint8Array): Record<string, unknown> {
  const text = readXmlPart(part);
  try {
    return parser.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new FileError('broken', {}, {cause: error});
  }
}

/** A target relative to the folder of the part that names it, or from the root when it starts with a slash. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
