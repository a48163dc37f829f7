import 'server-only';
import {CHANGE_ORIGINS, type AnswerContent, type ChangeOrigin, answerContentSchema} from '@/lib/answers/answer-change';
import {AppError} from '@/lib/errors';
import type {Prisma} from '@/prisma/generated/sqlite/client';
import {getClient} from './client';
import type {Transaction} from './write';

/** Entries on one page of the log. */
export const CHANGES_PER_PAGE = 25;

/** What is read of an entry. */
export const CHANGE_ROW = {position: true, at: true, who: true, origin: true, measure: true, revision: true, before: true, after: true} as const satisfies Prisma.AnswerChangeSelect;

/** An entry to be written; its position and assessment are the log's. */
export type NewChange = {
  origin: ChangeOrigin;
  who: string;
  measure?: string;
  revision?: number;
  before?: AnswerContent | undefined;
  after?: AnswerContent;
  saveId?: string | undefined;
};

/** An entry of the log; what is about the whole assessment has no measure, and a first answer no `before`. */
export type StoredChange = {
  position: number;
  at: Date;
  who: string;
  origin: ChangeOrigin;
  measure: string | null;
  revision: number | null;
  before: AnswerContent | null;
  after: AnswerContent | null;
};

/**
 * Writes entries at the end of an assessment's log, in the transaction that makes the changes, and marks the assessment
 * as changed. Two that write to one log at once can't both commit as they are, whatever the database.
 */
export async function logChanges(tx: Transaction, assessmentId: string, changes: readonly NewChange[], at: Date): Promise<void> {
  if (changes.length === 0) return;
  const {changeCount} = await tx.assessment.update({
    where: {id: assessmentId},
    data: {updatedAt: at, changeCount: {increment: changes.length}},
    select: {changeCount: true},
  });
  const first = changeCount - changes.length + 1;
  await tx.answerChange.createMany({
    data: changes.map(({before, after, saveId, ...change}, index) => ({
      ...change,
      ...(before && {before}),
      ...(after && {after}),
      ...(saveId !== undefined && {saveId}),
      assessmentId,
      at,
      position: first + index,
    })),
  });
}

/** The entry that a save of this id made; null when none has arrived. */
export async function findChangeBySaveId(tx: Transaction, assessmentId: string, saveId: string): Promise<StoredChange | null> {
  const row = await tx.answerChange.findUnique({where: {assessmentId_saveId: {assessmentId, saveId}}, select: CHANGE_ROW});
  return row && readChange(row);
}

/** One entry of an assessment's log. @throws AppError `not-found` */
export async function getChangeOrThrow(tx: Transaction, assessmentId: string, position: number): Promise<StoredChange> {
  const row = await tx.answerChange.findUnique({where: {assessmentId_position: {assessmentId, position}}, select: CHANGE_ROW});
  if (!row) throw new AppError('not-found');
  return readChange(row);
}

/** Part of a log: one page of it, and of one measure only unless that is empty. */
export type ChangeListing = {measure: string; page: number};

/** A page of an assessment's log, the newest entry first, and how many there are in all; none of another organisation's. */
export async function listChanges(organisationId: string, assessmentId: string, {measure, page}: ChangeListing): Promise<{changes: StoredChange[]; total: number}> {
  const where = {assessmentId, assessment: {organisationId}, ...(measure !== '' && {measure})};
  const [rows, total] = await Promise.all([
    getClient().answerChange.findMany({where, select: CHANGE_ROW, orderBy: {position: 'desc'}, skip: (page - 1) * CHANGES_PER_PAGE, take: CHANGES_PER_PAGE}),
    getClient().answerChange.count({where}),
  ]);
  return {changes: rows.map(readChange), total};
}

type Row = Prisma.AnswerChangeGetPayload<{select: typeof CHANGE_ROW}>;

/** An entry as it was stored, known to be sound. @throws when it is damaged */
export function readChange({origin, before, after, ...row}: Row): StoredChange {
  const known = CHANGE_ORIGINS.find((each) => each === origin);
  if (!known) throw new Error(`entry ${row.position} of a log has the unknown origin ${origin}`);
  const read = (content: unknown) => (content === null ? null : answerContentSchema.parse(content));
  return {...row, origin: known, before: read(before), after: read(after)};
}
