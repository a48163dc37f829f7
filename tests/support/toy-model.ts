import {countCategories} from '@/lib/diagnosis/count-categories';
import {countStages} from '@/lib/diagnosis/count-stages';
import type {AnswerValue} from '@/lib/answers/answer-value';
import type {EngineAnswer, EngineAnswers, Fraction, Model} from '@/lib/diagnosis/model';

type ToyModel = {
  /** One list a stage, of categories written as codes with spaces between: `[['A11 A12', 'A21'], ['B11']]`. */
  readonly stages: readonly (readonly string[])[];
  readonly threshold?: Fraction;
  /** Stage and measures in place, by benchmark: `{east: [1, 'A11 A12']}`. */
  readonly benchmarks?: Readonly<Record<string, readonly [number, string]>>;
};

const STAGE_CODES = 'ABCDEFGH';

/** Builds a small model: stages A, B, …, categories A1, A2, …; threshold 1/2 and no benchmark unless given. */
export function buildToyModel({stages, threshold = [1, 2], benchmarks = {}}: ToyModel): Model {
  return {
    threshold,
    stages: stages.map((categories, index) => {
      const code = STAGE_CODES.charAt(index);
      return {
        stage: index + 1,
        code,
        categories: categories.map((codes, place) => ({code: `${code}${place + 1}`, measures: splitCodes(codes)})),
      };
    }),
    benchmarks: Object.entries(benchmarks).map(([id, [stage, codes]]) => ({
      id,
      stage,
      inPlace: new Set(splitCodes(codes)),
    })),
  };
}

/** Builds answers from codes by value, those under `evidenced` being in place with evidence. */
export function buildToyAnswers(codes: Readonly<Partial<Record<AnswerValue | 'evidenced', string>>>): EngineAnswers {
  const {evidenced = '', ...byValue} = codes;
  const answers: Record<string, EngineAnswer> = {};
  for (const code of splitCodes(evidenced)) answers[code] = {value: 'in-place', evidenced: true};
  for (const [value, list] of Object.entries(byValue)) {
    for (const code of splitCodes(list)) answers[code] = {value: value as AnswerValue};
  }
  return answers;
}

/** Counts a toy's answers as `diagnose` does before it applies any rule. */
export function countToy(model: Model, answers: EngineAnswers) {
  const categories = countCategories(model, answers);
  return {categories, stages: countStages(model, categories, model.threshold)};
}

function splitCodes(codes: string): string[] {
  return codes.split(' ').filter((code) => code !== '');
}
