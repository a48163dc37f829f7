import {readAnswerValue} from '@/lib/answers/read-answer-value';
import type {EngineAnswer} from './model';

type Stored = {measure: string; value: string; confirmed: boolean; evidence: readonly unknown[]};

/**
 * Stored answers as the engine reads them. An answer carried over and not yet confirmed counts as
 * unknown; so would a stored value that is none of the five.
 */
export function readStoredAnswers(answers: readonly Stored[]): Record<string, EngineAnswer> {
  return Object.fromEntries(
    answers
      .filter(({confirmed}) => confirmed)
      .map(({measure, value, evidence}) => [measure, {value: readAnswerValue(value), evidenced: evidence.length > 0}]),
  );
}
