import type {BenchmarkReading} from '@/lib/diagnosis/read-benchmarks';
import type {InstrumentFile, Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {buildStaircase} from './staircase/build-staircase';

/** The small staircases of the benchmark counties with what the paper says in short. */
export function buildBenchmarkPictures(instrument: InstrumentFile, readings: readonly BenchmarkReading[], locale: Locale, t: Translate) {
  return readings.map(({benchmark, values, diagnosis}) => ({
    id: benchmark.id,
    picture: buildStaircase({instrument, values, diagnosis, t, locale, name: benchmark.shortName[locale], layout: 'small'}),
    note: t('result.benchmark-note', {industry: benchmark.industry[locale], driver: benchmark.driver[locale]}),
  }));
}
