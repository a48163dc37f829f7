import {z} from 'zod';
import {type TraitReading, readTraitAnswers} from '@/lib/diagnosis/read-trait-answers';
import type {RegisteredTraits} from '@/lib/instrument/parse-content';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';

const snapshotSchema = z.strictObject({
  values: z.record(z.string(), z.int().nullable()),
  cluster: z
    .strictObject({stage: z.int(), interval: z.strictObject({low: z.int(), high: z.int()}), known: z.int(), unknown: z.int()})
    .nullable(),
});

export type {TraitReading};

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
  return readTraitAnswers(assessment.traitAnswers, getTraitsOf(assessment).instrument);
}
