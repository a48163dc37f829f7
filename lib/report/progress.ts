import type {Category, InstrumentFile, Stage} from '@/lib/instrument/schema';

/** What is known of an answer when only progress is asked for. */
export type AnswerMark = {measure: string; confirmed: boolean};

/** How far a category is: measures answered and confirmed, carried over and waiting, and all. */
export type CategoryProgress = {stage: Stage; category: Category; answered: number; toConfirm: number; total: number};

/** How far an assessment is, by category in table order; `next` is the first one with something left to do. */
export type Progress = {
  categories: CategoryProgress[];
  answered: number;
  toConfirm: number;
  total: number;
  next: Category | null;
};

/** Counts an assessment's answers against its instrument; answers to measures it does not have are ignored. */
export function getProgress(instrument: InstrumentFile, answers: readonly AnswerMark[]): Progress {
  const confirmed = new Map(answers.map((answer) => [answer.measure, answer.confirmed]));
  const categories = instrument.stages.flatMap((stage) =>
    stage.categories.map((category): CategoryProgress => {
      const marks = category.measures.map(({code}) => confirmed.get(code));
      return {
        stage,
        category,
        answered: marks.filter((mark) => mark === true).length,
        toConfirm: marks.filter((mark) => mark === false).length,
        total: marks.length,
      };
    }),
  );
  const sum = (pick: (progress: CategoryProgress) => number) => categories.reduce((total, each) => total + pick(each), 0);
  return {
    categories,
    answered: sum(({answered}) => answered),
    toConfirm: sum(({toConfirm}) => toConfirm),
    total: sum(({total}) => total),
    next: categories.find(({answered, total}) => answered < total)?.category ?? null,
  };
}
