import type {AnswerValue} from '@/lib/answers/answer-value';

/**
 * What the engine needs to know of an instrument: structure and numbers, no words.
 * Built from an instrument file by `buildModel`; small models are written by hand in tests.
 * Order is table order everywhere: stages rising, categories and measures as listed.
 */
export type Model = {
  /** Share of a stage's applicable measures that must be in place, as `[numerator, denominator]`. */
  readonly threshold: Fraction;
  /** Stages by rising number, starting at 1 without gaps. */
  readonly stages: readonly ModelStage[];
  /** Benchmark counties in the order in which ties are listed. */
  readonly benchmarks: readonly ModelBenchmark[];
};

export type ModelStage = {
  readonly stage: number;
  readonly code: string;
  readonly categories: readonly {readonly code: string; readonly measures: readonly string[]}[];
};

export type ModelBenchmark = {
  readonly id: string;
  /** Stage at which the source places this county. */
  readonly stage: number;
  /** Codes of the measures that it has in place. */
  readonly inPlace: ReadonlySet<string>;
};

/** An exact fraction `[numerator, denominator]` of non-negative integers, denominator at least 1. */
export type Fraction = readonly [number, number];

/** One answer as the engine reads it; `evidenced` means at least one evidence record. */
export type EngineAnswer = {readonly value: AnswerValue; readonly evidenced?: boolean};

/** Answers by measure code; a missing code is `unknown`, codes outside the model are ignored. */
export type EngineAnswers = Readonly<Record<string, EngineAnswer | undefined>>;

/** Optional inputs of a diagnosis. */
export type DiagnosisOptions = {
  /** Replaces the model's threshold; 0 < θ ≤ 1. */
  readonly threshold?: Fraction;
  /** Measures that the county has set aside as outside its powers; never picked for the roadmap. */
  readonly setAside?: readonly string[];
};

/** Measure counts of a stage or a first-level category; each field is a number of measures. */
export type Counts = {
  readonly measures: number;
  /** Measures without the not-applicable ones. */
  readonly applicable: number;
  readonly inPlace: number;
  readonly underWay: number;
  readonly notInPlace: number;
  readonly unknown: number;
  readonly notApplicable: number;
  /** In place with at least one evidence record. */
  readonly evidenced: number;
};

export type StageCounts = Counts & {
  readonly stage: number;
  readonly code: string;
  /** ⌈θ · applicable⌉. */
  readonly needed: number;
  readonly met: boolean;
};

export type CategoryCounts = Counts & {readonly code: string};

/** The whole result of METHOD.md for one answer set; plain JSON. */
export type Diagnosis = {
  readonly stage: number;
  /** True when stage 1 itself is not met and no higher stage is. */
  readonly entering: boolean;
  readonly interval: {readonly low: number; readonly high: number};
  readonly readings: {
    readonly claimed: number;
    readonly strict: number;
    readonly evidenced: number;
    readonly outlook: number;
  };
  readonly rules: {
    readonly frontier: number;
    readonly gated: number;
    readonly dominant: number;
    readonly byCategory: number;
    readonly nearestBenchmark: {
      readonly stage: number | null;
      readonly benchmarks: readonly string[];
      readonly differences: number;
      readonly compared: number;
    };
  };
  readonly stages: readonly StageCounts[];
  readonly categories: readonly CategoryCounts[];
  /** Stages below the current one that are not met. */
  readonly foundationGaps: readonly number[];
  readonly margin: {
    readonly up: readonly {readonly stage: number; readonly measures: number}[];
    readonly down: number | null;
  };
  readonly thresholdRange: {readonly above: Fraction; readonly upTo: Fraction};
  readonly nextQuestion: string | null;
  readonly settle: {readonly stage: number; readonly inPlace: number; readonly notInPlace: number} | null;
  readonly roadmap: {
    readonly toStage: number;
    readonly measures: readonly string[];
    readonly missing: number;
  } | null;
};
