import {countBenchmarksWith} from './count-benchmarks-with';
import {getCoverage} from './coverage';
import {compareFractions} from './fraction';
import type {CategoryCounts, Diagnosis, EngineAnswers, Model, StageCounts} from './model';
import {readAnswer} from './read-answer';

/** Counts of a category while the roadmap is made; measures already picked count as in place. */
type CategoryProgress = {inPlace: number; readonly applicable: number};

type Candidate = {
  readonly code: string;
  readonly underWay: boolean;
  readonly counties: number;
  readonly category: CategoryProgress;
};

/**
 * Picks the fewest measures that meet the stage after the current one, in the order of taking them up.
 * Assumes `current` is the stage of these counts by the frontier rule; unknown measures may be picked like those not
 * in place, not-applicable and set-aside ones never; `missing` is the number of measures that are then too few, and
 * the whole is null at the last stage or where the next stage has no applicable measure.
 * Source: METHOD.md: What else a diagnosis holds (roadmap).
 */
export function buildRoadmap(
  model: Model,
  answers: EngineAnswers,
  stages: readonly StageCounts[],
  categories: readonly (readonly CategoryCounts[])[],
  current: number,
  setAside: readonly string[],
): Diagnosis['roadmap'] {
  const toStage = current + 1;
  const target = stages.find(({stage}) => stage === toStage);
  if (target === undefined || target.applicable === 0) return null;

  const candidates = listCandidates(model, answers, categories[toStage - 1] ?? [], toStage, setAside);
  const wanted = target.needed - target.inPlace;
  const measures: string[] = [];
  while (measures.length < wanted && candidates.length > 0) {
    const next = candidates.reduce((best, candidate) => (goesBefore(candidate, best) ? candidate : best));
    next.category.inPlace += 1;
    measures.push(next.code);
    candidates.splice(candidates.indexOf(next), 1);
  }
  return {toStage, measures, missing: wanted - measures.length};
}

function listCandidates(
  model: Model,
  answers: EngineAnswers,
  counts: readonly CategoryCounts[],
  toStage: number,
  setAside: readonly string[],
): Candidate[] {
  const candidates: Candidate[] = [];
  const categories = model.stages.find(({stage}) => stage === toStage)?.categories ?? [];
  categories.forEach(({measures}, index) => {
    const {inPlace = 0, applicable = 0} = counts[index] ?? {};
    const category: CategoryProgress = {inPlace, applicable};
    for (const code of measures) {
      const {value} = readAnswer(answers, code);
      if (value === 'in-place' || value === 'not-applicable' || setAside.includes(code)) continue;
      const counties = countBenchmarksWith(model.benchmarks, code);
      candidates.push({code, underWay: value === 'under-way', counties, category});
    }
  });
  return candidates;
}

/** Strictly before: candidates that are equal in everything stay in table order. */
function goesBefore(a: Candidate, b: Candidate): boolean {
  if (a.underWay !== b.underWay) return a.underWay;
  if (a.counties !== b.counties) return a.counties > b.counties;
  return compareFractions(getCoverage(a.category), getCoverage(b.category)) < 0;
}
