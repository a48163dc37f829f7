import type {Counts, Diagnosis} from './model';

/**
 * Gives what a reading counts in one stage, and out of how many measures.
 * Assumes counts of one stage; numbers of measures, an unknown one counting for nothing; out of 0 where the reading
 * leaves no measure. Source: METHOD.md: What else a diagnosis holds (readings).
 */
export function countReading(
  reading: keyof Diagnosis['readings'],
  {measures, applicable, inPlace, underWay, evidenced}: Counts,
): readonly [counted: number, outOf: number] {
  if (reading === 'strict') return [inPlace, measures];
  if (reading === 'evidenced') return [evidenced, applicable];
  return [reading === 'outlook' ? inPlace + underWay : inPlace, applicable];
}
