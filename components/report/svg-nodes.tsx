import {type ReactNode, createElement} from 'react';
import type {SvgNode} from '@/lib/report/drawing/svg-node';

type SvgNodesProps = {
  readonly nodes: readonly (SvgNode | string)[];
  /** Start of every id and of every reference to one, so that a page can show a drawing twice. */
  readonly idPrefix: string;
};

/** Elements of a drawing within a page's SVG. */
export function SvgNodes({nodes, idPrefix}: SvgNodesProps): ReactNode {
  return nodes.map((node, index) =>
    typeof node === 'string' ? node : createElement(node.tag, {...readAttributes(node, idPrefix), key: index}, readChildren(node, idPrefix)),
  );
}

// A title takes nothing but one string for a child.
function readChildren({children}: SvgNode, idPrefix: string): ReactNode {
  if (children.length === 0) return undefined;
  const [first] = children;
  return children.length === 1 && typeof first === 'string' ? first : <SvgNodes nodes={children} idPrefix={idPrefix} />;
}

const REFERENCE = 'url(#';
/** Attributes as React spells them; a page has thousands of the same few. */
const reactNames = new Map<string, string>();

function readAttributes({attributes}: SvgNode, idPrefix: string): Record<string, string | number> {
  const read: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'id') read[name] = `${idPrefix}-${value}`;
    else if (typeof value === 'string' && value.startsWith(REFERENCE)) read[name] = `${REFERENCE}${idPrefix}-${value.slice(REFERENCE.length)}`;
    else read[spellForReact(name)] = value;
  }
  return read;
}

function spellForReact(name: string): string {
  const known = reactNames.get(name) ?? name.replace(/-([a-z])/g, (_hyphen, letter: string) => letter.toUpperCase());
  reactNames.set(name, known);
  return known;
}
