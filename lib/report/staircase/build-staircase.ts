import type {StaircaseDrawing, StaircaseFacts} from './drawing';
import type {Staircase, StaircaseLayout} from './picture';
import {layPaper} from './paper';
import {laySmall} from './small';
import {layStacked} from './stacked';
import {layWide} from './wide';
import {
  type StaircaseSubject,
  describeStaircase,
  listFlagFacts,
  listStageFacts,
  listStates,
  writeStanding,
} from './words';

/** A subject and the layout that it is drawn in. */
export type StaircaseInput = StaircaseSubject & {readonly layout: StaircaseLayout};

/** How many stage colours the style sheet has. */
const STAGE_COLOURS = 3;

const LAYOUTS: Readonly<Record<StaircaseLayout, (facts: StaircaseFacts) => StaircaseDrawing>> = {
  wide: layWide,
  stacked: layStacked,
  small: laySmall,
  paper: layPaper,
};

/**
 * Builds the upgrade path of Fig. 1 as a staircase: one step a stage, one column a first-level category, one brick a
 * measure, a flag where the county stands. Lengths are user units of the viewBox; a measure without a value is unknown;
 * the small layout draws no codes and never has links. Works for any number of stages, categories and measures.
 * Source: wang-zhang-2017, Fig. 1 and Table 1; METHOD.md: The stage, interval.
 */
export function buildStaircase({layout, ...subject}: StaircaseInput): Staircase {
  const {t, locale, name, hrefOf} = subject;
  const drawn: StaircaseSubject = layout === 'small' ? {...subject, hrefOf: undefined} : subject;
  return {
    layout,
    locale,
    title: t('staircase.title', {name}),
    description: describeStaircase(subject),
    legend: {label: t('staircase.legend'), states: listStates(t)},
    ...roundLengths(LAYOUTS[layout]({
      stages: listStageFacts(drawn, STAGE_COLOURS),
      flags: listFlagFacts(drawn),
      name,
      standing: writeStanding(drawn),
      linked: layout !== 'small' && hrefOf !== undefined,
      words: {
        government: t('staircase.government'),
        market: t('staircase.market'),
        governmentLegend: t('staircase.government-legend'),
        marketLegend: t('staircase.market-legend'),
        hint: t('staircase.hint'),
      },
    })),
  };
}

// Hundredths of a unit can't be seen, and longer fractions only swell pages and files.
function roundLengths(drawing: StaircaseDrawing): StaircaseDrawing {
  const round = (_key: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value);
  return JSON.parse(JSON.stringify(drawing, round)) as StaircaseDrawing;
}
