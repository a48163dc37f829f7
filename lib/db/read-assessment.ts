import type {AnswerValue} from '@/lib/answers/answer-value';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import {readStoredAnswers} from '@/lib/diagnosis/read-stored-answers';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import {type Snapshot, readSnapshot} from './snapshot';
import type {AssessmentWithAnswers} from './assessments';

/**
 * Values and diagnosis of an assessment: the snapshot of a final one, the present reading of a draft,
 * in which answers still to be confirmed count as unknown.
 */
export function readAssessment(assessment: AssessmentWithAnswers, registered: RegisteredInstrument): Snapshot {
  const snapshot = readSnapshot(assessment);
  if (snapshot) return snapshot;
  const answers = readStoredAnswers(assessment.answers);
  const values = Object.fromEntries(Object.entries(answers).map(([code, {value}]): [string, AnswerValue] => [code, value]));
  return {values, diagnosis: diagnose(buildModel(registered.instrument, registered.benchmarks), answers)};
}
