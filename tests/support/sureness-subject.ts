import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import type {EngineAnswers, Fraction} from '@/lib/diagnosis/model';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import type {SurenessSubject} from '@/lib/report/sureness/subject';
import cases from '@/tests/golden/wang-zhang-2017.json';

const {instrument, benchmarks} = getInstrumentOrThrow('wang-zhang-2017');
const model = buildModel(instrument, benchmarks);

/** Codes of a stage's measures in table order. */
export function listStageCodes(stage: number): string[] {
  return model.stages[stage - 1]?.categories.flatMap(({measures}) => measures) ?? [];
}

/** Answers written as lists of codes with spaces between; everything else is not in place. */
export function buildAnswers(codes: Partial<Record<'evidenced' | 'in-place' | 'under-way' | 'not-applicable' | 'unknown', readonly string[]>>): EngineAnswers {
  const {evidenced = [], ...byValue} = codes;
  const answers: Record<string, NonNullable<EngineAnswers[string]>> = {};
  for (const stage of model.stages) for (const code of listStageCodes(stage.stage)) answers[code] = {value: 'not-in-place'};
  for (const code of evidenced) answers[code] = {value: 'in-place', evidenced: true};
  for (const value of ['in-place', 'under-way', 'not-applicable', 'unknown'] as const) {
    for (const code of byValue[value] ?? []) answers[code] = {value};
  }
  return answers;
}

/** The answers of a golden case, such as `guangshan`. */
export function goldenAnswers(name: string): EngineAnswers {
  const found = cases.find((each) => each.name === name);
  if (!found) throw new Error(`There is no golden case ${name}.`);
  return found.answers as EngineAnswers;
}

/** All golden answer sets by name. */
export const GOLDEN_ANSWERS = cases.map(({name, answers}): [string, EngineAnswers] => [name, answers as EngineAnswers]);

/** Diagnoses an answer set and gives what the sections on its firmness are written from. */
export function buildSureness(
  answers: EngineAnswers,
  locale: Locale = 'zh-CN',
  {threshold = instrument.threshold.value, editableId = null}: {threshold?: Fraction; editableId?: string | null} = {},
): SurenessSubject {
  const diagnosis = diagnose(model, answers, {threshold});
  return {instrument, benchmarks, diagnosis, answers, threshold, editableId, hrefOf: (code) => `#${code}`, locale, t: translatorFor(locale)};
}
