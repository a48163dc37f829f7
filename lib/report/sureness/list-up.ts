import type {Diagnosis} from '@/lib/diagnosis/model';

/**
 * Tells how many measures are missing to each stage not reached: the margin upwards, led by stage 1 where not even
 * that is met.
 * Assumes nothing more; numbers of measures, stages without an applicable measure are left out.
 */
export function listUp({stages, entering, margin}: Pick<Diagnosis, 'stages' | 'entering' | 'margin'>): {stage: number; measures: number}[] {
  const first = entering ? stages.find(({applicable, stage}) => stage === 1 && applicable > 0) : undefined;
  return [...(first ? [{stage: first.stage, measures: first.needed - first.inPlace}] : []), ...margin.up];
}
