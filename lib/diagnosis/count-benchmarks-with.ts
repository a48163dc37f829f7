import type {ModelBenchmark} from './model';

/**
 * Counts the benchmark counties that have a measure in place.
 * Assumes nothing; a measure that no county has, or an unknown code, gives 0.
 * Source: METHOD.md: What else a diagnosis holds (nextQuestion, roadmap).
 */
export function countBenchmarksWith(benchmarks: readonly ModelBenchmark[], code: string): number {
  let counties = 0;
  for (const {inPlace} of benchmarks) if (inPlace.has(code)) counties += 1;
  return counties;
}
