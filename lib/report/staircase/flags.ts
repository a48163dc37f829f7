import type {StaircaseFlag} from './picture';
import {estimateWidth, writeWithName} from './text';
import type {FlagFacts} from './words';

/** Length of a banner's tail as a part of its height. */
const TAIL = 0.35;

/** How a layout draws flags; lengths in user units. */
export type FlagSizes = {
  readonly height: number;
  /** Between a wall and the banner above it. */
  readonly clear: number;
  readonly text: number;
  /** Height of a banner with the name above the words, for pictures where a phrase has no room in one line; else null. */
  readonly tall: number | null;
};

/** The sizes that a picture's flags are all drawn with: tall where one of the phrases wants it, each with its room. */
export function chooseFlagSizes(flags: readonly {readonly facts: FlagFacts; readonly room: number}[], sizes: FlagSizes): FlagSizes {
  const whole = flags.every(({facts, room}) => fitsWhole(facts, room, sizes));
  return whole || sizes.tall === null ? {...sizes, tall: null} : {...sizes, height: sizes.tall};
}

/**
 * Builds a flag on a banner that flies to the right from the top of its pole, `bottom` its lower edge.
 * On one line, the reached flag's name is shortened to fit, and the open flag drops the name where it doesn't fit whole.
 */
export function buildFlag(
  facts: FlagFacts,
  name: string,
  pole: {x: number; foot: number},
  banner: {bottom: number; room: number},
  sizes: FlagSizes,
): StaircaseFlag {
  const {kind, stage, label} = facts;
  const room = getTextRoom(banner.room, sizes);
  const bold = kind === 'reached';
  const line = {size: sizes.text, anchor: 'start', tone: bold ? 'paper' : 'ink'} as const;
  const write = (text: string, heavy: boolean, baseline: number) => ({...line, text, x: pole.x + 10, y: baseline, bold: heavy});
  const top = banner.bottom - sizes.height;
  const texts =
    sizes.tall === null
      ? [write(writeWhole(facts, name, banner.room, sizes), bold, top + sizes.height / 2 + sizes.text * 0.36)]
      : [
          write(writeWithName(name, room, sizes.text, (short) => short), true, top + sizes.height / 2 - sizes.text * 0.26),
          write(facts.short, false, top + sizes.height / 2 + sizes.text * 1.02),
        ];
  const longest = Math.max(...texts.map((text) => estimateWidth(text.text, sizes.text, text.bold)));
  return {
    kind,
    stage,
    label,
    pole: {x: pole.x, top, foot: pole.foot},
    banner: {x: pole.x, y: top, width: Math.ceil(longest + sizes.height * TAIL + 18), height: sizes.height},
    texts,
  };
}

function writeWhole(facts: FlagFacts, name: string, room: number, sizes: FlagSizes): string {
  if (fitsWhole(facts, room, sizes)) return facts.label;
  return facts.kind === 'open' ? facts.short : writeWithName(name, getTextRoom(room, sizes), sizes.text, facts.write);
}

function fitsWhole({kind, label}: FlagFacts, room: number, sizes: FlagSizes): boolean {
  return estimateWidth(label, sizes.text, kind === 'reached') <= getTextRoom(room, sizes);
}

function getTextRoom(room: number, {height}: FlagSizes): number {
  return room - height * TAIL - 16;
}
