import type {BenchmarkFile, InstrumentFile} from '@/lib/instrument/schema';

import type {Model, ModelBenchmark} from './model';

/**
 * Builds what the engine needs to know from an instrument and its benchmark files.
 * Assumes a cross-checked instrument (codes unique, stages 1, 2, … in order); benchmarks keep the instrument's
 * order, and one whose file is missing is left out. The threshold is a fraction.
 * Source: METHOD.md: The method.
 */
export function buildModel(instrument: InstrumentFile, benchmarks: readonly BenchmarkFile[]): Model {
  return {
    threshold: instrument.threshold.value,
    stages: instrument.stages.map(({number, code, categories}) => ({
      stage: number,
      code,
      categories: categories.map((category) => ({
        code: category.code,
        measures: category.measures.map((measure) => measure.code),
      })),
    })),
    benchmarks: instrument.benchmarks.flatMap((id) => {
      const file = benchmarks.find((benchmark) => benchmark.id === id);
      return file === undefined ? [] : [buildBenchmark(instrument, file)];
    }),
  };
}

function buildBenchmark(instrument: InstrumentFile, {id, stage}: BenchmarkFile): ModelBenchmark {
  const measures = instrument.stages.flatMap(({categories}) => categories.flatMap((category) => category.measures));
  const ticked = measures.filter((measure) => measure.benchmarks.ids.includes(id));
  return {id, stage: stage.value, inPlace: new Set(ticked.map(({code}) => code))};
}
