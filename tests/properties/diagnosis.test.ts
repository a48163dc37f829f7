import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

import {diagnose} from '@/lib/diagnosis/diagnose';
import {compareFractions, reduceFraction} from '@/lib/diagnosis/fraction';
import type {AnswerValue} from '@/lib/answers/answer-value';
import type {EngineAnswer, EngineAnswers, Fraction, Model} from '@/lib/diagnosis/model';
import {arbitraryCase, arbitraryThreshold, listMeasures} from '@/tests/support/arbitrary-model';

fc.configureGlobal({numRuns: 300});

/** Every n/d in (0, 1] up to d = 19: coverages have at most 9 in the denominator, so some lie between any two. */
const TRIED_THRESHOLDS = Array.from({length: 19}, (_, index) => index + 1).flatMap((denominator) =>
  Array.from({length: denominator}, (_, index): Fraction => [index + 1, denominator]),
);

/** METHOD.md's frontier rule in the plainest words, to check the engine against something that is not the engine. */
function placeNaively(model: Model, answers: EngineAnswers, [n, d]: Fraction = model.threshold): number {
  let placed = 1;
  for (const {stage, categories} of model.stages) {
    const values = categories.flatMap(({measures}) => measures.map((code) => answers[code]?.value ?? 'unknown'));
    const applicable = values.filter((value) => value !== 'not-applicable').length;
    const inPlace = values.filter((value) => value === 'in-place').length;
    if (applicable > 0 && inPlace * d >= n * applicable) placed = stage;
  }
  return placed;
}

function listWithValue(codes: readonly string[], answers: EngineAnswers, ...values: AnswerValue[]): string[] {
  return codes.filter((code) => values.includes(answers[code]?.value ?? 'unknown'));
}

function listStageMeasures(model: Model, stage: number): string[] {
  return listMeasures({...model, stages: model.stages.filter((one) => one.stage === stage)});
}

function withValue(answers: EngineAnswers, codes: readonly string[], value: AnswerValue): EngineAnswers {
  return {...answers, ...Object.fromEntries(codes.map((code) => [code, {value}]))};
}

function listSubsets(codes: readonly string[]): string[][] {
  return codes.reduce<string[][]>((subsets, code) => [...subsets, ...subsets.map((subset) => [...subset, code])], [[]]);
}

/** The smallest number such that every (`all`) or some subset of that size passes; null if none does. */
function findSmallest(codes: readonly string[], quantifier: 'all' | 'some', passes: (subset: string[]) => boolean) {
  const subsets = listSubsets(codes);
  for (let size = 0; size <= codes.length; size += 1) {
    const ofSize = subsets.filter((subset) => subset.length === size);
    if (quantifier === 'all' ? ofSize.every(passes) : ofSize.some(passes)) return size;
  }
  return null;
}

function listCompletions(answers: EngineAnswers, unknown: readonly string[], values: readonly AnswerValue[]) {
  return unknown.reduce<EngineAnswers[]>(
    (completions, code) => completions.flatMap((partial) => values.map((value) => ({...partial, [code]: {value}}))),
    [answers],
  );
}

/** A random case with one of its measures chosen. */
const caseAndMeasure = arbitraryCase().chain((one) =>
  fc.constantFrom(...listMeasures(one.model)).map((code) => ({...one, code})),
);

