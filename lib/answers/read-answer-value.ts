import {ANSWER_VALUES, type AnswerValue} from './answer-value';

/** A stored or typed value as one of the five; anything else is `unknown`. */
export function readAnswerValue(value: string): AnswerValue {
  return ANSWER_VALUES.find((known) => known === value) ?? 'unknown';
}
