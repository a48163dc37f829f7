import type {AnswerValue} from '@/lib/answers/answer-value';
import type {StaircaseBrick} from '../staircase/picture';
import {type Colour, FAINT, type Paint} from './paint';
import type {SvgNode} from './svg-node';
import {drawShape} from './text-line';

/** What a brick is painted from. */
export type BrickShape = Pick<StaircaseBrick, 'x' | 'y' | 'width' | 'height' | 'state' | 'code' | 'codeSize'>;

/** Outlines by state, as stroke widths and dashes for a brick with codes; smaller bricks scale them down. */
const OUTLINES: Readonly<Record<AnswerValue, {readonly width: number; readonly dash: readonly number[]}>> = {
  'in-place': {width: 1.6, dash: []},
  'under-way': {width: 1.6, dash: []},
  'not-in-place': {width: 1.4, dash: []},
  unknown: {width: 1.8, dash: [6, 4]},
  'not-applicable': {width: 1.6, dash: [0.1, 4.4]},
};

/**
 * The face of a brick: outline and filling tell its state without colour, and the code stays readable on all.
 * `hatch` is the id of a pattern in the same colour (`drawHatch`), which a brick under way is filled with.
 */
export function drawBrick(brick: BrickShape, colour: Colour, hatch: string, paint: Paint): SvgNode[] {
  const {x, y, width, height, state, code, codeSize} = brick;
  const outline = OUTLINES[state];
  const tiny = codeSize === 0 && height < 12;
  const stroke = outline.width * (tiny ? 0.45 : 1);
  const dash = outline.dash.map((length) => length * (tiny ? 0.32 : 1)).join(' ');
  const full = paint(colour);
  const quiet = paint('quiet');
  const box = {x: x + stroke / 2, y: y + stroke / 2, width: width - stroke, height: height - stroke, rx: Math.min(4, height / 8)};
  const nodes = [
    drawShape('rect', {
      ...box,
      fill: state === 'in-place' ? full : paint('paper'),
      stroke: state === 'in-place' || state === 'under-way' ? full : state === 'unknown' ? quiet : FAINT,
      'stroke-width': stroke,
      ...(dash ? {'stroke-dasharray': dash} : {}),
      ...(state === 'not-applicable' ? {'stroke-linecap': 'round'} : {}),
    }),
  ];
  if (state === 'under-way') nodes.push(drawShape('rect', {...box, fill: `url(#${hatch})`}));
  if (codeSize === 0) return nodes;
  if (state === 'under-way') {
    const plate = {width: code.length * codeSize * 0.64 + 7, height: codeSize * 1.3};
    const place = {x: x + (width - plate.width) / 2, y: y + (height - plate.height) / 2};
    nodes.push(drawShape('rect', {...place, ...plate, rx: 3, fill: paint('paper')}));
  }
  nodes.push({
    tag: 'text',
    attributes: {
      x: x + width / 2,
      y: y + height / 2 + codeSize * 0.36,
      'font-size': codeSize,
      'text-anchor': 'middle',
      fill: state === 'in-place' ? paint('paper') : state === 'under-way' ? full : quiet,
    },
    children: [code],
  });
  return nodes;
}

/** Stripes for what is under way, in one colour; finer for bricks without codes. */
export function drawHatch(id: string, colour: Colour, fine: boolean, paint: Paint): SvgNode {
  const step = fine ? 2.6 : 6;
  return {
    tag: 'pattern',
    attributes: {id, width: step, height: step, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'},
    children: [drawShape('rect', {width: step * 0.45, height: step, fill: paint(colour)})],
  };
}
