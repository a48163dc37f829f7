import type {StaircaseText} from '../staircase/picture';
import type {Paint} from './paint';
import type {SvgNode} from './svg-node';

/** A line of text of a drawing. */
export function drawText(line: StaircaseText, paint: Paint): SvgNode {
  return {
    tag: 'text',
    attributes: {
      x: line.x,
      y: line.y,
      'font-size': line.size,
      'font-weight': line.bold ? 700 : 400,
      'text-anchor': line.anchor,
      fill: paint(line.tone),
    },
    children: [line.text],
  };
}

/** An element without children. */
export function drawShape(tag: SvgNode['tag'], attributes: SvgNode['attributes']): SvgNode {
  return {tag, attributes, children: []};
}
