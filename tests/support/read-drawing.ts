import type {Drawing, SvgNode} from '@/lib/report/drawing/svg-node';
import type {Box} from '@/lib/report/staircase/picture';
import {getTextBox} from '@/lib/report/staircase/text';

/** Every element of a drawing, parents before children. */
export function listNodes(nodes: readonly (SvgNode | string)[]): SvgNode[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...listNodes(node.children)]));
}

/** The drawn texts of a drawing with the boxes that they are estimated to fill. */
export function listTexts({nodes}: Drawing): (Box & {readonly text: string; readonly size: number})[] {
  return listNodes(nodes)
    .filter(({tag}) => tag === 'text')
    .map(({attributes, children}) => {
      const text = children.join('');
      const size = Number(attributes['font-size']);
      const anchor = attributes['text-anchor'] as 'start' | 'middle' | 'end';
      const box = getTextBox({
        text, size, anchor, x: Number(attributes.x), y: Number(attributes.y), tone: 'ink', bold: attributes['font-weight'] === 700,
      });
      return {...box, text, size};
    });
}

/** Pairs of texts whose boxes touch. */
export function listOverlaps(texts: readonly (Box & {readonly text: string})[]): string[] {
  const slack = 0.1;
  return texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter((b) => a.x + slack < b.x + b.width && b.x + slack < a.x + a.width && a.y + slack < b.y + b.height && b.y + slack < a.y + a.height)
      .map((b) => `${a.text} / ${b.text}`),
  );
}

/** Texts that reach out of the drawing. */
export function listOutside(drawing: Drawing): string[] {
  return listTexts(drawing)
    .filter(({x, y, width, height}) => x < -0.1 || y < -0.1 || x + width > drawing.width + 0.1 || y + height > drawing.height + 0.1)
    .map(({text}) => text);
}
