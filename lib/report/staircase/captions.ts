import type {Box, StaircaseBrick} from './picture';
import {pickSize, wrapText, writeLine} from './text';
import type {StageFacts} from './words';

/** Room inside a caption lane at its left and right; half of it above and below. */
export const CAPTION_PAD = 10;

/** Lines that captions need in a lane of this width, and the largest of `sizes` that keeps them fewest. */
export function planCaptions(
  stages: readonly StageFacts[],
  room: number,
  sizes: readonly number[],
): {size: number; lines: number} {
  const labels = stages.flatMap(({categories}) => categories.flatMap(({measures}) => measures.map(({label}) => label)));
  const countLines = (size: number) => Math.max(...labels.map((label) => wrapText(label, room, size).length));
  const fewest = Math.min(...sizes.map(countLines));
  const size = pickSize(sizes, (candidate) => countLines(candidate) === fewest);
  return {size, lines: fewest};
}

/** Sets a caption into its lane, which is `planCaptions(…).lines` high. */
export function layCaption(lane: Box, size: number, label: string): NonNullable<StaircaseBrick['caption']> {
  const texts = wrapText(label, lane.width - 2 * CAPTION_PAD, size).map((text, line) =>
    writeLine(text, lane.x + CAPTION_PAD, lane.y + CAPTION_PAD / 2 + size * (1 + line * 1.3), size, 'ink'),
  );
  return {lane, texts};
}

/** Height of a lane for captions of so many lines. */
export function getCaptionHeight({size, lines}: {size: number; lines: number}): number {
  return Math.ceil(CAPTION_PAD + size * (1.2 + (lines - 1) * 1.3));
}
