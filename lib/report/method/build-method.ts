import type {TraitInstrument} from '@/lib/instrument/trait-schema';
import {type HeatMapView, buildHeatMap} from '../compare/heat-map';
import {buildBenchmarkCounty} from '../compare/benchmark-county';
import {buildIntervalSection, buildMarginSection, buildNextSection, buildRangeSection} from './certainty';
import {buildClusterSection} from './cluster';
import {buildAnswersSection, buildModelSection, buildNumbersSection, buildTicksSection} from './origin';
import {buildCoverageSection, buildFrontierSection, buildNeededSection} from './placement';
import {buildReadingsSection} from './readings';
import {buildReproductionSection, reproduceTable} from './reproduction';
import {buildResultsSection} from './results';
import {buildRoadmapSection} from './roadmap';
import {buildRulesSection} from './rules';
import {type MethodSection, buildSection, editorial} from './section';
import {buildOrderSection, buildScalogramSection} from './staging';
import {type MethodSubject, formatFraction, formatList, nameOf} from './subject';

/** Everything that the method page shows. */
export type Method = {
  readonly lead: string;
  readonly sections: readonly MethodSection[];
  /** The ticks of Table 1, to be shown in the section `table-1`. */
  readonly ticks: HeatMapView;
};

/** Writes the method page; every number in it is computed from the instruments and the benchmarks. */
export function buildMethod(subject: MethodSubject, traits: TraitInstrument): Method {
  const {registered, readings, locale, t} = subject;
  const reproduction = reproduceTable(subject);
  const counties = readings.map((reading) => buildBenchmarkCounty(reading, locale, t));
  return {
    lead: t('method.lead', {counties: formatList(readings.map((reading) => nameOf(reading, subject)), subject)}),
    ticks: buildHeatMap({instrument: registered.instrument, counties, locale, t}),
    sections: [
      buildModelSection(subject),
      buildNumbersSection(subject, reproduction),
      buildTicksSection(subject),
      buildAnswersSection(subject),
      buildCoverageSection(subject),
      buildNeededSection(subject),
      buildFrontierSection(subject),
      buildIntervalSection(subject),
      buildNextSection(subject),
      buildReadingsSection(subject),
      buildRulesSection(subject),
      buildMarginSection(subject),
      buildRangeSection(subject),
      buildRoadmapSection(subject),
      buildClusterSection(subject, traits),
      buildResultsSection(subject),
      buildReproductionSection(subject, reproduction),
      buildOrderSection(subject),
      buildScalogramSection(subject, reproduction),
      buildLimitsSection(subject),
    ],
  };
}

function buildLimitsSection({model, t}: MethodSubject): MethodSection {
  return buildSection('limits', t('method.limits-title'), {
    lines: [
      editorial(t('method.limits-cases')),
      editorial(t('method.limits-absence')),
      editorial(t('method.limits-declared')),
      editorial(t('method.limits-threshold', {threshold: formatFraction(model.threshold)})),
      editorial(t('method.limits-weights')),
      editorial(t('method.limits-time')),
    ],
  });
}
