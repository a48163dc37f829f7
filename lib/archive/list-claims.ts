import type {StatedAnswers} from '@/lib/answers/answer-hash';
import type {Claim} from '@/lib/diagnosis/check-claim';
import {readStoredAnswers} from '@/lib/diagnosis/read-stored-answers';
import type {ArchivedAssessment, ProfileArchive} from './archive-schema';

/** The claims of an archive, one for each assessment in its order. */
export function listClaims({profile, assessments}: ProfileArchive): Claim[] {
  return assessments.map((assessment) => {
    const {period, revision, instrument, result, answerHash} = assessment;
    return {county: profile.county, period, revision, instrument, answers: stateAnswers(assessment.answers), answerHash, result};
  });
}

/** Answers as they are stated: those not yet confirmed count as unknown. */
export function stateAnswers(answers: Parameters<typeof readStoredAnswers>[0] | ArchivedAssessment['answers']): StatedAnswers {
  return Object.fromEntries(Object.entries(readStoredAnswers(answers)).map(([code, {value, evidenced = false}]) => [code, {value, evidenced}]));
}
