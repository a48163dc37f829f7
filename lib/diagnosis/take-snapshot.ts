import type {AnswerValue} from '@/lib/answers/answer-value';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import {buildModel} from './build-model';
import {diagnose} from './diagnose';
import type {Diagnosis} from './model';
import {readStoredAnswers} from './read-stored-answers';

/** The value of every measure of an instrument and the diagnosis made of them. */
export type Snapshot = {values: Record<string, AnswerValue>; diagnosis: Diagnosis};

/** Reads stored answers under an instrument version, as a final assessment keeps them: a measure without a confirmed answer is unknown. */
export function takeSnapshot({instrument, benchmarks}: RegisteredInstrument, stored: Parameters<typeof readStoredAnswers>[0]): Snapshot {
  const answers = readStoredAnswers(stored);
  return {
    values: Object.fromEntries(listMeasures(instrument).map(({measure: {code}}) => [code, answers[code]?.value ?? 'unknown'])),
    diagnosis: diagnose(buildModel(instrument, benchmarks), answers),
  };
}
