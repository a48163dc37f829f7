import 'server-only';
import {isSameContent} from '@/lib/answers/answer-change';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {AppError} from '@/lib/errors';
import {ANSWER_ROW, type AnswerToStore, storeAnswers} from './answers';
import {write} from './write';

/** An answer to import, with the revision that its preview was made against; 0 where there was none. */
export type ImportedAnswer = {readonly measure: string; readonly input: AnswerInput; readonly seenRevision: number};

/** Unwinds a transaction of which nothing may stay. */
class Stale extends Error {}

/**
 * Stores several answers in one transaction: all of them, or none when any was changed since its revision was seen.
 * `who` imports, the assessment's `filledBy` unless told. An answer that stands already, confirmed, is passed over, so that a repeated import is harmless.
 * @throws AppError `not-found`, `assessment-final`, `profile-archived`
 */
export async function importAnswers(organisationId: string, assessmentId: string, imported: readonly ImportedAnswer[], who?: string): Promise<{imported: boolean}> {
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
      const changed: AnswerToStore[] = [];
      for (const {measure, input, seenRevision} of imported) {
        const row = standing.get(measure);
        if (row?.confirmed && isSameContent(row, input)) continue;
        if ((row?.revision ?? 0) !== seenRevision) throw new Stale();
        changed.push({measure, input, row});
      }
      if (changed.length > 0) await storeAnswers(tx, {assessmentId, who: who ?? assessment.filledBy, origin: 'imported'}, changed);
    });
    return {imported: true};
  } catch (error) {
    if (error instanceof Stale) return {imported: false};
    throw error;
  }
}
