import {XMLParser} from 'fast-xml-parser';

/** The text of a Word document: its paragraphs outside tables, and its tables as rows of cells. */
export type DocumentText = {readonly paragraphs: readonly string[]; readonly tables: readonly (readonly (readonly string[])[])[]};

type Node = Record<string, unknown>;

/**
 * Reads the text of `word/document.xml`, whichever program saved it: lines of a cell are joined with line ends, deleted
 * text of tracked changes and pictures are left out. @throws Error when it is no XML, or has a document type of its own
 */
export function readDocument(xml: string): DocumentText {
  if (xml.includes('<!DOCTYPE')) throw new Error('a Word document has no document type');
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: true,
    trimValues: false,
    parseTagValue: false,
    processEntities: {enabled: true, maxTotalExpansions: Number.POSITIVE_INFINITY},
    htmlEntities: true,
  });
  const body = findBody(parser.parse(xml, true) as Node[]);
  const paragraphs: string[] = [];
  const tables: string[][][] = [];
  visit(body, paragraphs, tables);
  return {paragraphs, tables};
}

function findBody(roots: readonly Node[]): readonly Node[] {
  const root = roots.find((node) => 'w:document' in node);
  const body = childrenOf(root, 'w:document').find((node) => 'w:body' in node);
  if (!body) throw new Error('there is no w:body');
  return childrenOf(body, 'w:body');
}

function visit(nodes: readonly Node[], paragraphs: string[], tables: string[][][]): void {
  for (const node of nodes) {
    const name = nameOf(node);
    if (name === 'w:p') paragraphs.push(textOf(node));
    else if (name === 'w:tbl') tables.push(readTable(node));
    else if (name !== null && !LEFT_OUT.has(name)) visit(childrenOf(node, name), paragraphs, tables);
  }
}

function readTable(table: Node): string[][] {
  return collect(table, 'w:tr').map((row) =>
    collect(row, 'w:tc').map((cell) => collect(cell, 'w:p').map(textOf).join('\n')),
  );
}

/** The nearest descendants of a name, through whatever stands between, such as content controls. */
function collect(node: Node, wanted: string): Node[] {
  const name = nameOf(node);
  if (name === null) return [];
  return childrenOf(node, name).flatMap((child) => (nameOf(child) === wanted ? [child] : LEFT_OUT.has(nameOf(child) ?? '') ? [] : collect(child, wanted)));
}

const LEFT_OUT = new Set(['w:del', 'w:moveFrom', 'w:drawing', 'w:pict', 'mc:AlternateContent', 'w:instrText']);

function textOf(node: Node): string {
  const name = nameOf(node);
  if (name === null) return '';
  if (name === 'w:t') return childrenOf(node, name).map((child) => ('#text' in child ? String(child['#text']) : '')).join('');
  if (name === 'w:br' || name === 'w:cr') return '\n';
  if (name === 'w:tab') return '\t';
  return LEFT_OUT.has(name) ? '' : childrenOf(node, name).map(textOf).join('');
}

function nameOf(node: Node): string | null {
  return Object.keys(node).find((key) => key !== ':@' && key !== '#text') ?? null;
}

function childrenOf(node: Node | undefined, name: string): readonly Node[] {
  const children = node?.[name];
  return Array.isArray(children) ? (children as Node[]) : [];
}
