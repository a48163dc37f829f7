import {redirect} from 'next/navigation';
import {isFormSent} from '@/app/is-form-sent';
import {loadAssessment} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {TraitForm} from '@/components/questionnaire/trait-form';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {saveTraitsAction} from '@/lib/actions/save-traits';
import {getTraitsOf} from '@/lib/db/read-traits';
import {formatPeriod} from '@/lib/format';
import {getContent} from '@/lib/instrument/registry';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildTraitPage} from '@/lib/report/trait-page';
import {AssessmentHeading} from '../assessment-heading';

export default async function TraitsPage({params}: PageProps<{id: string}>) {
  const [{locale, t}, {assessment}] = await Promise.all([getWords(), loadAssessment((await params).id)]);
  const {id, basedOn} = assessment;
  if (!canEditAssessment(assessment) && !(await isFormSent())) redirect(paths.assessment(id));
  const {instrument} = getTraitsOf(assessment);
  const page = buildTraitPage({
    assessmentId: id,
    instrument,
    answers: assessment.traitAnswers,
    carriedFrom: basedOn ? formatPeriod(basedOn.period, t) : '',
    sources: getContent().sources,
    locale,
    t,
  });
  return (
    <>
      <PageTitle page={instrument.title[locale]} site={t('site.name')} />
      <AssessmentHeading assessment={assessment} locale={locale} t={t} />
      <p className="text-quiet">
        <a href={paths.assessment(id)}>{t('assessment.tasks')}</a> · {t('traits.optional')}
      </p>
      <h1>{instrument.title[locale]}</h1>
      <TraitForm page={page} action={saveTraitsAction} />
    </>
  );
}
