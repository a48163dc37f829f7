import type {AnswerValue} from '@/lib/answers/answer-value';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import type {ComparedCounty, ComparisonInput} from '@/lib/report/compare/compared-county';
import {type Values, drawValues} from './staircase-subject';

const {instrument, benchmarks} = getInstrumentOrThrow('wang-zhang-2017');

/** A county with answers drawn from a seed, and the benchmark counties beside it. */
export function compareDrawn(locale: Locale, seed: number, name?: string): ComparisonInput {
  const own = buildCounty(name ?? (locale === 'en' ? 'Qinghe County (2023)' : '清河县（2023年）'), drawValues(instrument, seed), true);
  const others = benchmarks.map(({id, shortName}) => {
    const ticked = (code: string) => listMeasures(instrument).find(({measure}) => measure.code === code)?.measure.benchmarks.ids.includes(id);
    const values = Object.fromEntries(listMeasures(instrument).map(({measure: {code}}): [string, AnswerValue] => [code, ticked(code) ? 'in-place' : 'not-in-place']));
    return buildCounty(shortName[locale], values, false);
  });
  return {instrument, counties: [own, ...others], locale, t: translatorFor(locale)};
}

/** A county to set beside others; one whose answers are ticks only has no measure under way. */
export function buildCounty(name: string, values: Values, underWayKnown: boolean): ComparedCounty {
  const answers = Object.fromEntries(Object.entries(values).map(([code, value]) => [code, {value}]));
  const diagnosis = diagnose(buildModel(instrument, benchmarks), answers);
  return {key: name, name, detail: '', isBenchmark: !underWayKnown, href: null, values, diagnosis, underWayKnown};
}
