import type {BenchmarkReading} from '@/lib/diagnosis/read-benchmarks';
import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import type {ComparedCounty} from './compared-county';
import {benchmarkKey} from './selection';

/** A benchmark county as one of those that are set side by side; Table 1 has ticks only. */
export function buildBenchmarkCounty({benchmark, values, diagnosis}: BenchmarkReading, locale: Locale, t: Translate): ComparedCounty {
  return {
    key: benchmarkKey(benchmark.id),
    name: benchmark.shortName[locale],
    detail: t('chooser.benchmark-detail', {industry: benchmark.industry[locale]}),
    isBenchmark: true,
    href: null,
    values,
    diagnosis,
    underWayKnown: false,
  };
}
