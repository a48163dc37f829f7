import 'server-only';
import {CHANGE_ORIGINS, type AnswerContent, type ChangeOrigin, type LoggedChange, type TraitContent, answerContentSchema, traitChangeSchema} from '@/lib/answers/answer-change';
import {AppError} from '@/lib/errors';
import type {Prisma} from '@/prisma/generated/sqlite/client';
import {getClient} from './client';
import type {Transaction} from './write';

/** Entries on one page of the log. */
export const CHANGES_PER_PAGE = 25;

/** What is read of an entry. */
export const CHANGE_ROW = {position: true, at: true, who: true, origin: true, measure: true, trait: true, revision: true, before: true, after: true} as const satisfies Prisma.AnswerChangeSelect;

/** An entry to be written; its position and assessment are the log's. */
export type NewChange = {
  origin: ChangeOrigin;
  who: string;
  revision?: number;
  saveId?: string | undefined;
} & (
  | {measure?: string; before?: AnswerContent | undefined; after?: AnswerContent}
  | {trait: string; before?: TraitContent | undefined; after: TraitContent}
);

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
export async function findChangeBySaveId(tx: Transaction, assessmentId: string, saveId: string): Promise<LoggedChange | null> {
  const row = await tx.answerChange.findUnique({where: {assessmentId_saveId: {assessmentId, saveId}}, select: CHANGE_ROW});
  return row && readChange(row);
}

/** One entry of an assessment's log. @throws AppError `not-found` */
export async function getChangeOrThrow(tx: Transaction, assessmentId: string, position: number): Promise<LoggedChange> {
  const row = await tx.answerChange.findUnique({where: {assessmentId_position: {assessmentId, position}}, select: CHANGE_ROW});
  if (!row) throw new AppError('not-found');
  return readChange(row);
}

/** Part of a log: one page of it, and about one measure or trait only unless that is empty; their codes and ids are never alike. */
export type ChangeListing = {about: string; page: number};

/** A page of an assessment's log, the newest entry first, and how many there are in all; none of another organisation's. */
export async function listChanges(organisationId: string, assessmentId: string, {about, page}: ChangeListing): Promise<{changes: LoggedChange[]; total: number}> {
  const where = {assessmentId, assessment: {organisationId}, ...(about !== '' && {OR: [{measure: about}, {trait: about}]})};
  const [rows, total] = await Promise.all([
    getClient().answerChange.findMany({where, select: CHANGE_ROW, orderBy: {position: 'desc'}, skip: (page - 1) * CHANGES_PER_PAGE, take: CHANGES_PER_PAGE}),
    getClient().answerChange.count({where}),
  ]);
  return {changes: rows.map(readChange), total};
}

type Row = Prisma.AnswerChangeGetPayload<{select: typeof CHANGE_ROW}>;

/** An entry as it was stored, known to be sound. @throws when it is damaged */
export function readChange({origin, measure, trait, revision, before, after, ...row}: Row): LoggedChange {
  const known = CHANGE_ORIGINS.find((each) => each === origin);
  if (!known) throw new Error(`entry ${row.position} of a log has the unknown origin ${origin}`);
  if (trait !== null) return {...row, origin: known, ...traitChangeSchema.parse({measure, trait, revision, before, after})};
  const read = (content: unknown) => (content === null ? null : answerContentSchema.parse(content));
  return {...row, origin: known, measure, trait, revision, before: read(before), after: read(after)};
}
