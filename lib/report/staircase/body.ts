import {type LabelSizes, type LabelledPlace, layCategoryLabels} from './labels';
import type {StaircaseText} from './picture';
import {balanceText, estimateWidth, pickSize, wrapText, writeLine} from './text';
import type {StepPlace} from './wall';
import type {StageFacts} from './words';

/** Text sizes of the body of a step; lists go from the largest down. */
export type BodySizes = {
  readonly labels: LabelSizes;
  readonly heading: readonly number[];
  readonly counts: readonly number[];
  /** Room kept free at the right of the counts, for the arrow that leaves there. */
  readonly beside: number;
  /** Equal bands in all steps, so that baselines agree; for steps that stand side by side. */
  readonly aligned: boolean;
};

/** The words in the body of a step: category labels, name of the stage, counts. */
export type StepBody = {
  readonly texts: readonly StaircaseText[];
  /** Right end and baseline of the counts. */
  readonly end: {readonly x: number; readonly y: number};
  /** From the tread to the lower edge of the words. */
  readonly height: number;
};

const CLEAR = 8;
const HEADING_LINE = 1.28;

/** Sets the words below each tread, in bands: category labels, name of the stage, counts. */
export function layBodies(
  steps: readonly {readonly facts: StageFacts; readonly place: StepPlace}[],
  sizes: BodySizes,
): StepBody[] {
  const labelled: LabelledPlace[] = steps.map(({facts, place}) => ({
    place,
    categories: facts.categories,
  }));
  const labels = layCategoryLabels(labelled, sizes.labels);
  const room = Math.min(...steps.map(({place}) => place.right - place.wall - CLEAR));
  const heading = layHeadings(
    steps.map(({facts}) => facts),
    room,
    sizes.heading,
  );
  const headingTop = labels.height + 11;
  const size = pickSize(sizes.counts, (candidate) =>
    steps.every(({facts}) => estimateWidth(facts.counts, candidate) <= room - sizes.beside),
  );
  const counts = steps.map(({facts}) => wrapText(facts.counts, room - sizes.beside, size));
  const mostCounts = Math.max(...counts.map((lines) => lines.length));
  return steps.map(({place: {wall, tread}}, index) => {
    const headingLines = heading.lines[index] ?? [];
    const headingTexts = headingLines.map((text, line) => ({
      ...writeLine(text, wall, tread + headingTop + heading.size * (1 + line * HEADING_LINE), heading.size),
      bold: true,
    }));
    const lines = counts[index] ?? [];
    const headingBand = (sizes.aligned ? heading.most : headingLines.length) * heading.size * HEADING_LINE;
    const baseline = (line: number) => tread + headingTop + headingBand + 2 + size * (1.1 + line * 1.3);
    const countTexts = lines.map((text, line) => writeLine(text, wall, baseline(line), size, 'quiet'));
    const longest = Math.max(0, ...lines.map((text) => estimateWidth(text, size)));
    const last = baseline((sizes.aligned ? mostCounts : lines.length) - 1);
    return {
      texts: [...(labels.texts[index] ?? []), ...headingTexts, ...countTexts],
      end: {x: wall + longest, y: last},
      height: last - tread + CLEAR,
    };
  });
}

function layHeadings(facts: readonly StageFacts[], room: number, sizes: readonly number[]) {
  const fits = (text: string, size: number) => estimateWidth(text, size, true) <= room;
  const whole = sizes.find((size) => facts.every(({heading}) => fits(heading, size)));
  if (whole !== undefined) return {size: whole, lines: facts.map(({heading}) => [heading]), most: 1};
  const size = pickSize(sizes, (candidate) =>
    facts.every(({headingParts}) => headingParts.every((part) => fits(part, candidate))),
  );
  const lines = facts.map(({headingParts}) => headingParts.flatMap((part) => balanceText(part, room, size, true)));
  return {size, lines, most: Math.max(...lines.map((list) => list.length))};
}
