import {FONTS} from './paint';
import type {Drawing, SvgNode} from './svg-node';

/** Signs that XML 1.0 has no way to write: control characters, lone surrogates and two that are no characters. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const REFERENCE = 'url(#';

/** Writes a drawing as an SVG file; signs that XML cannot hold become U+FFFD. `fonts` is a list as CSS has it. */
export function writeSvg({locale, width, height, title, description, nodes}: Drawing, fonts = FONTS[locale]): string {
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'xml:lang': locale,
    role: 'img',
    'font-family': fonts,
  };
  const words = `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`;
  return `<svg${writeAttributes(root, '')}>${words}${writeSvgNodes(nodes)}</svg>\n`;
}

/**
 * Writes elements of a drawing for a place within an SVG, as XML that HTML reads alike; no text of theirs can become
 * an element. `idPrefix` starts every id and every reference to one, so that a page can show a drawing twice.
 */
export function writeSvgNodes(nodes: readonly SvgNode[], idPrefix = ''): string {
  return nodes.map((node) => writeNode(node, idPrefix)).join('');
}

function writeNode(node: SvgNode | string, idPrefix: string): string {
  if (typeof node === 'string') return escapeXml(node);
  const open = `<${node.tag}${writeAttributes(node.attributes, idPrefix)}`;
  if (node.children.length === 0) return `${open}/>`;
  return `${open}>${node.children.map((child) => writeNode(child, idPrefix)).join('')}</${node.tag}>`;
}

function writeAttributes(attributes: SvgNode['attributes'], idPrefix: string): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? roundLength(value) : escapeXml(prefixIds(name, value, idPrefix))}"`)
    .join('');
}

function prefixIds(name: string, value: string, idPrefix: string): string {
  if (name === 'id') return idPrefix + value;
  return value.startsWith(REFERENCE) ? REFERENCE + idPrefix + value.slice(REFERENCE.length) : value;
}

// Thousandths of a unit can't be seen, and longer fractions only swell the file.
function roundLength(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function escapeXml(text: string): string {
  return text.replace(NOT_IN_XML, '\ufffd').replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
