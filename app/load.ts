import 'server-only';
import {notFound} from 'next/navigation';
import {cache} from 'react';
import {getSession} from '@/lib/access/session';
import {getAssessmentOrThrow} from '@/lib/db/assessments';
import {getCategoryAssessmentOrThrow} from '@/lib/db/category-answers';
import {getProfileOrThrow} from '@/lib/db/profiles';
import {AppError} from '@/lib/errors';
import {getInstrumentOrThrow, listMeasureCodes} from '@/lib/instrument/registry';

/** Turns “not found” into the not-found page; anything else goes on to the error page. */
async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') notFound();
    throw error;
  }
}

/** The profile of a page. */
export const loadProfile = cache((id: string) => orNotFound(getProfileOrThrow(getSession().organisationId, id)));

/** The assessment of a page with the instrument version that it is pinned to. */
export const loadAssessment = cache(async (id: string) => {
  const assessment = await orNotFound(getAssessmentOrThrow(getSession().organisationId, id));
  return {assessment, registered: getInstrumentOrThrow(assessment.instrumentId, assessment.instrumentVersion)};
});

/** As `loadAssessment` with the answers of one category only; an unknown category has none. */
export const loadCategoryAssessment = cache(async (id: string, category: string) => {
  const measures = listMeasureCodes(category);
  if (measures.length === 0) notFound();
  const assessment = await orNotFound(getCategoryAssessmentOrThrow(getSession().organisationId, id, measures));
  return {assessment, registered: getInstrumentOrThrow(assessment.instrumentId, assessment.instrumentVersion)};
});
