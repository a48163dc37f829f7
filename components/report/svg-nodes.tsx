import type {SvgNode} from '@/lib/report/drawing/svg-node';
import {writeSvgNodes} from '@/lib/report/drawing/write-svg';

type SvgNodesProps = {
  readonly nodes: readonly SvgNode[];
  /** Start of every id and of every reference to one, so that a page can show a drawing twice. */
  readonly idPrefix: string;
};

/** Elements of a drawing within a page's SVG, written at once: as components, each of a page's thousands costs more. */
export function SvgNodes({nodes, idPrefix}: SvgNodesProps) {
  return <g dangerouslySetInnerHTML={{__html: writeSvgNodes(nodes, `${idPrefix}-`)}} />;
}
