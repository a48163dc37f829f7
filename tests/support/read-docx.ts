import {XMLParser, XMLValidator} from 'fast-xml-parser';
import {strFromU8, unzipSync} from 'fflate';

/** An element of a document's XML, in order. */
export type Xml = {name: string; attributes: Record<string, string>; children: Xml[]; text: string};

const ORDERED = new XMLParser({preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', trimValues: false, parseTagValue: false, htmlEntities: true, processEntities: {enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity}});

function build(node: Record<string, unknown>): Xml {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  if (name === '#text') return {name, attributes: {}, children: [], text: String(node[name])};
  const children = (node[name] as Record<string, unknown>[]).map(build);
  return {name, attributes: (node[':@'] ?? {}) as Record<string, string>, children, text: children.map(({text}) => text).join('')};
}

/** Opens a Word document; throws where a part is no well-formed XML. */
export function readDocx(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const part = (path: string): Xml => {
    const data = files[path];
    if (!data) throw new Error(`There is no part ${path}: ${Object.keys(files).join(', ')}`);
    const xml = strFromU8(data);
    const valid = XMLValidator.validate(xml);
    if (valid !== true) throw new Error(`${path}: ${valid.err.msg}`);
    return {name: path, attributes: {}, text: '', children: (ORDERED.parse(xml) as Record<string, unknown>[]).map(build)};
  };
  return {files, part, parts: () => Object.keys(files).filter((path) => /\.(?:xml|rels)$/.test(path)).map(part)};
}

/** Every element of a name within another, in order. */
export function findAll(xml: Xml, name: string): Xml[] {
  return xml.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** The first element of a name within another. */
export function findOne(xml: Xml, name: string): Xml {
  const [found] = findAll(xml, name);
  if (!found) throw new Error(`There is no ${name} in ${xml.name}.`);
  return found;
}

/** The text of a paragraph as it reads, with line breaks. */
export function textOf(paragraph: Xml): string {
  return paragraph.children
    .map((child) => (child.name === 'w:t' ? child.text : child.name === 'w:br' ? '\n' : child.name === 'w:instrText' ? '' : textOf(child)))
    .join('');
}
