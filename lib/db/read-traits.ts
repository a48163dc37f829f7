import {z} from 'zod';
import {type ClusterStage, getClusterStage} from '@/lib/diagnosis/cluster-stage';
import type {RegisteredTraits} from '@/lib/instrument/parse-content';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';

const snapshotSchema = z.strictObject({
  values: z.record(z.string(), z.int().nullable()),
  cluster: z
    .strictObject({stage: z.int(), interval: z.strictObject({low: z.int(), high: z.int()}), known: z.int(), unknown: z.int()})
    .nullable(),
});

/** The section on cluster traits: the stage by trait, null where it is not known, and where they place the cluster. */
export type TraitReading = {values: Record<string, number | null>; cluster: ClusterStage | null};

type Row = {
  status: string;
  traitsId: string | null;
  traitsVersion: string | null;
  finalTraits: unknown;
  traitAnswers: readonly {trait: string; value: number | null; confirmed: boolean}[];
};

/** The instrument of cluster traits that an assessment is pinned to, the newest one while it is to none. */
export function getTraitsOf({traitsId, traitsVersion}: Pick<Row, 'traitsId' | 'traitsVersion'>): RegisteredTraits {
  return getTraitsOrThrow(traitsId ?? undefined, traitsVersion ?? undefined);
}

/**
 * Reads the section on cluster traits: the snapshot of a final assessment, the present answers of a draft, in which those
 * carried over and not yet saved count as unknown. Null where the section was left out. @throws when a stored snapshot is damaged
 */
export function readTraits(assessment: Row): TraitReading | null {
  if (assessment.status === 'final') return assessment.finalTraits === null ? null : snapshotSchema.parse(assessment.finalTraits);
  const answers = new Map(assessment.traitAnswers.filter(({confirmed}) => confirmed).map(({trait, value}) => [trait, value]));
  if (answers.size === 0) return null;
  const {traits, stages} = getTraitsOf(assessment).instrument;
  const values = Object.fromEntries(traits.map(({id}) => [id, answers.get(id) ?? null]));
  return {values, cluster: getClusterStage(Object.values(values), stages.length)};
}
