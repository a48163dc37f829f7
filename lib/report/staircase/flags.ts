import type {StaircaseFlag} from './picture';
import {estimateWidth, writeWithName} from './text';
import type {FlagFacts} from './words';

/** How a layout draws flags; lengths in user units. */
export type FlagSizes = {
  readonly height: number;
  /** Between a wall and the banner above it. */
  readonly clear: number;
  readonly text: number;
};

/**
 * Builds a flag on a one-line banner that flies to the right from the top of its pole, `bottom` its lower edge.
 * The reached flag's name is shortened to fit; the open flag drops the name where it doesn't fit whole.
 */
export function buildFlag(
  facts: FlagFacts,
  name: string,
  pole: {x: number; foot: number},
  banner: {bottom: number; room: number},
  sizes: FlagSizes,
): StaircaseFlag {
  const {kind, stage, label} = facts;
  const tail = sizes.height * 0.35;
  const room = banner.room - tail - 16;
  const bold = kind === 'reached';
  const whole = estimateWidth(label, sizes.text, bold) <= room;
  const text = whole ? label : kind === 'open' ? facts.short : writeWithName(name, room, sizes.text, facts.write);
  const top = banner.bottom - sizes.height;
  return {
    kind,
    stage,
    label,
    pole: {x: pole.x, top, foot: pole.foot},
    banner: {x: pole.x, y: top, width: Math.ceil(estimateWidth(text, sizes.text, bold) + tail + 18), height: sizes.height},
    texts: [
      {
        text,
        x: pole.x + 10,
        y: top + sizes.height / 2 + sizes.text * 0.36,
        size: sizes.text,
        anchor: 'start',
        tone: bold ? 'paper' : 'ink',
        bold,
      },
    ],
  };
}
