import {z} from 'zod';
import {EVIDENCE_FIELDS} from './answer-form';
import {ANSWER_VALUES} from './answer-value';

/**
 * How an entry of an assessment's log came to be. `saved`: a person gave or changed the answer; `confirmed`: said that
 * a carried-over one still holds; `repeated`: saved what stood already; `restored`: took back an earlier version from
 * the log; `imported`: from a file; `carried-over`: from an earlier assessment, still to be confirmed; `copied`: from
 * the final assessment that was opened again. `reopened` and `finalised` are about the whole assessment.
 */
export const CHANGE_ORIGINS = ['saved', 'confirmed', 'repeated', 'restored', 'imported', 'carried-over', 'copied', 'reopened', 'finalised'] as const;
export type ChangeOrigin = (typeof CHANGE_ORIGINS)[number];

/** What an answer says, evidence in its order: the part that a log tells from and to. */
export const answerContentSchema = z.object({
  value: z.enum(ANSWER_VALUES),
  note: z.string(),
  reason: z.string(),
  evidence: z.array(z.object({kind: z.string(), title: z.string(), documentNumber: z.string(), issuer: z.string(), date: z.string(), link: z.string()})),
});
export type AnswerContent = z.infer<typeof answerContentSchema>;

type Given = {value: string; note: string; reason: string; evidence: readonly AnswerContent['evidence'][number][]};

/** An answer's content without whatever else stands beside it. @throws when the value is none of the five */
export function contentOf({value, note, reason, evidence}: Given): AnswerContent {
  return answerContentSchema.parse({value, note, reason, evidence});
}

/** Whether two answers say the same, evidence in the same order. */
export function isSameContent(one: Given, other: Given): boolean {
  const pick = ({value, note, reason, evidence}: Given) => JSON.stringify([value, note, reason, evidence.map((record) => EVIDENCE_FIELDS.map((field) => record[field]))]);
  return pick(one) === pick(other);
}
