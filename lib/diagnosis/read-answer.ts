import type {EngineAnswer, EngineAnswers} from './model';

const UNKNOWN: EngineAnswer = {value: 'unknown'};

/**
 * Gives the answer to one measure.
 * Assumes nothing about the object's other keys; a missing answer is `unknown`. Source: METHOD.md: Answers.
 */
export function readAnswer(answers: EngineAnswers, code: string): EngineAnswer {
  // Own keys only: a code such as "constructor" must not find what every object inherits.
  return (Object.hasOwn(answers, code) ? answers[code] : undefined) ?? UNKNOWN;
}
