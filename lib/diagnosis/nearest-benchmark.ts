import type {Diagnosis, EngineAnswers, Model} from './model';
import {readAnswer} from './read-answer';

/**
 * Finds the benchmark counties that differ from the answers in the fewest measures.
 * Assumes benchmarks in the order in which ties are listed, the first one giving the stage; only in-place counts
 * as a tick, unknown and not-applicable measures are not compared, and `differences` and `compared` are numbers of
 * measures. Without benchmarks: stage null, none listed, 0 differences.
 * Source: METHOD.md: What else a diagnosis holds (rules, nearestBenchmark).
 */
export function findNearestBenchmark(model: Model, answers: EngineAnswers): Diagnosis['rules']['nearestBenchmark'] {
  const known = listKnown(model, answers);
  let differences = known.length;
  let nearest: Model['benchmarks'][number][] = [];
  for (const benchmark of model.benchmarks) {
    let differing = 0;
    for (const {code, inPlace} of known) if (benchmark.inPlace.has(code) !== inPlace) differing += 1;
    if (differing < differences) {
      differences = differing;
      nearest = [benchmark];
    } else if (differing === differences) nearest.push(benchmark);
  }
  return {
    stage: nearest[0]?.stage ?? null,
    benchmarks: nearest.map(({id}) => id),
    differences: nearest.length === 0 ? 0 : differences,
    compared: known.length,
  };
}

function listKnown(model: Model, answers: EngineAnswers): {code: string; inPlace: boolean}[] {
  const known: {code: string; inPlace: boolean}[] = [];
  for (const {categories} of model.stages) {
    for (const {measures} of categories) {
      for (const code of measures) {
        const {value} = readAnswer(answers, code);
        if (value !== 'unknown' && value !== 'not-applicable') known.push({code, inPlace: value === 'in-place'});
      }
    }
  }
  return known;
}
