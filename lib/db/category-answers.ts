import 'server-only';
import {join} from '@prisma/client/runtime/client';
import {AppError} from '@/lib/errors';
import type {Answer, Assessment, CountyProfile} from '@/prisma/generated/sqlite/client';
import type {StoredAnswer} from './answers';
import {getClient} from './client';

type EvidenceFields = StoredAnswer['evidence'][number];

type Row = Pick<Assessment, 'id' | 'status' | 'period' | 'filledBy' | 'revision' | 'instrumentId' | 'instrumentVersion'> &
  Pick<CountyProfile, 'county' | 'divisionCode' | 'industry' | 'archivedAt'> & {profileId: string; basedOnPeriod: string | null} & {
    [K in keyof Omit<Answer, 'id' | 'assessmentId' | 'revision'>]: Answer[K] | null;
  } & {answerRevision: number | null} & {[K in keyof EvidenceFields]: EvidenceFields[K] | null};

/** An assessment with those of its answers that one category page shows. */
export type CategoryAssessment = {
  id: string;
  status: Assessment['status'];
  period: string;
  filledBy: string;
  revision: number;
  instrumentId: string;
  instrumentVersion: string;
  profile: Pick<CountyProfile, 'id' | 'county' | 'divisionCode' | 'industry' | 'archivedAt'>;
  basedOn: {period: string} | null;
  answers: StoredAnswer[];
};

/**
 * What a category page needs, in one statement: the page is the busiest of all, and a statement for
 * each relation made it twice as slow (npm run bench). `measures` are the codes to read answers of.
 * @throws AppError `not-found`, also for another organisation's
 */
export async function getCategoryAssessmentOrThrow(organisationId: string, id: string, measures: readonly string[]): Promise<CategoryAssessment> {
  const rows = await getClient().$queryRaw<Row[]>`
    SELECT a."id", a."status", a."period", a."filledBy", a."revision", a."instrumentId", a."instrumentVersion",
      p."id" AS "profileId", p."county", p."divisionCode", p."industry", p."archivedAt", b."period" AS "basedOnPeriod",
      w."measure", w."value", w."note", w."reason", w."revision" AS "answerRevision", w."confirmed", w."answeredBy", w."updatedAt",
      e."kind", e."title", e."documentNumber", e."issuer", e."date", e."link"
    FROM "Assessment" a
    JOIN "CountyProfile" p ON p."id" = a."profileId"
    LEFT JOIN "Assessment" b ON b."id" = a."basedOnId"
    LEFT JOIN "Answer" w ON w."assessmentId" = a."id" AND w."measure" IN (${join([...measures])})
    LEFT JOIN "Evidence" e ON e."answerId" = w."id"
    WHERE a."id" = ${id} AND a."organisationId" = ${organisationId}
    ORDER BY w."measure", e."position"`;
  const [first] = rows;
  if (!first) throw new AppError('not-found');
  const {status, period, filledBy, revision, instrumentId, instrumentVersion, profileId, county, divisionCode, industry, archivedAt} = first;
  return {
    id: first.id,
    status,
    period,
    filledBy,
    revision,
    instrumentId,
    instrumentVersion,
    profile: {id: profileId, county, divisionCode, industry, archivedAt},
    basedOn: first.basedOnPeriod === null ? null : {period: first.basedOnPeriod},
    answers: collectAnswers(rows),
  };
}

function collectAnswers(rows: readonly Row[]): StoredAnswer[] {
  const answers = new Map<string, StoredAnswer>();
  for (const row of rows) {
    const {measure, value, note, reason, answerRevision, confirmed, answeredBy, updatedAt} = row;
    // All are null together where the assessment has no answer yet.
    if (measure === null || value === null || answerRevision === null || updatedAt === null) continue;
    const answer = answers.get(measure) ?? {
      measure,
      value,
      note: note ?? '',
      reason: reason ?? '',
      revision: answerRevision,
      confirmed: confirmed ?? true,
      answeredBy: answeredBy ?? '',
      updatedAt,
      evidence: [],
    };
    const {kind, title, documentNumber, issuer, date, link} = row;
    if (kind !== null && title !== null) {
      answer.evidence.push({kind, title, documentNumber: documentNumber ?? '', issuer: issuer ?? '', date: date ?? '', link: link ?? ''});
    }
    answers.set(measure, answer);
  }
  return [...answers.values()];
}