describe('the contract of the stage', () => {
  it('is the frontier rule', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.option(arbitraryThreshold, {nil: undefined}), ({model, answers}, threshold) => {
        const diagnosis = diagnose(model, answers, threshold === undefined ? {} : {threshold});
        expect(diagnosis.stage).toBe(placeNaively(model, answers, threshold));
        expect(diagnosis.rules.frontier).toBe(diagnosis.stage);
        expect(diagnosis.readings.claimed).toBe(diagnosis.stage);
      }),
    );
  });

  it('a measure moved from not in place to in place never lowers the stage', () => {
    fc.assert(
      fc.property(caseAndMeasure, ({model, answers, code}) => {
        const before = diagnose(model, withValue(answers, [code], 'not-in-place'));
        const after = diagnose(model, withValue(answers, [code], 'in-place'));
        expect(after.stage).toBeGreaterThanOrEqual(before.stage);
        expect(after.interval.low).toBeGreaterThanOrEqual(before.interval.low);
        expect(after.interval.high).toBeGreaterThanOrEqual(before.interval.high);
      }),
    );
  });

  it('unknown never beats not in place in low', () => {
    fc.assert(
      fc.property(caseAndMeasure, ({model, answers, code}) => {
        const unknown = diagnose(model, withValue(answers, [code], 'unknown'));
        const notInPlace = diagnose(model, withValue(answers, [code], 'not-in-place'));
        expect(unknown.interval.low).toBeLessThanOrEqual(notInPlace.interval.low);
      }),
    );
  });

  it('not applicable never beats in place', () => {
    fc.assert(
      fc.property(caseAndMeasure, ({model, answers, code}) => {
        const notApplicable = diagnose(model, withValue(answers, [code], 'not-applicable'));
        const inPlace = diagnose(model, withValue(answers, [code], 'in-place'));
        expect(notApplicable.stage).toBeLessThanOrEqual(inPlace.stage);
        expect(notApplicable.interval.low).toBeLessThanOrEqual(inPlace.interval.low);
        expect(notApplicable.interval.high).toBeLessThanOrEqual(inPlace.interval.high);
      }),
    );
  });

  it('the order of answers, and codes outside the model, are irrelevant', () => {
    const shuffled = arbitraryCase().chain((one) => {
      const entries = Object.entries(one.answers);
      return fc.shuffledSubarray(entries, {minLength: entries.length}).map((shuffle) => ({...one, shuffle}));
    });
    fc.assert(
      fc.property(shuffled, ({model, answers, setAside, shuffle}) => {
        const other = Object.fromEntries([['Z99', {value: 'in-place'} as EngineAnswer], ...shuffle]);
        expect(diagnose(model, other, {setAside: setAside.toReversed()})).toEqual(diagnose(model, answers, {setAside}));
      }),
    );
  });

  it('a missing answer is the answer unknown', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers, setAside}) => {
        const missing = listWithValue(listMeasures(model), answers, 'unknown');
        const written = withValue(answers, missing, 'unknown');
        expect(diagnose(model, written, {setAside})).toEqual(diagnose(model, answers, {setAside}));
      }),
    );
  });

  it('valid input never throws, is left as it was, and gives the same plain result again', () => {
    fc.assert(
      fc.property(arbitraryCase(), arbitraryThreshold, ({model, answers, setAside}, threshold) => {
        for (const answer of Object.values(answers)) Object.freeze(answer);
        const options = Object.freeze({threshold, setAside: Object.freeze(setAside)});
        const first = diagnose(model, Object.freeze(answers), options);
        expect(diagnose(model, answers, options)).toEqual(first);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      }),
    );
  });
});

describe('the interval, against every completion', () => {
  it('is exact where each unknown turns out in place or not', () => {
    fc.assert(
      fc.property(arbitraryCase(8), ({model, answers}) => {
        const unknown = listWithValue(listMeasures(model), answers, 'unknown');
        const completions = listCompletions(answers, unknown, ['in-place', 'not-in-place']);
        const stages = completions.map((completion) => placeNaively(model, completion));
        expect(diagnose(model, answers).interval).toEqual({low: Math.min(...stages), high: Math.max(...stages)});
      }),
    );
  });

  it('is exact where they may also turn out not applicable', () => {
    fc.assert(
      fc.property(arbitraryCase(5), ({model, answers}) => {
        const unknown = listWithValue(listMeasures(model), answers, 'unknown');
        const completions = listCompletions(answers, unknown, ['in-place', 'not-in-place', 'not-applicable']);
        const stages = completions.map((completion) => placeNaively(model, completion));
        expect(diagnose(model, answers).interval).toEqual({low: Math.min(...stages), high: Math.max(...stages)});
      }),
    );
  });
});

describe('what would settle the stage, by trying', () => {
  it('confirms and rules out with the smallest numbers, and asks an unknown measure of that stage', () => {
    fc.assert(
      fc.property(arbitraryCase(8), ({model, answers}) => {
        const {interval, settle, nextQuestion} = diagnose(model, answers);
        if (interval.low === interval.high) {
          expect([settle, nextQuestion]).toEqual([null, null]);
          return;
        }
        const open = listWithValue(listStageMeasures(model, interval.high), answers, 'unknown');
        const confirms = (codes: string[]) =>
          diagnose(model, withValue(answers, codes, 'in-place')).interval.low === interval.high;
        const rulesOut = (codes: string[]) =>
          diagnose(model, withValue(answers, codes, 'not-in-place')).interval.high < interval.high;
        for (const quantifier of ['all', 'some'] as const) {
          expect(settle).toEqual({
            stage: interval.high,
            inPlace: findSmallest(open, quantifier, confirms),
            notInPlace: findSmallest(open, quantifier, rulesOut),
          });
        }
        const counties = (code: string) => model.benchmarks.filter(({inPlace}) => inPlace.has(code)).length;
        const most = Math.max(...open.map(counties));
        expect(nextQuestion).toBe(open.find((code) => counties(code) === most));
      }),
    );
  });
});

