import 'server-only';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {AppError} from '@/lib/errors';
import type {Prisma} from '@/prisma/generated/sqlite/client';
import {type Transaction, write} from './write';

/** What is read of an answer: all of it, evidence in order. */
export const ANSWER_ROW = {
  measure: true,
  value: true,
  note: true,
  reason: true,
  revision: true,
  confirmed: true,
  answeredBy: true,
  updatedAt: true,
  evidence: {
    select: {kind: true, title: true, documentNumber: true, issuer: true, date: true, link: true},
    orderBy: {position: 'asc'},
  },
} as const satisfies Prisma.AnswerSelect;

/** A stored answer. */
export type StoredAnswer = Prisma.AnswerGetPayload<{select: typeof ANSWER_ROW}>;

/** What became of a save: stored with its new revision, or refused because a newer one stands. */
export type SaveOutcome = {saved: true; answer: StoredAnswer} | {saved: false; current: StoredAnswer | null};

/**
 * Stores one measure's answer if its revision is still `seenRevision` (0: no answer yet).
 * Saving what already stands confirms it and changes nothing else, so that a repeated request is harmless.
 * @throws AppError `not-found`, `assessment-final`
 */
export function saveAnswer(
  organisationId: string,
  assessmentId: string,
  measure: string,
  input: AnswerInput,
  seenRevision: number,
): Promise<SaveOutcome> {
  return write(async (tx) => {
    const assessment = await tx.assessment.findFirst({
      where: {id: assessmentId, organisationId},
      select: {status: true, filledBy: true, answers: {where: {measure}, select: {id: true, ...ANSWER_ROW}}},
    });
    if (!assessment) throw new AppError('not-found');
    if (assessment.status === 'final') throw new AppError('assessment-final');
    const [row] = assessment.answers;
    const stored = row && withoutId(row);
    if (stored && stored.confirmed && isSameAnswer(stored, input)) return {saved: true, answer: stored};
    if ((stored?.revision ?? 0) !== seenRevision) return {saved: false, current: stored ?? null};

    const answer = await storeAnswer(tx, {assessmentId, filledBy: assessment.filledBy, measure, row}, input);
    await tx.assessment.update({where: {id: assessmentId}, data: {updatedAt: answer.updatedAt}});
    return {saved: true, answer};
  });
}

/** Where an answer is stored: its measure, and the row that it replaces if there is one. */
type Place = {assessmentId: string; filledBy: string; measure: string; row: {id: string; revision: number} | undefined};

/** Stores an answer as its measure's next revision; whoever calls has checked that it may be, and marks the assessment as changed. */
export function storeAnswer(tx: Transaction, {assessmentId, filledBy, measure, row}: Place, input: AnswerInput): Promise<StoredAnswer> {
  const {evidence, ...fields} = input;
  const data = {...fields, confirmed: true, answeredBy: filledBy};
  const records = {create: evidence.map((record, position) => ({...record, position}))};
  return row
    ? tx.answer.update({
        where: {id: row.id},
        data: {...data, revision: row.revision + 1, evidence: {deleteMany: {}, ...records}},
        select: ANSWER_ROW,
      })
    : tx.answer.create({data: {...data, assessmentId, measure, evidence: records}, select: ANSWER_ROW});
}

/** Copies all answers with their evidence; `confirmed` false marks them as still to be looked at. */
export async function copyAnswers(tx: Transaction, fromId: string, toId: string, confirmed: boolean, keep: ReadonlySet<string>) {
  const answers = await tx.answer.findMany({where: {assessmentId: fromId}, select: ANSWER_ROW});
  for (const {evidence, revision: _revision, updatedAt: _updatedAt, ...answer} of answers) {
    if (!keep.has(answer.measure)) continue;
    await tx.answer.create({
      data: {
        ...answer,
        confirmed,
        assessmentId: toId,
        evidence: {create: evidence.map((record, position) => ({...record, position}))},
      },
    });
  }
}

function withoutId({id: _id, ...answer}: StoredAnswer & {id: string}): StoredAnswer {
  return answer;
}

/** Whether an answer says what already stands, evidence in the same order. */
export function isSameAnswer(stored: Omit<StoredAnswer, 'updatedAt'>, input: AnswerInput): boolean {
  const pick = ({value, note, reason, evidence}: Pick<StoredAnswer, 'value' | 'note' | 'reason' | 'evidence'>) =>
    JSON.stringify([value, note, reason, evidence.map(({kind, title, documentNumber, issuer, date, link}) => [kind, title, documentNumber, issuer, date, link])]);
  return pick(stored) === pick(input);
}
