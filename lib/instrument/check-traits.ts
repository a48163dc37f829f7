import {type ContentProblem, findRepeated} from './content-checks';
import type {BenchmarkFile} from './schema';
import type {TraitInstrument} from './trait-schema';

/**
 * What does not fit together within an instrument of cluster traits: stages 1, 2, 3 … without gaps, one description
 * a stage for each trait, in their order, and placements of benchmarks and stages that exist. Collects every problem.
 */
export function checkTraits(file: string, {stages, traits, placements}: TraitInstrument, known: readonly BenchmarkFile[]): ContentProblem[] {
  const problems: ContentProblem[] = [
    ...findRepeated(file, 'traits.id', traits.map(({id}) => id)),
    ...findRepeated(file, 'placements.benchmark', placements.map(({benchmark}) => benchmark)),
  ];
  const report = (path: string, message: string) => problems.push({file, path, message});
  stages.forEach(({number}, index) => {
    if (number !== index + 1) report(`stages.${index}.number`, `expected ${index + 1}: stages rise from 1 without gaps`);
  });
  for (const {id, descriptions} of traits) {
    if (descriptions.length !== stages.length || descriptions.some(({stage}, index) => stage !== index + 1)) {
      report(`${id}.descriptions`, `expected one description for each of the stages 1 to ${stages.length}, in this order`);
    }
  }
  for (const {benchmark, stage} of placements) {
    if (!known.some(({id}) => id === benchmark)) report('placements', `benchmark “${benchmark}” has no file in content/benchmarks`);
    if (stage > stages.length) report('placements', `benchmark “${benchmark}” stands at a stage that does not exist`);
  }
  return problems;
}
