import {listCategories} from '@/lib/instrument/list-measures';
import {type ComparisonInput, type CountyHeading, listCountyHeadings} from './compared-county';

/** In place of applicable measures of one category in one county. */
export type RadarCell = {
  /** inPlace / applicable, from 0 to 1; null where no measure is applicable. For drawing only. */
  readonly share: number | null;
  /** The exact fraction such as `2/3`; a dash where no measure is applicable. */
  readonly text: string;
  readonly unknownText: string | null;
};

export type RadarRow = {
  readonly code: string;
  readonly stage: number;
  /** The category's name in full. */
  readonly name: string;
  /** Its short name, for the chart's rim. */
  readonly label: string;
  /** One cell a county, in the order of `counties`. */
  readonly cells: readonly RadarCell[];
};

export type RadarView = {
  readonly id: string;
  readonly heading: string;
  readonly chartLabel: string;
  readonly legendLabel: string;
  readonly noScript: string;
  readonly caption: string;
  readonly categoryHeading: string;
  readonly note: string;
  readonly counties: readonly CountyHeading[];
  readonly rows: readonly RadarRow[];
};

/**
 * Shares of measures in place by first-level category and county, with the table of the same figures.
 * Unknown answers count as not in place and not-applicable ones are left out (METHOD.md: Counting).
 */
export function buildRadar(input: ComparisonInput): RadarView {
  const {instrument, counties, locale, t} = input;
  return {
    id: 'compare-categories',
    heading: t('compare.radar.heading'),
    chartLabel: t('compare.radar.chart'),
    legendLabel: t('compare.radar.legend'),
    noScript: t('compare.radar.noScript'),
    caption: t('compare.radar.caption'),
    categoryHeading: t('compare.radar.category'),
    note: t('compare.radar.note'),
    counties: listCountyHeadings(input),
    rows: listCategories(instrument).map(({category, stage}) => ({
      code: category.code,
      stage: stage.number,
      name: category.name[locale],
      label: category.label[locale],
      cells: counties.map(({diagnosis}) => {
        const counts = diagnosis.categories.find(({code}) => code === category.code);
        const {applicable = 0, inPlace = 0, unknown = 0} = counts ?? {};
        return {
          share: applicable === 0 ? null : inPlace / applicable,
          text: applicable === 0 ? t('compare.nothingApplicable') : `${inPlace}/${applicable}`,
          unknownText: unknown === 0 ? null : t('compare.unknownCount', {count: unknown}),
        };
      }),
    })),
  };
}
