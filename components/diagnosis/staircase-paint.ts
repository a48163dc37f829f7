import type {AnswerValue} from '@/lib/answers/answer-value';
import type {Locale} from '@/lib/instrument/schema';

const COLOURS = {
  ink: '#1d2733',
  quiet: '#4d5866',
  line: '#c5ccd5',
  paper: '#ffffff',
  shade: '#f3f4f6',
  link: '#0b5394',
  'stage-1': '#0f6e84',
  'stage-2': '#8a5a00',
  'stage-3': '#6b3a9b',
} as const;

/** A colour of the style sheet that the staircase is painted with. */
export type Colour = keyof typeof COLOURS;

/** Outline of a measure that is not in place: 3.6:1 on paper, lighter than any text. */
export const FAINT = '#7d8896';

/** A colour as a paint: the style sheet's, or, for a file that stands alone, its plain value. */
export function paint(colour: Colour, alone: boolean): string {
  return alone ? COLOURS[colour] : `var(--color-${colour}, ${COLOURS[colour]})`;
}

/** The colour of a stage by its place among the stage colours, counted from 1. */
export function getStageColour(place: number): Colour {
  const colours = ['stage-1', 'stage-2', 'stage-3'] as const;
  return colours[(place - 1) % colours.length] ?? 'stage-1';
}

/** Outlines by state, as stroke widths and dashes for a brick with codes; smaller bricks scale them down. */
export const OUTLINES: Readonly<Record<AnswerValue, {readonly width: number; readonly dash: readonly number[]}>> = {
  'in-place': {width: 1.6, dash: []},
  'under-way': {width: 1.6, dash: []},
  'not-in-place': {width: 1.4, dash: []},
  unknown: {width: 1.8, dash: [6, 4]},
  'not-applicable': {width: 1.6, dash: [0.1, 4.4]},
};

const CHINESE = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC'";

/**
 * Fonts of the drawn words, which widths are reckoned with: Chinese ones have narrow Latin letters for the codes, but
 * as wide an apostrophe as a character, so English has its own first.
 */
export const FONTS: Readonly<Record<Locale, string>> = {
  'zh-CN': `${CHINESE}, sans-serif`,
  en: `'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', ${CHINESE}, sans-serif`,
};
