import type {AnswerValue} from '@/lib/answers/answer-value';
import {buildModel} from '@/lib/diagnosis/build-model';
import {countReading} from '@/lib/diagnosis/count-reading';
import {diagnose} from '@/lib/diagnosis/diagnose';
import type {Diagnosis, Fraction, Model, StageCounts} from '@/lib/diagnosis/model';
import {type BenchmarkReading, readBenchmarks} from '@/lib/diagnosis/read-benchmarks';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import type {Locale, SourcesFile} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';

/** What the method page is written from. */
export type MethodSubject = {
  readonly registered: RegisteredInstrument;
  readonly sources: SourcesFile;
  readonly model: Model;
  readonly readings: readonly BenchmarkReading[];
  /** The benchmark county of the worked examples: the first one below the last stage. */
  readonly worked: BenchmarkReading;
  /** The stage after that county's, as counted for it. */
  readonly next: StageCounts;
  /** The measures of that stage that it lacks. */
  readonly lacking: readonly string[];
  readonly locale: Locale;
  readonly t: Translate;
};

/** Gathers it. @throws Error when no benchmark county stands below the last stage, so that there is no example */
export function buildMethodSubject(registered: RegisteredInstrument, sources: SourcesFile, locale: Locale, t: Translate): MethodSubject {
  const model = buildModel(registered.instrument, registered.benchmarks);
  const readings = readBenchmarks(registered);
  const worked = readings.find(({diagnosis}) => diagnosis.stage < model.stages.length);
  const next = worked?.diagnosis.stages[worked.diagnosis.stage];
  if (!worked || !next) throw new Error('No benchmark county stands below the last stage.');
  const lacking = listCodes(model, next.stage).filter((code) => worked.values[code] !== 'in-place');
  return {registered, sources, model, readings, worked, next, lacking, locale, t};
}

/** Codes of a stage's measures in table order. */
export function listCodes(model: Model, stage: number): string[] {
  return (model.stages[stage - 1]?.categories ?? []).flatMap(({measures}) => measures);
}

/** The worked county's diagnosis with some of its answers changed. */
export function tryAnswers({model, worked}: MethodSubject, codes: readonly string[], value: AnswerValue): Diagnosis {
  const values = {...worked.values, ...Object.fromEntries(codes.map((code) => [code, value]))};
  return diagnose(model, Object.fromEntries(Object.entries(values).map(([code, each]) => [code, {value: each}])));
}

/** The name of a benchmark county in the reader's language. */
export function nameOf({benchmark}: BenchmarkReading, {locale}: MethodSubject): string {
  return benchmark.shortName[locale];
}

/** A stage by its number in words. */
export function formatStage(stage: number, {t}: MethodSubject): string {
  return t('stage.numeral', {stage: String(stage)});
}

/** A fraction as text; whole numbers without a denominator. */
export function formatFraction([numerator, denominator]: Fraction | readonly [bigint, bigint]): string {
  return String(denominator) === '1' ? String(numerator) : `${numerator}/${denominator}`;
}

/** Parts of a sentence as the language lists them; “none” where there are none. */
export function formatList(items: readonly string[], {locale, t}: MethodSubject): string {
  if (items.length === 0) return t('method.none');
  return items.join(locale === 'zh-CN' ? '、' : ', ');
}

/** The coverage of each stage as a reading counts it: “A 15/15、B 4/13、C 0/17”. */
export function formatCoverages(stages: readonly StageCounts[], subject: MethodSubject, reading: keyof Diagnosis['readings'] = 'claimed'): string {
  return formatList(stages.map((stage) => `${stage.code} ${countReading(reading, stage).join('/')}`), subject);
}

/** The thresholds of a range in words. */
export function formatRange({above, upTo}: Diagnosis['thresholdRange'], {t}: MethodSubject): string {
  return t('method.range', {above: formatFraction(above), upTo: formatFraction(upTo)});
}

/** The stages that are met, in words. */
export function formatMet(stages: readonly StageCounts[], subject: MethodSubject): string {
  return formatList(stages.filter(({met}) => met).map(({stage}) => formatStage(stage, subject)), subject);
}
