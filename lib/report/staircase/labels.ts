import type {StaircaseText} from './picture';
import {estimateWidth, wrapText, writeLine} from './text';
import type {StepPlace} from './wall';

/** A step's place with the codes and labels of its categories, one a column. */
export type LabelledPlace = {
  readonly place: StepPlace;
  readonly categories: readonly {readonly code: string; readonly label: string}[];
};

/** Category labels by step, and the height of their band below the tread; without texts where they fit in no way. */
export type LabelBand = {readonly texts: readonly (readonly StaircaseText[])[]; readonly height: number};

type Label = {readonly lines: readonly string[]; readonly width: number; centre: number};

/** Sizes to try for labels in one line and then for labels broken into several, each from the largest down. */
export type LabelSizes = {
  readonly whole: readonly number[];
  readonly broken: readonly number[];
  /** Size of a list with codes where labels fit under their columns in no way; null leaves them out. */
  readonly listed: number | null;
};

const CLEAR = 4;
const MOST_LINES = 3;
const LINE = 1.22;

/**
 * Sets the category labels under their columns: whole or else broken between words, at the largest of `sizes` at
 * which no two touch. One way holds for all steps; where none fits, the labels are listed with their codes or left out,
 * as codes still name the columns.
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
  return sizes.listed === null ? {texts: steps.map(() => []), height: 0} : listLabels(steps, sizes.listed);
}

function listLabels(steps: readonly LabelledPlace[], size: number): LabelBand {
  const lists = steps.map(({place, categories}) => {
    const lines: string[] = [];
    for (const {code, label} of categories) {
      const entry = `${code} ${label}`;
      const longer = `${lines.at(-1) ?? ''} · ${entry}`;
      const fits = lines.length > 0 && estimateWidth(longer, size) <= place.right - place.wall - CLEAR;
      lines.splice(fits ? -1 : lines.length, fits ? 1 : 0, fits ? longer : entry);
    }
    return lines;
  });
  return {
    height: size * (1.5 + (Math.max(...lists.map((lines) => lines.length)) - 1) * LINE),
    texts: lists.map((lines, index) => {
      const {wall = 0, tread = 0} = steps[index]?.place ?? {};
      return lines.map((text, line) => writeLine(text, wall, tread + size * (1.45 + line * LINE), size));
    }),
  };
}

function placeLabels({place, categories}: LabelledPlace, size: number, broken: boolean): Label[] | null {
  const {wall, pitchX, left, right} = place;
  const row = categories.map(({label}, column) => {
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
