import {z} from 'zod';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import type {Diagnosis} from '@/lib/diagnosis/model';
import type {Snapshot} from '@/lib/diagnosis/take-snapshot';
import type {Prisma} from '@/prisma/generated/sqlite/client';
import type {TraitReading} from './read-traits';

const valuesSchema = z.record(z.string(), z.enum(ANSWER_VALUES));
const diagnosisSchema = z.looseObject({
  stage: z.int(),
  entering: z.boolean(),
  interval: z.looseObject({low: z.int(), high: z.int()}),
  stages: z.array(z.looseObject({stage: z.int(), inPlace: z.int(), applicable: z.int(), needed: z.int()})),
});

export type {Snapshot};

/** The snapshot of a final assessment; null for a draft. @throws when the stored snapshot is damaged */
export function readSnapshot(row: {status: string; finalAnswers: unknown; finalDiagnosis: unknown}): Snapshot | null {
  if (row.status !== 'final') return null;
  const values = valuesSchema.parse(row.finalAnswers);
  // Written by this program from a Diagnosis; the check is against damage, not against a stranger.
  const diagnosis = diagnosisSchema.parse(row.finalDiagnosis) as unknown as Diagnosis;
  return {values, diagnosis};
}

/** What a final assessment keeps of its snapshot, as columns. */
export function snapshotColumns({values, diagnosis}: Snapshot, traits: TraitReading | null) {
  return {
    stage: diagnosis.stage,
    stageLow: diagnosis.interval.low,
    stageHigh: diagnosis.interval.high,
    coverage: diagnosis.stages.map(({stage, code, inPlace, applicable, needed}) => ({stage, code, inPlace, applicable, needed})),
    finalAnswers: values,
    // A diagnosis is plain JSON; Prisma's input type only lacks `readonly`.
    finalDiagnosis: structuredClone(diagnosis) as unknown as Prisma.InputJsonObject,
    ...(traits && {finalTraits: structuredClone(traits)}),
  };
}
