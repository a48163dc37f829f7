import type {CellState} from '../compare/heat-map';
import {estimateWidth, writeLine} from '../staircase/text';
import {drawBrick, drawHatch} from './brick';
import {type Colour, type Paint, paintForFile} from './paint';
import type {SvgNode} from './svg-node';
import {drawShape, drawText} from './text-line';

const SAMPLE = {width: 30, height: 14, gap: 8};
const BETWEEN = 22;
const LINE = 1.6;
const HATCH = 'hatch-key';

/** A cell's mark: a brick painted as in the staircase, or a dot where Table 1 has no tick. */
export function drawState(
  state: CellState,
  box: {readonly x: number; readonly y: number; readonly width: number; readonly height: number},
  colour: Colour,
  hatch: string,
  paint: Paint,
): SvgNode[] {
  if (state !== 'no-tick') return drawBrick({...box, state, code: '', codeSize: 0}, colour, hatch, paint);
  return [drawShape('circle', {cx: box.x + box.width / 2, cy: box.y + box.height / 2, r: 2.4, fill: paint('quiet')})];
}

/** What each state looks like, set in lines from left to right; for drawings that stand alone. */
export function drawStateLegend(
  states: readonly {readonly state: CellState; readonly label: string}[],
  place: {readonly x: number; readonly y: number; readonly room: number},
  size: number,
): {nodes: SvgNode[]; bottom: number} {
  const nodes: SvgNode[] = [
    {tag: 'defs', attributes: {}, children: [drawHatch(HATCH, 'quiet', false, paintForFile)]},
  ];
  let {x, y} = place;
  for (const {state, label} of states) {
    const width = SAMPLE.width + SAMPLE.gap + estimateWidth(label, size);
    if (x > place.x && x + width > place.x + place.room) {
      x = place.x;
      y += size * LINE;
    }
    nodes.push(
      ...drawState(state, {x, y, width: SAMPLE.width, height: SAMPLE.height}, 'quiet', HATCH, paintForFile),
      drawText(writeLine(label, x + SAMPLE.width + SAMPLE.gap, y + SAMPLE.height / 2 + size * 0.36, size), paintForFile),
    );
    x += width + BETWEEN;
  }
  return {nodes, bottom: y + Math.max(SAMPLE.height, size * 1.2)};
}
