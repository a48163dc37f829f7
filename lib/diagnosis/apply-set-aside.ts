import type {AnswerValue} from '@/lib/answers/answer-value';
import {diagnose} from './diagnose';
import type {Diagnosis, Model} from './model';

/**
 * The diagnosis with its roadmap made anew without the measures that the county has set aside.
 * Assumes values and diagnosis of one assessment; everything but the roadmap stays as it is, and without a measure of
 * this model set aside the roadmap does too. A view: what is stored of a final assessment never changes by a plan.
 * Source: METHOD.md: What else a diagnosis holds (roadmap).
 */
export function applySetAside(
  model: Model,
  values: Readonly<Record<string, AnswerValue>>,
  diagnosis: Diagnosis,
  setAside: readonly string[],
): Diagnosis {
  if (setAside.length === 0) return diagnosis;
  const answers = Object.fromEntries(Object.entries(values).map(([code, value]) => [code, {value}]));
  return {...diagnosis, roadmap: diagnose(model, answers, {setAside}).roadmap};
}
