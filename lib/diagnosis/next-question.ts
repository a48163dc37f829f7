import {countBenchmarksWith} from './count-benchmarks-with';
import type {Diagnosis, EngineAnswers, Model} from './model';
import {readAnswer} from './read-answer';

/**
 * Gives the code of the unknown measure to clear up first: in the stage `high`, the one that most benchmark
 * counties have, ties in table order.
 * Assumes the interval of these answers; null where low = high. Source: METHOD.md: What else a diagnosis holds
 * (nextQuestion).
 */
export function getNextQuestion(model: Model, answers: EngineAnswers, interval: Diagnosis['interval']): string | null {
  if (interval.low === interval.high) return null;
  let next: string | null = null;
  let most = -1;
  for (const {measures} of model.stages.find(({stage}) => stage === interval.high)?.categories ?? []) {
    for (const code of measures) {
      if (readAnswer(answers, code).value !== 'unknown') continue;
      const counties = countBenchmarksWith(model.benchmarks, code);
      if (counties > most) {
        next = code;
        most = counties;
      }
    }
  }
  return next;
}
