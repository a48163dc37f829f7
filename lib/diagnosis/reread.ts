import type {AnswerValue} from '@/lib/answers/answer-value';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import type {InstrumentFile, Measure} from '@/lib/instrument/schema';
import {buildModel} from './build-model';
import {diagnose} from './diagnose';
import type {Diagnosis} from './model';

/** An answer set read under another version of its instrument. */
export type Reread = {
  readonly diagnosis: Diagnosis;
  /** Measures of both versions, which keep their answers; in the order of the other version, like `added`. */
  readonly kept: readonly string[];
  /** Of those, the ones whose name, question or condition reads differently, so that their answers should be checked. */
  readonly reworded: readonly string[];
  /** Measures that only the other version has; unknown. */
  readonly added: readonly string[];
  /** Measures that the other version no longer has, in the order of their own; their answers are left out. */
  readonly dropped: readonly string[];
};

/**
 * Diagnoses the answers of one version of an instrument under another one, measure by measure with the same code.
 * Pure: nothing that is stored changes by it. Missing answers are unknown; evidence is left aside, so that the
 * reading `evidenced` says nothing here.
 * Source: METHOD.md: Answers, The stage (frontier rule).
 */
export function reread(from: InstrumentFile, to: RegisteredInstrument, values: Readonly<Record<string, AnswerValue>>): Reread {
  const before = new Map(listMeasures(from).map(({measure}) => [measure.code, measure]));
  const after = new Map(listMeasures(to.instrument).map(({measure}) => [measure.code, measure]));
  const kept = [...after.keys()].filter((code) => before.has(code));
  const keptAnswers = Object.fromEntries(kept.map((code) => [code, {value: values[code] ?? 'unknown'}]));
  return {
    diagnosis: diagnose(buildModel(to.instrument, to.benchmarks), keptAnswers),
    kept,
    reworded: kept.filter((code) => wordsOf(before.get(code)) !== wordsOf(after.get(code))),
    added: [...after.keys()].filter((code) => !before.has(code)),
    dropped: [...before.keys()].filter((code) => !after.has(code)),
  };
}

/** What decides how a measure is answered, in both languages. */
function wordsOf(measure: Measure | undefined): string {
  return JSON.stringify([measure?.name, measure?.question, measure?.inPlaceWhen].map((text) => [text?.['zh-CN'], text?.en]));
}
