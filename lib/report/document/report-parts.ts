import type {EngineAnswers, Fraction} from '@/lib/diagnosis/model';
import {readBenchmarks} from '@/lib/diagnosis/read-benchmarks';
import {readStoredAnswers} from '@/lib/diagnosis/read-stored-answers';
import {formatPeriod} from '@/lib/format';
import {listMeasures} from '@/lib/instrument/list-measures';
import {type ClusterMatch, buildClusterMatch} from '../cluster-match';
import {buildBenchmarkCounty} from '../compare/benchmark-county';
import {type Comparison, buildComparison} from '../compare/build-comparison';
import {type MeasureSection, buildMeasureSections} from '../measure-rows';
import {type ResultPlan, buildResultPlan, listSetAside, selectPlan} from '../plan';
import {type Progress, getProgress} from '../progress';
import {type Result, buildResult} from '../result';
import type {SurenessSubject} from '../sureness/subject';
import type {ReportSubject} from './report-subject';

/** A subject with the views that its result page shows too, so that page and report say the same. */
export type ReportParts = ReportSubject & {
  readonly threshold: Fraction;
  /** Period in words. */
  readonly dated: string;
  /** What the diagnosis was made from: value and whether there is evidence, for each measure. */
  readonly stated: EngineAnswers;
  /** Codes of the measures set aside, which count for the roadmap only. */
  readonly setAside: readonly string[];
  readonly progress: Progress;
  readonly result: Result;
  readonly resultPlan: ResultPlan;
  readonly sureness: SurenessSubject;
  readonly match: ClusterMatch | null;
  readonly comparison: Comparison;
  readonly measures: readonly MeasureSection[];
};

/** Builds the views of a subject. */
export function buildReportParts(subject: ReportSubject): ReportParts {
  const {registered, county, period, answers, values, diagnosis, plan, traits, cluster, locale, t} = subject;
  const {instrument, benchmarks} = registered;
  const threshold = instrument.threshold.value;
  const words = {instrument, benchmarks, locale, t};
  const dated = formatPeriod(period, t);
  const stored = readStoredAnswers(answers);
  const stated = Object.fromEntries(
    listMeasures(instrument).map(({measure: {code}}) => [code, {value: values[code] ?? ('unknown' as const), evidenced: stored[code]?.evidenced ?? false}]),
  );
  return {
    ...subject,
    threshold,
    dated,
    stated,
    setAside: listSetAside(selectPlan(plan.entries, period)),
    progress: getProgress(instrument, answers),
    result: buildResult({...words, diagnosis: plan.diagnosis, values, threshold, county: county.name}),
    resultPlan: buildResultPlan({...words, entries: plan.entries, values, period, roadmap: plan.diagnosis.roadmap?.measures ?? []}),
    sureness: {...words, diagnosis, answers: stated, threshold, editableId: null, hrefOf: (code) => `#${code}`},
    match: cluster?.cluster
      ? buildClusterMatch({...words, registered: traits, ecommerce: diagnosis, cluster: cluster.cluster, values: cluster.values, county: county.shortName})
      : null,
    comparison: buildComparison({
      instrument,
      locale,
      t,
      counties: [
        {key: 'county', name: county.shortName, detail: `${county.industry} · ${dated}`, isBenchmark: false, href: null, values, diagnosis, underWayKnown: true},
        ...readBenchmarks(registered).map((reading) => buildBenchmarkCounty(reading, locale, t)),
      ],
    }),
    measures: buildMeasureSections({...words, answers, editableId: null}),
  };
}
