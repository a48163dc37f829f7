import type {AnswerValue} from '@/lib/answers/answer-value';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import type {BenchmarkFile} from '@/lib/instrument/schema';
import {buildModel} from './build-model';
import {diagnose} from './diagnose';
import type {Diagnosis} from './model';

/** A benchmark county read as an answer set: a tick of Table 1 is in place, its absence not in place. */
export type BenchmarkReading = {
  readonly benchmark: BenchmarkFile;
  readonly values: Readonly<Record<string, AnswerValue>>;
  readonly diagnosis: Diagnosis;
};

/** Diagnoses an instrument's benchmark counties by the same engine as any county. Source: Table 1. */
export function readBenchmarks({instrument, benchmarks}: RegisteredInstrument): BenchmarkReading[] {
  const model = buildModel(instrument, benchmarks);
  return benchmarks.map((benchmark) => {
    const values = Object.fromEntries(
      listMeasures(instrument).map(({measure}): [string, AnswerValue] => [
        measure.code,
        measure.benchmarks.ids.includes(benchmark.id) ? 'in-place' : 'not-in-place',
      ]),
    );
    const answers = Object.fromEntries(Object.entries(values).map(([code, value]) => [code, {value}]));
    return {benchmark, values, diagnosis: diagnose(model, answers)};
  });
}