describe('the margin, by search', () => {
  it('up is the smallest number of measures in place that would meet a higher stage', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers}) => {
        const {stage: current, margin} = diagnose(model, answers);
        const found = model.stages.flatMap(({stage}) => {
          const codes = listStageMeasures(model, stage);
          const free = listWithValue(codes, answers, 'under-way', 'not-in-place', 'unknown');
          if (stage <= current || free.length === 0) return [];
          const meets = (subset: string[]) => placeNaively(model, withValue(answers, subset, 'in-place')) >= stage;
          // Stages above this one are not met, so reaching at least this stage means meeting it.
          const measures = findSmallest(free, 'all', meets);
          expect(findSmallest(free, 'some', meets)).toBe(measures);
          return [{stage, measures}];
        });
        expect(margin.up).toEqual(found);
      }),
    );
  });

  it('down is the smallest number of measures of the stage whose loss lowers it', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers}) => {
        const {stage, margin} = diagnose(model, answers);
        const held = listWithValue(listStageMeasures(model, stage), answers, 'in-place');
        const falls = (subset: string[]) => placeNaively(model, withValue(answers, subset, 'not-in-place')) < stage;
        expect(margin.down).toBe(findSmallest(held, 'all', falls));
        expect(margin.down).toBe(findSmallest(held, 'some', falls));
      }),
    );
  });
});

describe('the range of thresholds, by trying', () => {
  it('holds exactly the thresholds under which the stage stays', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers}) => {
        const {stage, thresholdRange} = diagnose(model, answers);
        const {above, upTo} = thresholdRange;
        expect([above, upTo]).toEqual([reduceFraction(above), reduceFraction(upTo)]);
        expect(TRIED_THRESHOLDS.filter((one) => placeNaively(model, answers, one) === stage)).toEqual(
          TRIED_THRESHOLDS.filter((one) => compareFractions(one, above) > 0 && compareFractions(one, upTo) <= 0),
        );
      }),
    );
  });
});

