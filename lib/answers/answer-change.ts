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

/** What the answer to a trait of the cluster says: the stage whose description fits, or null for “don't know”. */
export const traitContentSchema = z.strictObject({stage: z.int().min(1).nullable()});
export type TraitContent = z.infer<typeof traitContentSchema>;

/** The part of an entry that is about a trait. */
export const traitChangeSchema = z.object({measure: z.null(), trait: z.string().min(1), revision: z.int().min(1), before: traitContentSchema.nullable(), after: traitContentSchema});
type TraitChange = z.infer<typeof traitChangeSchema>;

/** The part of an entry that is about a measure, or about the whole assessment, which has none of it. */
type MeasureChange = {measure: string | null; trait: null; revision: number | null; before: AnswerContent | null; after: AnswerContent | null};

/** An entry of the log: a change of a measure, of a trait, or of the whole assessment; a first answer has no `before`. */
export type LoggedChange = {position: number; at: Date; who: string; origin: ChangeOrigin} & (MeasureChange | TraitChange);

type Given = {value: string; note: string; reason: string; evidence: readonly AnswerContent['evidence'][number][]};

/** An answer's content without whatever else stands beside it. @throws when the value is none of the five */
export function contentOf({value, note, reason, evidence}: Given): AnswerContent {
  return answerContentSchema.parse({value, note, reason, evidence});
}

/** The content of a trait's answer by its value. @throws when that is no stage */
export function traitContentOf(value: number | null): TraitContent {
  return traitContentSchema.parse({stage: value});
}

/** Whether two answers say the same, evidence in the same order. */
export function isSameContent(one: Given, other: Given): boolean {
  const pick = ({value, note, reason, evidence}: Given) => JSON.stringify([value, note, reason, evidence.map((record) => EVIDENCE_FIELDS.map((field) => record[field]))]);
  return pick(one) === pick(other);
}
