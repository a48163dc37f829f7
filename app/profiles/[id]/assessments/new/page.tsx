import {randomUUID} from 'node:crypto';
import {loadProfile} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {AssessmentForm} from '@/components/questionnaire/assessment-form';
import {TemplateFiles} from '@/components/questionnaire/template-files';
import {Notice} from '@/components/ui/notice';
import {createAssessmentAction} from '@/lib/actions/assessment-actions';
import {listPeriods} from '@/lib/answers/period';
import {formatCounty} from '@/lib/divisions/county-label';
import {formatPeriod} from '@/lib/format';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildTemplateLinks} from '@/lib/report/template-links';

export default async function NewAssessmentPage({params}: PageProps<{id: string}>) {
  const [{locale, t}, profile] = await Promise.all([getWords(), loadProfile((await params).id)]);
  const last = profile.assessments.find(({status}) => status === 'final');
  const taken = new Set(profile.assessments.map(({period}) => period));
  const year = new Date().getFullYear();
  const periods = listPeriods(year).filter((period) => !taken.has(period));
  return (
    <>
      <PageTitle page={t('assessment.new-title')} site={t('site.name')} />
      <p className="text-quiet">
        <a href={paths.profile(profile.id)}>{formatCounty(profile, locale)}</a> · {profile.industry}
      </p>
      <h1>{t('assessment.new-title')}</h1>
      {profile.archivedAt ? (
        <Notice look="warning">{t('errors.profile-archived')}</Notice>
      ) : (
        <AssessmentForm
          action={createAssessmentAction.bind(null, profile.id)}
          periods={periods.map((value) => ({value, label: formatPeriod(value, t)}))}
          initial={{saveId: randomUUID(), period: taken.has(String(year)) ? '' : String(year), filledBy: last?.filledBy ?? ''}}
          carryOver={last ? t('assessment.start-last', {from: formatPeriod(last.period, t)}) : null}
          cancelUrl={paths.profile(profile.id)}
          words={{
            errorTitle: t('site.error-title'),
            offline: t('questionnaire.offline'),
            period: t('assessment.period'),
            periodHint: t('assessment.period-hint'),
            periodChoose: t('assessment.period-choose'),
            filledBy: t('assessment.filled-by'),
            filledByHint: t('assessment.filled-by-hint'),
            start: t('assessment.start'),
            startBlank: t('assessment.start-blank'),
            create: t('assessment.create'),
            cancel: t('profile.cancel'),
          }}
        />
      )}
      {profile.archivedAt ? null : <TemplateFiles {...buildTemplateLinks(t)} />}
    </>
  );
}