describe('the roadmap, by search', () => {
  it('reaches the next stage with the fewest measures that the county may take up', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers, setAside}) => {
        const {stage, roadmap} = diagnose(model, answers, {setAside});
        const codes = listStageMeasures(model, stage + 1);
        const applicable = codes.length - listWithValue(codes, answers, 'not-applicable').length;
        expect(roadmap === null).toBe(applicable === 0);
        if (roadmap === null) return;

        const open = listWithValue(codes, answers, 'under-way', 'not-in-place', 'unknown');
        const allowed = open.filter((code) => !setAside.includes(code));
        const reaches = (subset: string[]) => placeNaively(model, withValue(answers, subset, 'in-place')) > stage;
        expect(roadmap.toStage).toBe(stage + 1);
        expect(new Set(roadmap.measures).size).toBe(roadmap.measures.length);
        expect(allowed).toEqual(expect.arrayContaining([...roadmap.measures]));
        if (roadmap.missing === 0) {
          expect(placeNaively(model, withValue(answers, roadmap.measures, 'in-place'))).toBe(stage + 1);
          expect(findSmallest(allowed, 'some', reaches)).toBe(roadmap.measures.length);
        } else {
          expect(reaches(allowed)).toBe(false);
          expect(roadmap.measures).toHaveLength(allowed.length);
          expect(findSmallest(open, 'some', reaches)).toBe(allowed.length + roadmap.missing);
        }
      }),
    );
  });

  it('takes up what is under way first, then what more benchmark counties have', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers, setAside}) => {
        const {roadmap} = diagnose(model, answers, {setAside});
        const ranks = (roadmap?.measures ?? []).map((code) => {
          const counties = model.benchmarks.filter(({inPlace}) => inPlace.has(code)).length;
          return counties + (answers[code]?.value === 'under-way' ? 100 : 0);
        });
        expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe('other readings and rules, against their definitions', () => {
  const recode = (answers: EngineAnswers, change: (answer: EngineAnswer) => AnswerValue): EngineAnswers =>
    Object.fromEntries(
      Object.entries(answers).map(([code, answer]) => [code, {value: change(answer ?? {value: 'unknown'})}]),
    );

  it('readings are the frontier rule on recoded answers', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers}) => {
        const read = (change: (answer: EngineAnswer) => AnswerValue) => placeNaively(model, recode(answers, change));
        expect(diagnose(model, answers).readings).toEqual({
          claimed: placeNaively(model, answers),
          strict: read(({value}) => (value === 'not-applicable' ? 'not-in-place' : value)),
          evidenced: read(({value, evidenced}) => (value === 'in-place' && !evidenced ? 'not-in-place' : value)),
          outlook: read(({value}) => (value === 'under-way' ? 'in-place' : value)),
        });
      }),
    );
  });

  it('strict and evidenced never exceed claimed, outlook never falls below it', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers}) => {
        const {claimed, strict, evidenced, outlook} = diagnose(model, answers).readings;
        expect(strict).toBeLessThanOrEqual(claimed);
        expect(evidenced).toBeLessThanOrEqual(claimed);
        expect(outlook).toBeGreaterThanOrEqual(claimed);
      }),
    );
  });

  it('gated, dominant and byCategory follow from the counts', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers}) => {
        const {rules, stages, categories, foundationGaps, stage} = diagnose(model, answers);
        const unmet = stages.filter(({met}) => !met).map((counts) => counts.stage);
        expect(rules.gated).toBe(Math.max(1, Math.min(...unmet, stages.length + 1) - 1));
        expect(foundationGaps).toEqual(unmet.filter((one) => one < stage));

        // Stages and categories hold at most 9 measures, so 9! makes every coverage a whole number.
        const share = ({inPlace, applicable}: {inPlace: number; applicable: number}) =>
          applicable === 0 ? 0 : (inPlace * 362_880) / applicable;
        const highest = Math.max(...stages.map(share));
        expect(rules.dominant).toBe(stages.find((counts) => share(counts) === highest)?.stage);

        const [n, d] = model.threshold;
        const met = stages.filter(({code}) => {
          const weighed = categories.filter((one) => one.code.startsWith(code) && one.applicable > 0);
          const sum = weighed.reduce((total, one) => total + share(one), 0);
          return weighed.length > 0 && sum * d >= n * 362_880 * weighed.length;
        });
        expect(rules.byCategory).toBe(met.at(-1)?.stage ?? 1);
      }),
    );
  });

  it('the nearest benchmarks are all those with the fewest differences', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers}) => {
        const known = listWithValue(listMeasures(model), answers, 'in-place', 'under-way', 'not-in-place');
        const distances = model.benchmarks.map(
          ({inPlace}) => known.filter((code) => inPlace.has(code) !== (answers[code]?.value === 'in-place')).length,
        );
        const differences = distances.length === 0 ? 0 : Math.min(...distances);
        const nearest = model.benchmarks.filter((_, index) => distances[index] === differences);
        expect(diagnose(model, answers).rules.nearestBenchmark).toEqual({
          stage: nearest[0]?.stage ?? null,
          benchmarks: nearest.map(({id}) => id),
          differences,
          compared: known.length,
        });
      }),
    );
  });
});

describe('the counts', () => {
  it('add up, within a measure list and from categories to stages', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers}) => {
        const {stages, categories} = diagnose(model, answers);
        for (const counts of [...stages, ...categories]) {
          const {measures, applicable, inPlace, underWay, notInPlace, unknown, notApplicable, evidenced} = counts;
          expect(inPlace + underWay + notInPlace + unknown).toBe(applicable);
          expect(applicable + notApplicable).toBe(measures);
          expect(evidenced).toBeLessThanOrEqual(inPlace);
        }
        for (const {code, stage, inPlace, measures} of stages) {
          const own = categories.filter((category) => category.code.startsWith(code));
          expect(own.reduce((sum, category) => sum + category.inPlace, 0)).toBe(inPlace);
          expect(measures).toBe(listStageMeasures(model, stage).length);
        }
      }),
    );
  });

  it('needed is the smallest number in place that meets the threshold', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({model, answers}) => {
        const [n, d] = model.threshold;
        for (const {applicable, needed, inPlace, met} of diagnose(model, answers).stages) {
          expect(needed * d).toBeGreaterThanOrEqual(n * applicable);
          if (needed > 0) expect((needed - 1) * d).toBeLessThan(n * applicable);
          expect(met).toBe(applicable > 0 && inPlace >= needed);
        }
      }),
    );
  });
});
