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

function readAttributes({attributes}: SvgNode, idPrefix: string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const reference = /^url\(#(.+)\)$/.exec(String(value))?.[1];
      if (name === 'id') return [name, `${idPrefix}-${value}`];
      if (reference !== undefined) return [name, `url(#${idPrefix}-${reference})`];
      return [name.replace(/-([a-z])/g, (_hyphen, letter: string) => letter.toUpperCase()), value];
    }),
  );
}
