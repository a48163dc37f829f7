import type {StaircaseArrow, StaircaseText} from './picture';
import {estimateWidth, wrapText, writeLine} from './text';

const SAMPLE = 34;
const GAP = 10;
const BETWEEN = 36;

/** Sets the key of the two kinds of arrow below the picture: side by side where there is room, else in rows. */
export function layArrowLegend(
  items: readonly {readonly kind: StaircaseArrow['kind']; readonly text: string}[],
  at: {readonly x: number; readonly y: number; readonly room: number},
  size: number,
): {arrows: StaircaseArrow[]; texts: StaircaseText[]; bottom: number} {
  const arrows: StaircaseArrow[] = [];
  const texts: StaircaseText[] = [];
  let x = at.x;
  let y = at.y + size;
  for (const {kind, text} of items) {
    const lines = wrapText(text, at.room - SAMPLE - GAP, size);
    const width = SAMPLE + GAP + Math.max(...lines.map((line) => estimateWidth(line, size)));
    if (x > at.x && (x + width > at.x + at.room || lines.length > 1)) {
      x = at.x;
      y += size * 1.5;
    }
    const middle = y - size * 0.36;
    arrows.push({kind, points: [[x, middle], [x + SAMPLE, middle]]});
    for (const [index, line] of lines.entries()) {
      if (index > 0) y += size * 1.3;
      texts.push(writeLine(line, x + SAMPLE + GAP, y, size, 'quiet'));
    }
    x += Math.ceil(width) + BETWEEN;
  }
  return {arrows, texts, bottom: y + size * 0.3};
}
