import type {AnswerValue} from '@/lib/answers/answer-value';
import type {Locale} from '@/lib/instrument/schema';

/** `wide` for screens and print, `stacked` for phones, `small` for lists and comparisons, `paper` for documents 156 mm wide. */
export type StaircaseLayout = 'wide' | 'stacked' | 'small' | 'paper';

/** A rectangle in the user units of the picture's viewBox; y grows downwards. */
export type Box = {readonly x: number; readonly y: number; readonly width: number; readonly height: number};

/** A place in user units. */
export type Point = readonly [x: number, y: number];

/** One line of text; `y` is its baseline. */
export type StaircaseText = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly tone: 'ink' | 'quiet' | 'paper';
  readonly bold: boolean;
};

/** A measure: its place in the wall, its answer, and its words. */
export type StaircaseBrick = Box & {
  readonly code: string;
  readonly state: AnswerValue;
  /** Code, name and state as one phrase: accessible name and tooltip. */
  readonly label: string;
  readonly href: string | null;
  /** Size of the code's text; 0 where no code is drawn. */
  readonly codeSize: number;
  /** What hover and focus show in a lane that is free of everything else; null where bricks are no links. */
  readonly caption: {readonly lane: Box; readonly texts: readonly StaircaseText[]} | null;
};

/** A stage: a tread with its wall of bricks, in table order. */
export type StaircaseStep = {
  readonly stage: number;
  /** Which of the stage colours it has, counted from 1; colours come round again after the last. */
  readonly colour: number;
  readonly label: string;
  readonly tread: {readonly x1: number; readonly x2: number; readonly y: number};
  readonly bricks: readonly StaircaseBrick[];
};

/** A flag: `reached` by the known answers, or left `open` by unknown ones; stage 0 is the foot before stage 1. */
export type StaircaseFlag = {
  readonly kind: 'reached' | 'open';
  readonly stage: number;
  readonly pole: {readonly x: number; readonly top: number; readonly foot: number};
  readonly banner: Box;
  /** The words in full, also where the drawn ones are shortened or left out. */
  readonly label: string;
  readonly texts: readonly StaircaseText[];
};

/** An arrow of Fig. 1 from one stage to the next, with its head at the last point; also used as a legend's sample. */
export type StaircaseArrow = {readonly kind: 'government' | 'market'; readonly points: readonly Point[]};

/** The staircase as plain data: geometry in user units and words in one language. */
export type Staircase = {
  readonly layout: StaircaseLayout;
  readonly locale: Locale;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** Closed outlines of the stair, below the treads. */
  readonly bodies: readonly (readonly Point[])[];
  readonly steps: readonly StaircaseStep[];
  readonly arrows: readonly StaircaseArrow[];
  readonly flags: readonly StaircaseFlag[];
  readonly texts: readonly StaircaseText[];
  /** Stands in the caption lane until a brick's caption covers it; null without such a lane. */
  readonly hint: StaircaseText | null;
  /** The five states in the order of the legend. */
  readonly legend: {readonly label: string; readonly states: readonly {readonly state: AnswerValue; readonly label: string}[]};
};
