import {compareFractions, reduceFraction} from './fraction';
import {isMet} from './is-met';
import type {Fraction, Model, ModelBenchmark, ModelStage} from './model';

/** How the measures of one stage occur together with those of the stage below it. */
export type StagingStep = {
  readonly lower: number;
  readonly upper: number;
  /** The counties that have a measure of the upper stage. */
  readonly counties: readonly {
    readonly id: string;
    readonly upper: readonly string[];
    /** Measures of the lower stage that the county does not have. */
    readonly lacking: readonly string[];
    readonly lowerMet: boolean;
  }[];
  /** Upper measures that some county has though the lower stage is not met there. */
  readonly unsupported: readonly string[];
  /** Upper measures that some county has though it lacks a measure of the lower stage. */
  readonly beforeComplete: readonly string[];
  /** The highest threshold under which `unsupported` is empty, in lowest terms; null where no county has an upper measure. */
  readonly upTo: Fraction | null;
};

/**
 * Checks each stage against the one below it in the benchmark counties.
 * Assumes that a benchmark's missing tick is a measure it does not have; codes in table order, met by the model's
 * threshold. Source: METHOD.md: Counting (met), The stage (frontier rule).
 */
export function checkStagingOrder(model: Model): StagingStep[] {
  return model.stages.slice(1).map((upper, index): StagingStep => {
    const lower = model.stages[index] ?? upper;
    const counties = model.benchmarks.flatMap((benchmark) => {
      const having = listCodes(upper).filter((code) => benchmark.inPlace.has(code));
      if (having.length === 0) return [];
      return [{id: benchmark.id, upper: having, ...readLower(lower, benchmark, model.threshold)}];
    });
    const among = (ids: readonly (readonly string[])[]) => listCodes(upper).filter((code) => ids.some((codes) => codes.includes(code)));
    return {
      lower: lower.stage,
      upper: upper.stage,
      counties: counties.map(({coverage: _coverage, ...county}) => county),
      unsupported: among(counties.filter(({lowerMet}) => !lowerMet).map((county) => county.upper)),
      beforeComplete: among(counties.filter(({lacking}) => lacking.length > 0).map((county) => county.upper)),
      upTo: counties.map(({coverage}) => coverage).toSorted(compareFractions)[0] ?? null,
    };
  });
}

function readLower(lower: ModelStage, {inPlace}: ModelBenchmark, threshold: Fraction) {
  const codes = listCodes(lower);
  const lacking = codes.filter((code) => !inPlace.has(code));
  const counted = codes.length - lacking.length;
  const coverage: Fraction = codes.length === 0 ? [0, 1] : reduceFraction([counted, codes.length]);
  return {lacking, coverage, lowerMet: isMet(counted, codes.length, threshold)};
}

function listCodes({categories}: ModelStage): string[] {
  return categories.flatMap(({measures}) => measures);
}
