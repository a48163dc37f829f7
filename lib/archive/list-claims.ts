import type {StatedAnswers} from '@/lib/answers/answer-hash';
import {readStoredAnswers} from '@/lib/diagnosis/read-stored-answers';
import type {ArchivedAssessment, ProfileArchive} from './archive-schema';

/** What an archive states of one assessment, so that it can be checked again from its answers alone. */
export type ArchiveClaim = {
  county: string;
  period: string;
  revision: number;
  instrument: {id: string; version: string; hash: string};
  answers: StatedAnswers;
  /** Measures set aside do not count in a result as it is archived. */
  setAside: string[];
  result: {stage: number; entering: boolean; low: number; high: number};
  answerHash: string;
};

/** The claims of an archive, one for each assessment in its order. */
export function listClaims({profile, assessments}: ProfileArchive): ArchiveClaim[] {
  return assessments.map((assessment) => {
    const {period, revision, instrument, result, answerHash} = assessment;
    return {county: profile.county, period, revision, instrument, answers: stateAnswers(assessment.answers), setAside: [], result, answerHash};
  });
}

/** Answers as they are stated: those not yet confirmed count as unknown. */
export function stateAnswers(answers: Parameters<typeof readStoredAnswers>[0] | ArchivedAssessment['answers']): StatedAnswers {
  return Object.fromEntries(Object.entries(readStoredAnswers(answers)).map(([code, {value, evidenced = false}]) => [code, {value, evidenced}]));
}
