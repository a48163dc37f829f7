import type {AnswerValue} from '@/lib/answers/answer-value';
import type {Diagnosis, Fraction, StageCounts} from '@/lib/diagnosis/model';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {BenchmarkFile, InstrumentFile, Locale, Measure, Stage} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';

/** What a result is written from. */
export type ResultInput = {
  instrument: InstrumentFile;
  benchmarks: readonly BenchmarkFile[];
  diagnosis: Diagnosis;
  /** Value per measure; a missing one is unknown. */
  values: Readonly<Record<string, AnswerValue>>;
  threshold: Fraction;
  county: string;
  locale: Locale;
  t: Translate;
};

/** One stage's bar and row of the coverage table. */
export type CoverageRow = {
  stage: number;
  code: string;
  name: string;
  counts: StageCounts;
  met: boolean;
  metLabel: string;
};

/** One measure of the roadmap. */
export type RoadmapRow = {code: string; name: string; now: string; how: string; who: string};

/** The words and rows of a result page, in reading order. */
export type Result = {
  headline: string;
  reasons: string[];
  meaning: {pair: string; government: string; market: string};
  coverage: {rule: string; rows: CoverageRow[]};
  /** Sentences on lower stages that are not met, or the one that says why there are none. */
  gaps: string[];
  roadmap: {text: string; rows: RoadmapRow[]; missing: string | null};
};

/** Writes a diagnosis in sentences and rows; every number in them is the diagnosis's own. */
export function buildResult(input: ResultInput): Result {
  const {instrument, diagnosis, threshold, locale, t} = input;
  const [numerator, denominator] = threshold;
  const meant = instrument.stages[diagnosis.stage - 1];
  return {
    headline: writeHeadline(input),
    reasons: writeReasons(input),
    meaning: {
      pair: meant ? t('result.stage-pair', {cluster: meant.clusterStage[locale], name: meant.name[locale], upgrade: meant.upgrade[locale]}) : '',
      government: meant?.government[locale] ?? '',
      market: meant?.market[locale] ?? '',
    },
    coverage: {
      rule: t('result.coverage-rule', {threshold: `${numerator}/${denominator}`}),
      rows: diagnosis.stages.map((counts, index) => ({
        stage: counts.stage,
        code: counts.code,
        name: instrument.stages[index]?.name[locale] ?? counts.code,
        counts,
        met: counts.met,
        metLabel: counts.met ? t('result.coverage-yes') : t('result.coverage-no'),
      })),
    },
    gaps: writeGaps(input),
    roadmap: writeRoadmap(input),
  };
}

function numeral(t: Translate, stage: number): string {
  return t('stage.numeral', {stage: String(stage)});
}

function writeHeadline({diagnosis, instrument, county, locale, t}: ResultInput): string {
  const {low, high} = diagnosis.interval;
  if (low !== high) return t('result.headline-range', {county, low: numeral(t, low), high: numeral(t, high)});
  if (diagnosis.entering) return t('result.headline-entering', {county});
  const name = instrument.stages[diagnosis.stage - 1]?.name[locale] ?? '';
  return t('result.headline', {county, stage: numeral(t, diagnosis.stage), name});
}

function writeReasons({diagnosis, t}: ResultInput): string[] {
  const {stage, stages, interval} = diagnosis;
  const current = stages[stage - 1];
  const above = stages[stage];
  const reasons: string[] = [];
  if (current) reasons.push(describeStage(current, t));
  if (above) reasons.push(describeStage(above, t));
  else reasons.push(t('result.reason-highest'));
  if (interval.low !== interval.high) {
    const unknown = stages.reduce((sum, each) => sum + each.unknown, 0);
    reasons.push(t('result.reason-open', {unknown, low: numeral(t, interval.low), high: numeral(t, interval.high)}));
  }
  return reasons;
}

function describeStage(counts: StageCounts, t: Translate): string {
  const {applicable, inPlace, needed, met} = counts;
  const stage = numeral(t, counts.stage);
  if (applicable === 0) return t('result.reason-none-applicable', {stage});
  const values = {stage, applicable, inPlace, needed};
  return met ? t('result.reason-met', values) : t('result.reason-not-met', {...values, missing: needed - inPlace});
}

function writeGaps({diagnosis, t}: ResultInput): string[] {
  const {foundationGaps, stages, stage} = diagnosis;
  if (foundationGaps.length === 0) return [stage === 1 ? t('result.no-lower') : t('result.no-gaps')];
  return foundationGaps.flatMap((gap) => {
    const counts = stages[gap - 1];
    if (!counts) return [];
    const {applicable, inPlace, needed} = counts;
    return applicable === 0
      ? [t('result.gap-none-applicable', {stage: numeral(t, gap)})]
      : [t('result.gap', {stage: numeral(t, gap), applicable, inPlace, needed})];
  });
}

function writeRoadmap(input: ResultInput): Result['roadmap'] {
  const {diagnosis, instrument, values, locale, t} = input;
  const {roadmap, stage} = diagnosis;
  if (!roadmap) {
    const text = stage === instrument.stages.length ? t('result.roadmap-top') : t('result.roadmap-none');
    return {text, rows: [], missing: null};
  }
  const measures = new Map(listMeasures(instrument).map(({measure}) => [measure.code, measure]));
  return {
    text: t('result.roadmap-to', {stage: numeral(t, roadmap.toStage), count: roadmap.measures.length}),
    rows: roadmap.measures.flatMap((code) => {
      const measure = measures.get(code);
      if (!measure) return [];
      const how = `${measure.inPlaceWhen[locale]} ${measure.better[locale]}`;
      return [{code, name: measure.name[locale], now: t(`answer.${values[code] ?? 'unknown'}`), how, who: listBenchmarksOf(measure, input)}];
    }),
    missing: roadmap.missing > 0 ? t('result.roadmap-missing', {missing: roadmap.missing}) : null,
  };
}

/** The benchmark counties that have a measure, by short name; “none of the three” when there is none. */
export function listBenchmarksOf(measure: Measure, {benchmarks, locale, t}: Pick<ResultInput, 'benchmarks' | 'locale' | 't'>): string {
  const having = benchmarks.filter(({id}) => measure.benchmarks.ids.includes(id)).map(({shortName}) => shortName[locale]);
  return having.length > 0 ? new Intl.ListFormat(locale, {type: 'conjunction'}).format(having) : t('questionnaire.no-benchmark');
}

/** The stage's heading: “第二阶段：引导电商协同，产品升级”. */
export function formatStageHeading(stage: Stage, locale: Locale, t: Translate): string {
  return t('assessment.stage-heading', {numeral: numeral(t, stage.number), name: stage.name[locale], upgrade: stage.upgrade[locale]});
}
