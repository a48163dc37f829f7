import 'server-only';
import {type ChangeOrigin, type LoggedChange, contentOf, isSameContent} from '@/lib/answers/answer-change';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {AppError} from '@/lib/errors';
import type {Prisma} from '@/prisma/generated/sqlite/client';
import {findChangeBySaveId, logChanges} from './changes';
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

/**
 * What became of a save: stored with its new revision, or refused because a newer one stands. A save whose id had
 * arrived before is answered with what it made then, and with what stands now where that is no longer the same.
 */
export type SaveOutcome = {saved: true; answer: StoredAnswer; standing?: StoredAnswer} | {saved: false; current: StoredAnswer | null};

/** Who saves, the assessment's `filledBy` unless told; and the id by which the same save is known when it comes again. */
export type SaveDetails = {who?: string | undefined; saveId?: string | undefined; origin?: ChangeOrigin};

/**
 * Stores one measure's answer if its revision is still `seenRevision` (0: no answer yet).
 * Saving what already stands confirms it and changes nothing else, so that a repeated request is harmless;
 * with a save id it is applied once, whatever was saved since.
 * @throws AppError `not-found`, `assessment-final`, `profile-archived`, `save-id-reused`
 */
export function saveAnswer(
  organisationId: string,
  assessmentId: string,
  measure: string,
  input: AnswerInput,
  seenRevision: number,
  details: SaveDetails = {},
): Promise<SaveOutcome> {
  return write((tx) => saveInTransaction(tx, {organisationId, assessmentId, measure}, input, seenRevision, details));
}

type Place = {organisationId: string; assessmentId: string; measure: string};

/** As `saveAnswer`, within a transaction that is under way. */
export async function saveInTransaction(tx: Transaction, place: Place, input: AnswerInput, seenRevision: number, {who, saveId, origin = 'saved'}: SaveDetails): Promise<SaveOutcome> {
  const {organisationId, assessmentId, measure} = place;
  const assessment = await tx.assessment.findFirst({
    where: {id: assessmentId, organisationId},
    select: {status: true, filledBy: true, profile: {select: {archivedAt: true}}, answers: {where: {measure}, select: {id: true, ...ANSWER_ROW}}},
  });
  if (!assessment) throw new AppError('not-found');
  const [row] = assessment.answers;
  const stored = row && withoutId(row);
  // Before anything that may have changed since it was applied.
  const applied = saveId === undefined ? null : await findChangeBySaveId(tx, assessmentId, saveId);
  if (applied) return acknowledge(applied, measure, input, stored);
  if (assessment.status === 'final') throw new AppError('assessment-final');
  if (assessment.profile.archivedAt) throw new AppError('profile-archived');
  const by = who ?? assessment.filledBy;
  if (stored?.confirmed && isSameContent(stored, input)) {
    // Kept under its id all the same: come again, it must not be told of a conflict.
    if (saveId !== undefined) {
      const content = contentOf(stored);
      await logChanges(tx, assessmentId, [{origin: 'repeated', who: by, measure, revision: stored.revision, before: content, after: content, saveId}], new Date());
    }
    return {saved: true, answer: stored};
  }
  if ((stored?.revision ?? 0) !== seenRevision) return {saved: false, current: stored ?? null};
  const [answer] = await storeAnswers(tx, {assessmentId, who: by, origin}, [{measure, input, row, saveId}]);
  if (!answer) throw new Error('an answer was stored and not given back');
  return {saved: true, answer};
}

function acknowledge(applied: LoggedChange, measure: string, input: AnswerInput, stored: StoredAnswer | undefined): SaveOutcome {
  const {trait, after, revision, who, at} = applied;
  if (trait !== null || applied.measure !== measure || after === null || revision === null || !isSameContent(after, input)) throw new AppError('save-id-reused');
  const answer = {...after, measure, revision, confirmed: true, answeredBy: who, updatedAt: at};
  return !stored || stored.revision === revision ? {saved: true, answer: stored ?? answer} : {saved: true, answer, standing: stored};
}

/** Under whose name and how answers come to be stored. */
type Writing = {assessmentId: string; who: string; origin: ChangeOrigin};

/** An answer to be stored, with the row that it replaces if there is one. */
export type AnswerToStore = {measure: string; input: AnswerInput; row: (StoredAnswer & {id: string}) | undefined; saveId?: string | undefined};

/**
 * Stores each answer as its measure's next revision, and all of them in the log: the one way in which a person's answers
 * are written. Whoever calls has checked that they may be.
 */
export async function storeAnswers(tx: Transaction, {assessmentId, who, origin}: Writing, answers: readonly AnswerToStore[]): Promise<StoredAnswer[]> {
  const updatedAt = new Date();
  const stored: StoredAnswer[] = [];
  for (const {measure, input, row} of answers) {
    const {evidence, ...fields} = input;
    const data = {...fields, confirmed: true, answeredBy: who, updatedAt};
    const records = {create: evidence.map((record, position) => ({...record, position}))};
    stored.push(
      row
        ? await tx.answer.update({
            where: {id: row.id},
            data: {...data, revision: row.revision + 1, evidence: {deleteMany: {}, ...records}},
            select: ANSWER_ROW,
          })
        : await tx.answer.create({data: {...data, assessmentId, measure, evidence: records}, select: ANSWER_ROW}),
    );
  }
  const changes = answers.map(({measure, input, row, saveId}) => ({
    // A carried-over answer that is found to be still true.
    origin: origin === 'saved' && row && isSameContent(row, input) ? ('confirmed' as const) : origin,
    who,
    measure,
    revision: (row?.revision ?? 0) + 1,
    before: row && contentOf(row),
    after: contentOf(input),
    saveId,
  }));
  await logChanges(tx, assessmentId, changes, updatedAt);
  return stored;
}

/** From which assessment to which answers are copied, and who asked for it. */
export type Copying = {fromId: string; toId: string; who: string};

/** Copies all answers with their evidence; `confirmed` false marks them as still to be looked at. */
export async function copyAnswers(tx: Transaction, {fromId, toId, who}: Copying, confirmed: boolean, keep: ReadonlySet<string>) {
  const answers = (await tx.answer.findMany({where: {assessmentId: fromId}, select: ANSWER_ROW, orderBy: {measure: 'asc'}})).filter(({measure}) => keep.has(measure));
  for (const {evidence, revision: _revision, updatedAt: _updatedAt, ...answer} of answers) {
    await tx.answer.create({
      data: {
        ...answer,
        confirmed,
        assessmentId: toId,
        evidence: {create: evidence.map((record, position) => ({...record, position}))},
      },
    });
  }
  const origin = confirmed ? 'copied' : 'carried-over';
  await logChanges(tx, toId, answers.map((answer) => ({origin, who, measure: answer.measure, revision: 1, after: contentOf(answer)})), new Date());
}

function withoutId({id: _id, ...answer}: StoredAnswer & {id: string}): StoredAnswer {
  return answer;
}
