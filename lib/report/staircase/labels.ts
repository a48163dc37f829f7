import type {StaircaseText} from './picture';
import {estimateWidth, wrapText} from './text';
import type {StepPlace} from './wall';

/** A step's place with its category labels, one a column. */
export type LabelledPlace = {readonly place: StepPlace; readonly labels: readonly string[]};

/** Category labels by step, and the height of their band below the tread; without texts where they fit in no way. */
export type LabelBand = {readonly texts: readonly (readonly StaircaseText[])[]; readonly height: number};

type Label = {readonly lines: readonly string[]; readonly width: number; centre: number};

/** Sizes to try for labels in one line and then for labels broken into several, each from the largest down. */
export type LabelSizes = {readonly whole: readonly number[]; readonly broken: readonly number[]};

const CLEAR = 4;
const MOST_LINES = 3;
const LINE = 1.22;

/**
 * Sets the category labels under their columns: whole or else broken between words, at the largest of `sizes` at
 * which no two touch. One way holds for all steps; where none fits, the labels are left out, as codes still name the columns.
 */
export function layCategoryLabels(steps: readonly LabelledPlace[], sizes: LabelSizes): LabelBand {
  const ways = [
    ...sizes.whole.map((size) => ({size, broken: false})),
    ...sizes.broken.map((size) => ({size, broken: true})),
  ];
  for (const {size, broken} of ways) {
    const rows = steps.map((step) => placeLabels(step, size, broken));
    if (rows.every((row) => row !== null)) return drawLabels(rows, steps, size);
  }
  return {texts: steps.map(() => []), height: 0};
}

function placeLabels({place, labels}: LabelledPlace, size: number, broken: boolean): Label[] | null {
  const {wall, pitchX, left, right} = place;
  const row = labels.map((label, column) => {
    const lines = broken ? wrapText(label, pitchX - CLEAR, size) : [label];
    const width = Math.max(...lines.map((line) => estimateWidth(line, size)));
    return {lines, width, centre: wall + (column + 0.5) * pitchX - CLEAR / 2};
  });
  shiftOutward(row);
  const first = row[0];
  const last = row.at(-1);
  if (!first || !last || row.some(({lines}) => lines.length > MOST_LINES)) return null;
  const inside = first.centre - first.width / 2 >= left + CLEAR && last.centre + last.width / 2 <= right - CLEAR;
  const apart = row.every((label, column) => {
    const next = row[column + 1];
    return !next || getGap(label, next) >= CLEAR - 0.01;
  });
  return inside && apart ? row : null;
}

// A long label at an end of the wall has room beside the wall that labels in the middle lack.
function shiftOutward(row: Label[]): void {
  const [first, second] = row;
  if (first && second) first.centre -= Math.max(0, CLEAR - getGap(first, second));
  const last = row.at(-1);
  const beforeLast = row.at(-2);
  if (last && beforeLast && row.length > 2) last.centre += Math.max(0, CLEAR - getGap(beforeLast, last));
}

function getGap(one: Label, next: Label): number {
  return next.centre - next.width / 2 - (one.centre + one.width / 2);
}

function drawLabels(rows: readonly Label[][], steps: readonly LabelledPlace[], size: number): LabelBand {
  const most = Math.max(...rows.flatMap((row) => row.map(({lines}) => lines.length)));
  return {
    height: size * (1.5 + (most - 1) * LINE),
    texts: rows.map((row, index) =>
      row.flatMap(({lines, centre}) =>
        lines.map((text, line) => ({
          text,
          x: Math.round(centre * 10) / 10,
          y: (steps[index]?.place.tread ?? 0) + size * (1.45 + line * LINE),
          size,
          anchor: 'middle' as const,
          tone: 'ink' as const,
          bold: false,
        })),
      ),
    ),
  };
}
