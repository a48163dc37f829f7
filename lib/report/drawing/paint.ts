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

/** A colour of the style sheet that drawings are painted with. */
export type Colour = keyof typeof COLOURS;

/** Turns a colour into the paint of an SVG attribute. */
export type Paint = (colour: Colour) => string;

/** Paint for a page: the style sheet's colours. */
export const paintForPage: Paint = (colour) => `var(--color-${colour}, ${COLOURS[colour]})`;

/** Paint for a file that stands alone: plain values. */
export const paintForFile: Paint = (colour) => COLOURS[colour];

/** Outline of a measure that is not in place: 3.6:1 on paper, lighter than any text. */
export const FAINT = '#7d8896';

/** The colour of a stage by its place among the stage colours, counted from 1. */
export function getStageColour(place: number): Colour {
  const colours = ['stage-1', 'stage-2', 'stage-3'] as const;
  return colours[(place - 1) % colours.length] ?? 'stage-1';
}

const CHINESE = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC'";

/**
 * Fonts of the drawn words, which widths are reckoned with: Chinese ones have narrow Latin letters for the codes, but
 * as wide an apostrophe as a character, so English has its own first.
 */
export const FONTS: Readonly<Record<Locale, string>> = {
  'zh-CN': `${CHINESE}, sans-serif`,
  en: `'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', ${CHINESE}, sans-serif`,
};
