import {reduceFraction} from './fraction';
import type {Fraction} from './model';

/** One case of a scalogram: what it has, level by level from the lowest; a level is a list of items. */
export type ScalogramCase = {readonly id: string; readonly levels: readonly (readonly boolean[])[]};

/** How well the levels, each presupposing those below it, reproduce what the cases have. */
export type Scalogram = {
  /** `type`: how many levels the nearest perfect pattern has complete, from the lowest; `errors`: cells off it. */
  readonly cases: readonly {readonly id: string; readonly type: number; readonly errors: number}[];
  readonly cells: number;
  readonly errors: number;
  /** 1 − errors ÷ cells, in lowest terms. */
  readonly reproducibility: Fraction;
  /** Share of cells that each item's commoner mark alone gets right, in lowest terms. */
  readonly marginal: Fraction;
  /** Share of what `marginal` leaves wrong that the levels get right, at least 0; null where it leaves nothing. */
  readonly scalability: Fraction | null;
};

/**
 * Compares cases with the perfect patterns of a Guttman scale: every item of the lowest levels, none above. Each
 * case is read as the pattern with the fewest errors, the lower on a tie.
 * Assumes that all cases have the same items in the same levels; marks are yes or no, numbers are cells, and without
 * cells everything is reproduced. Source: Guttman's scale analysis, as defined on the method page.
 */
export function buildScalogram(cases: readonly ScalogramCase[]): Scalogram {
  const fitted = cases.map(({id, levels}) => ({id, ...fitPattern(levels)}));
  const items = cases[0]?.levels.flat().length ?? 0;
  const cells = items * cases.length;
  const errors = fitted.reduce((sum, each) => sum + each.errors, 0);
  const rows = cases.map(({levels}) => levels.flat());
  let guessed = 0;
  for (let item = 0; item < items; item += 1) {
    const having = rows.filter((row) => row[item]).length;
    guessed += Math.max(having, cases.length - having);
  }
  return {
    cases: fitted,
    cells,
    errors,
    reproducibility: share(cells - errors, cells),
    marginal: share(guessed, cells),
    scalability: guessed === cells ? null : reduceFraction([Math.max(0, cells - errors - guessed), cells - guessed]),
  };
}

function fitPattern(levels: ScalogramCase['levels']): {type: number; errors: number} {
  // With no level complete, everything that the case has is an error.
  let errors = levels.flat().filter(Boolean).length;
  let best = {type: 0, errors};
  levels.forEach((level, index) => {
    const having = level.filter(Boolean).length;
    errors += level.length - 2 * having;
    if (errors < best.errors) best = {type: index + 1, errors};
  });
  return best;
}

function share(part: number, whole: number): Fraction {
  return whole === 0 ? [1, 1] : reduceFraction([part, whole]);
}
