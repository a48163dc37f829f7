import type {StaircaseText} from '../staircase/picture';
import {fitLines} from './fit-lines';

type RimLabel = {readonly lines: readonly string[]; readonly height: number; y: number};

const LINE = 1.2;
const GAP = 2;
const MOST_LINES = 3;

/**
 * Sets words around a circle with its centre at 0 0, from the top clockwise, at equal angles: the first above it, the
 * others at both sides, moved down along the rim until no two touch. `room` is the width that each side has.
 */
export function layRimLabels(labels: readonly string[], radius: number, room: number, size: number): StaircaseText[] {
  const [first, ...others] = labels;
  if (first === undefined) return [];
  const top = fitLines(first, room * 1.6, size, MOST_LINES);
  const texts = top.map((text, line): StaircaseText => ({
    ...write(text, size),
    x: 0,
    y: -radius - size * 0.25 - (top.length - 1 - line) * size * LINE,
    anchor: 'middle',
  }));
  const sides: {right: RimLabel[]; left: RimLabel[]} = {right: [], left: []};
  for (const [index, label] of others.entries()) {
    const turn = (index + 1) / labels.length;
    const lines = fitLines(label, room, size, MOST_LINES);
    const placed = {lines, height: lines.length * size * LINE, y: -radius * Math.cos(turn * 2 * Math.PI)};
    if (turn <= 0.5) sides.right.push(placed);
    else sides.left.unshift(placed);
  }
  for (const [side, column] of Object.entries(sides)) {
    spreadDown(column, -radius);
    for (const {lines, height, y} of column) {
      // From the side of the label that is nearer to the middle, the rim is furthest out.
      const nearest = Math.max(0, Math.abs(y) - height / 2);
      const x = Math.sqrt(Math.max(0, radius ** 2 - nearest ** 2));
      for (const [line, text] of lines.entries()) {
        texts.push({
          ...write(text, size),
          x: side === 'right' ? Math.max(x, GAP) : -Math.max(x, GAP),
          y: y - height / 2 + size * (0.96 + line * LINE),
          anchor: side === 'right' ? 'start' : 'end',
        });
      }
    }
  }
  return texts;
}

function spreadDown(column: RimLabel[], top: number): void {
  let bottom = top;
  for (const label of column) {
    label.y = Math.max(label.y, bottom + GAP + label.height / 2);
    bottom = label.y + label.height / 2;
  }
}

function write(text: string, size: number): StaircaseText {
  return {text, x: 0, y: 0, size, anchor: 'start', tone: 'ink', bold: false};
}
