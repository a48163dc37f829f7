import {type CoverageBars, type SummaryTable, buildCoverageBars, buildSummaryTable, isTicksOnly} from './coverage';
import {type DifferencesView, buildDifferences} from './differences';
import {type HeatMapView, buildHeatMap} from './heat-map';
import {type RadarView, buildRadar} from './radar';
import type {ComparisonInput} from './compared-county';

export type {ComparedCounty} from './compared-county';

/** Everything that the comparison page shows, words included. */
export type Comparison = {
  /** Said instead of all parts where no county is chosen. */
  readonly empty: string | null;
  readonly notes: readonly string[];
  readonly contentsLabel: string;
  readonly summary: SummaryTable;
  readonly radar: RadarView;
  readonly coverage: CoverageBars;
  readonly heatMap: HeatMapView;
  readonly differences: DifferencesView;
};

/**
 * Sets counties side by side, in the order in which they were chosen.
 * Assumes that each county's diagnosis was made from its values with the same instrument; missing answers are
 * unknown. Counts and exact fractions only: no mean, rank or percentile is computed over counties
 * (METHOD.md: Where it comes from, and what is ours).
 */
export function buildComparison(input: ComparisonInput): Comparison {
  const {counties, t} = input;
  return {
    empty: counties.length === 0 ? t('compare.none') : null,
    notes: [
      t('compare.order'),
      ...(counties.some(isTicksOnly) ? [t('compare.benchmarkNote')] : []),
    ],
    contentsLabel: t('compare.contents'),
    summary: buildSummaryTable(input),
    radar: buildRadar(input),
    coverage: buildCoverageBars(input),
    heatMap: buildHeatMap(input),
    differences: buildDifferences(input),
  };
}
