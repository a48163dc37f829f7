import {loadProfile} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {PlanTable} from '@/components/plan/plan-table';
import {SetAsideList} from '@/components/plan/set-aside-list';
import {Notice} from '@/components/ui/notice';
import {getSession} from '@/lib/access/session';
import {withdrawPlanAction} from '@/lib/actions/plan-actions';
import {getLatestFinal} from '@/lib/db/latest-final';
import {listPlan} from '@/lib/db/plan';
import {formatCounty} from '@/lib/divisions/county-label';
import {formatPeriod} from '@/lib/format';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildPlanRows} from '@/lib/report/plan';
import {buildPlanTableWords, buildSetAsideWords} from '@/lib/report/plan-table-words';

export default async function ProfilePlanPage({params}: PageProps<{id: string}>) {
  const [{locale, t}, profile] = await Promise.all([getWords(), loadProfile((await params).id)]);
  const latest = getLatestFinal(profile);
  const [newest] = profile.assessments;
  const {instrument} = latest ? getInstrumentOrThrow(latest.assessment.instrumentId, latest.assessment.instrumentVersion) : getInstrumentOrThrow(DEFAULT_INSTRUMENT);
  const entries = await listPlan(getSession().organisationId, {profileId: profile.id, instrumentId: instrument.id});
  const rows = buildPlanRows({instrument, entries, values: latest?.values ?? {}, period: latest?.assessment.period ?? '2000', locale, t});
  const chosen = rows.filter(({decision}) => decision === 'chosen');
  // A decision is changed from an assessment's roadmap; without any assessment there is nothing to plan.
  const editableAt = profile.archivedAt ? null : (latest?.assessment.id ?? newest?.id ?? null);
  const changeUrl = (code: string) => paths.planMeasure(editableAt ?? '', code);
  return (
    <>
      <PageTitle page={`${t('plan.title')} · ${formatCounty(profile, locale)}`} site={t('site.name')} />
      <p className="text-quiet">
        <a href={paths.profile(profile.id)}>{formatCounty(profile, locale)}</a> · {profile.industry}
      </p>
      <h1>{t('plan.title')}</h1>
      {profile.archivedAt ? <Notice look="warning">{t('errors.profile-archived')}</Notice> : null}
      <p className="my-3">
        {latest ? t('plan.as-of', {period: formatPeriod(latest.assessment.period, t)}) : t('plan.no-final')}{' '}
        {editableAt ? <a href={paths.roadmap(editableAt)}>{t('plan.to-roadmap')}</a> : null}
      </p>
      <section className="my-8">
        <h2>{t('plan.chosen-title')}</h2>
        {chosen.length === 0 ? (
          <p>{t('plan.none-chosen')}</p>
        ) : (
          <PlanTable rows={chosen} caption={t('plan.chosen-title')} words={buildPlanTableWords(t)} hrefOf={editableAt ? changeUrl : null} />
        )}
      </section>
      <SetAsideList
        rows={rows.filter(({decision}) => decision === 'setAside')}
        hrefOf={changeUrl}
        takeBack={editableAt ? ({code, revision}) => withdrawPlanAction.bind(null, editableAt, code, revision) : null}
        words={buildSetAsideWords(t)}
      />
    </>
  );
}
