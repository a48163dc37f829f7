import {notFound} from 'next/navigation';
import {loadAssessment} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {PlanForm} from '@/components/plan/plan-form';
import {Button} from '@/components/ui/button';
import {Notice} from '@/components/ui/notice';
import {getSession} from '@/lib/access/session';
import {savePlanAction, withdrawPlanAction} from '@/lib/actions/plan-actions';
import {listPlan} from '@/lib/db/plan';
import {readAssessment} from '@/lib/db/read-assessment';
import {readTextParams} from '@/lib/http/read-params';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildPlanForm} from '@/lib/report/plan-form';
import {AssessmentHeading} from '../../assessment-heading';

export default async function PlanMeasurePage({params, searchParams}: PageProps<{id: string; measure: string}>) {
  const {id, measure: code} = await params;
  const [{locale, t}, {assessment, registered}, query] = await Promise.all([getWords(), loadAssessment(id), searchParams]);
  const {profile, profileId, instrumentId, period} = assessment;
  const placed = listMeasures(registered.instrument).find(({measure}) => measure.code === code);
  if (!placed) notFound();
  const {measure, category, stage} = placed;
  const stored = (await listPlan(getSession().organisationId, {profileId, instrumentId})).find((entry) => entry.measure === code);
  const {values} = readAssessment(assessment, registered);
  const title = `${code} ${measure.name[locale]}`;
  return (
    <>
      <PageTitle page={`${t('plan.title')} · ${title}`} site={t('site.name')} />
      <AssessmentHeading assessment={assessment} locale={locale} t={t} />
      <p className="text-quiet">
        <a href={paths.roadmap(id)}>{t('plan.back')}</a>
      </p>
      <h1>{title}</h1>
      <p className="text-quiet">
        {t('stage.numeral', {stage: String(stage.number)})} · {category.name[locale]}
      </p>
      <dl className="my-4 grid max-w-3xl gap-x-4 gap-y-1 sm:grid-cols-[8rem_1fr]">
        <dt className="text-quiet">{t('result.roadmap-now')}</dt>
        <dd>{t(`answer.${values[code] ?? 'unknown'}`)}</dd>
        <dt className="text-quiet">{t('result.roadmap-how')}</dt>
        <dd>{measure.inPlaceWhen[locale]}</dd>
      </dl>
      {profile.archivedAt ? (
        <Notice look="warning">{t('errors.profile-archived')}</Notice>
      ) : (
        <>
          <p className="max-w-3xl">{t('plan.kept')}</p>
          <PlanForm
            action={savePlanAction.bind(null, id, code)}
            view={buildPlanForm({stored, wanted: readTextParams(query).decision ?? '', period, t})}
            cancelUrl={paths.roadmap(id)}
          />
          {stored ? (
            <form action={withdrawPlanAction.bind(null, id, code, stored.revision)} className="mt-8 border-t border-line pt-4">
              <p className="mb-3">{t('plan.withdraw-text')}</p>
              <Button look="secondary">{t('plan.withdraw')}</Button>
            </form>
          ) : null}
        </>
      )}
    </>
  );
}
