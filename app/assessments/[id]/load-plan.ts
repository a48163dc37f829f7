import 'server-only';
import {getSession} from '@/lib/access/session';
import type {AssessmentWithAnswers} from '@/lib/db/assessments';
import {listPlan} from '@/lib/db/plan';
import type {Snapshot} from '@/lib/db/snapshot';
import {applySetAside} from '@/lib/diagnosis/apply-set-aside';
import {buildModel} from '@/lib/diagnosis/build-model';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import {listSetAside, selectPlan} from '@/lib/report/plan';

/**
 * The plan of an assessment's profile, and the diagnosis with the roadmap that follows from it. The stored
 * diagnosis stays as it is: the planned roadmap is made anew each time it is looked at.
 */
export async function loadPlan(assessment: AssessmentWithAnswers, {instrument, benchmarks}: RegisteredInstrument, {values, diagnosis}: Snapshot) {
  const {profileId, instrumentId, period} = assessment;
  const entries = await listPlan(getSession().organisationId, {profileId, instrumentId});
  const setAside = listSetAside(selectPlan(entries, period));
  return {entries, diagnosis: applySetAside(buildModel(instrument, benchmarks), values, diagnosis, setAside)};
}
