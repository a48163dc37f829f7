import {z} from 'zod';
import {ANSWER_VALUES, type AnswerValue} from '@/lib/answers/answer-value';
import type {Diagnosis} from '@/lib/diagnosis/model';

const valuesSchema = z.record(z.string(), z.enum(ANSWER_VALUES));
const diagnosisSchema = z.looseObject({
  stage: z.int(),
  entering: z.boolean(),
  interval: z.looseObject({low: z.int(), high: z.int()}),
  stages: z.array(z.looseObject({stage: z.int(), inPlace: z.int(), applicable: z.int(), needed: z.int()})),
});

/** What a final assessment keeps: values by measure and the diagnosis made of them. */
export type Snapshot = {values: Record<string, AnswerValue>; diagnosis: Diagnosis};

/** The snapshot of a final assessment; null for a draft. @throws when the stored snapshot is damaged */
export function readSnapshot(row: {status: string; finalAnswers: unknown; finalDiagnosis: unknown}): Snapshot | null {
  if (row.status !== 'final') return null;
  const values = valuesSchema.parse(row.finalAnswers);
  // Written by this program from a Diagnosis; the check is against damage, not against a stranger.
  const diagnosis = diagnosisSchema.parse(row.finalDiagnosis) as unknown as Diagnosis;
  return {values, diagnosis};
}
