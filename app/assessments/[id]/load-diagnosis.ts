import 'server-only';
import {loadAssessment} from '@/app/load';
import {readAssessment} from '@/lib/db/read-assessment';
import {getTraitsOf, readTraits} from '@/lib/db/read-traits';
import {formatCounty, formatCountyShort} from '@/lib/divisions/county-label';
import type {Locale} from '@/lib/instrument/schema';
import {loadPlan} from './load-plan';

/** An assessment with its diagnosis, plan and cluster section: what its result page and its report are both written from. */
export async function loadDiagnosis(id: string, locale: Locale) {
  const {assessment, registered} = await loadAssessment(id);
  const snapshot = readAssessment(assessment, registered);
  return {
    assessment,
    registered,
    ...snapshot,
    plan: await loadPlan(assessment, registered, snapshot),
    traits: getTraitsOf(assessment),
    cluster: readTraits(assessment),
    county: formatCounty(assessment.profile, locale),
    shortCounty: formatCountyShort(assessment.profile, locale),
  };
}
