import 'server-only';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {AppError} from '@/lib/errors';
import {ANSWER_ROW, isSameAnswer, storeAnswer} from './answers';
import {write} from './write';

/** An answer to import, with the revision that its preview was made against; 0 where there was none. */
export type ImportedAnswer = {readonly measure: string; readonly input: AnswerInput; readonly seenRevision: number};

/** Unwinds a transaction of which nothing may stay. */
class Stale extends Error {}

/**
 * Stores several answers in one transaction: all of them, or none when any was changed since its revision was seen.
 * An answer that stands already, confirmed, is passed over, so that a repeated import is harmless.
 * @throws AppError `not-found`, `assessment-final`, `profile-archived`
 */
export async function importAnswers(organisationId: string, assessmentId: string, imported: readonly ImportedAnswer[]): Promise<{imported: boolean}> {
  try {
    await write(async (tx) => {
      const assessment = await tx.assessment.findFirst({
        where: {id: assessmentId, organisationId},
        select: {status: true, filledBy: true, profile: {select: {archivedAt: true}}, answers: {select: {id: true, ...ANSWER_ROW}}},
      });
      if (!assessment) throw new AppError('not-found');
      if (assessment.status === 'final') throw new AppError('assessment-final');
      if (assessment.profile.archivedAt) throw new AppError('profile-archived');
      const standing = new Map(assessment.answers.map((answer) => [answer.measure, answer]));
      let updatedAt: Date | undefined;
      for (const {measure, input, seenRevision} of imported) {
        const row = standing.get(measure);
        if (row?.confirmed && isSameAnswer(row, input)) continue;
        if ((row?.revision ?? 0) !== seenRevision) throw new Stale();
        ({updatedAt} = await storeAnswer(tx, {assessmentId, filledBy: assessment.filledBy, measure, row}, input));
      }
      if (updatedAt) await tx.assessment.update({where: {id: assessmentId}, data: {updatedAt}});
    });
    return {imported: true};
  } catch (error) {
    if (error instanceof Stale) return {imported: false};
    throw error;
  }
}
