import fc from 'fast-check';

import {ANSWER_VALUES, type AnswerValue} from '@/lib/answers/answer-value';
import type {EngineAnswer, EngineAnswers, Fraction, Model} from '@/lib/diagnosis/model';

/** A random model with answers to it and measures set aside. */
export type ArbitraryCase = {readonly model: Model; readonly answers: EngineAnswers; readonly setAside: string[]};

/** Lists all measures of a model in table order. */
export function listMeasures(model: Model): string[] {
  return model.stages.flatMap(({categories}) => categories.flatMap(({measures}) => measures));
}

/** Weighted so that higher stages, open intervals and stages without an applicable measure are all common enough. */
const arbitraryValue: fc.Arbitrary<AnswerValue> = fc.oneof(
  {weight: 4, arbitrary: fc.constant('in-place' as const)},
  {weight: 2, arbitrary: fc.constant('not-in-place' as const)},
  {weight: 1, arbitrary: fc.constant('not-applicable' as const)},
  {weight: 4, arbitrary: fc.constantFrom(...ANSWER_VALUES)},
);

/** Thresholds in (0, 1], the ends among them: 1, very small ones, and such as are not in lowest terms. */
export const arbitraryThreshold: fc.Arbitrary<Fraction> = fc.oneof(
  {weight: 6, arbitrary: fc.integer({min: 2, max: 12}).chain(arbitraryWithDenominator)},
  {weight: 1, arbitrary: fc.constantFrom<Fraction>([1, 1], [1, 1_000_000], [999_999, 1_000_000], [500_000, 1_000_000])},
);

/** Models of 1 to 4 stages of uneven size (at most 9 measures each), with 0 to 3 benchmarks. */
export const arbitraryModel: fc.Arbitrary<Model> = fc
  .oneof({weight: 1, arbitrary: arbitraryShape(1)}, {weight: 9, arbitrary: arbitraryShape(2)})
  .chain((shape) => {
    const stages = shape.map((sizes, index) => buildStage(index + 1, sizes));
    const codes = stages.flatMap(({categories}) => categories.flatMap(({measures}) => measures));
    const benchmark = fc.tuple(fc.integer({min: 1, max: stages.length}), fc.subarray(codes));
    return fc.tuple(arbitraryThreshold, fc.array(benchmark, {maxLength: 3})).map(([threshold, placed]) => ({
      threshold,
      stages,
      benchmarks: placed.map(([stage, ticked], index) => ({id: `county-${index}`, stage, inPlace: new Set(ticked)})),
    }));
  });

/** A random model with random answers, at most `maxUnknown` of its measures unknown. */
export function arbitraryCase(maxUnknown = Number.POSITIVE_INFINITY): fc.Arbitrary<ArbitraryCase> {
  return arbitraryModel.chain((model) => {
    const codes = listMeasures(model);
    const answer = fc.option(
      fc.record({value: arbitraryValue, evidenced: fc.boolean()}, {requiredKeys: ['value']}),
      {nil: undefined, freq: 8},
    );
    const list = fc.array(answer, {minLength: codes.length, maxLength: codes.length});
    return fc
      .record({list, setAside: fc.subarray(codes)})
      .map((one) => ({model, answers: limitUnknown(codes, one.list, maxUnknown), setAside: one.setAside}));
  });
}

/** Sizes of categories, by stage. */
function arbitraryShape(minStages: number): fc.Arbitrary<number[][]> {
  const categories = fc.array(fc.integer({min: 1, max: 3}), {minLength: 1, maxLength: 3});
  return fc.array(categories, {minLength: minStages, maxLength: 4});
}

function arbitraryWithDenominator(denominator: number): fc.Arbitrary<Fraction> {
  return fc.integer({min: 1, max: denominator}).map((numerator) => [numerator, denominator]);
}

function buildStage(stage: number, sizes: readonly number[]): Model['stages'][number] {
  const code = 'ABCD'.charAt(stage - 1);
  const categories = sizes.map((size, place) => {
    const category = `${code}${place + 1}`;
    return {code: category, measures: Array.from({length: size}, (_, index) => `${category}${index + 1}`)};
  });
  return {stage, code, categories};
}

function limitUnknown(
  codes: readonly string[],
  list: readonly (EngineAnswer | undefined)[],
  maxUnknown: number,
): EngineAnswers {
  const answers: Record<string, EngineAnswer> = {};
  let unknown = 0;
  codes.forEach((code, index) => {
    const answer = list[index];
    const isUnknown = answer === undefined || answer.value === 'unknown';
    if (isUnknown) unknown += 1;
    if (isUnknown && unknown > maxUnknown) answers[code] = {value: 'not-in-place'};
    else if (answer !== undefined) answers[code] = answer;
  });
  return answers;
}
