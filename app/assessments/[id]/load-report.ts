import 'server-only';
import {getSession} from '@/lib/access/session';
import {findEarlierFinal} from '@/lib/db/earlier-final';
import {getReportSettings} from '@/lib/db/report-settings';
import {formatRegion} from '@/lib/divisions/county-label';
import {formatPeriod} from '@/lib/format';
import {getContent} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {buildStageReport} from '@/lib/report/document/build-stage-report';
import {loadDiagnosis} from './load-diagnosis';

/** The report on an assessment in one language, the logo that it bears, and the name of its files without their ending. */
export async function loadReport(id: string, locale: Locale) {
  const t = translatorFor(locale);
  const {assessment, registered, values, diagnosis, plan, traits, cluster, county, shortCounty} = await loadDiagnosis(id, locale);
  const {organisationId} = getSession();
  const [earlier, {name: organisation, author, logo}] = await Promise.all([findEarlierFinal(organisationId, assessment), getReportSettings(organisationId)]);
  const {profile, period, revision, filledBy, finalisedAt, answers} = assessment;
  const report = buildStageReport({
    registered,
    // A final diagnosis was made under the content that it is pinned to, a draft's is made under what is registered now.
    hash: finalisedAt ? assessment.instrumentHash : registered.hash,
    sources: getContent().sources,
    county: {name: county, shortName: shortCounty, region: formatRegion(profile, locale), industry: profile.industry},
    period,
    revision,
    filledBy,
    finalisedAt,
    now: new Date(),
    answers,
    values,
    diagnosis,
    plan,
    traits,
    cluster,
    earlier,
    issuer: {organisation, author},
    locale,
    t,
  });
  const fileName = t('document.file-name', {county: shortCounty, period: formatPeriod(period, t)});
  return {report, logo, fileName, assessment, registered, values, diagnosis, plan};
}
