import {loadAssessment} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {NameForm} from '@/components/questionnaire/name-form';
import {getAnsweringName} from '@/lib/access/answering-name';
import {saveAnsweringNameAction} from '@/lib/actions/answering-name-actions';
import {readTextParams} from '@/lib/http/read-params';
import {listCategories} from '@/lib/instrument/list-measures';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {AssessmentHeading} from '../assessment-heading';

export default async function NamePage({params, searchParams}: PageProps<{id: string}>) {
  const [{locale, t}, {assessment, registered}, given, name] = await Promise.all([
    getWords(),
    loadAssessment((await params).id),
    searchParams,
    getAnsweringName(),
  ]);
  const {id, filledBy} = assessment;
  const asked = readTextParams(given).category;
  const category = listCategories(registered.instrument).find((each) => each.category.code === asked)?.category.code ?? '';
  return (
    <>
      <PageTitle page={t('changes.name-title')} site={t('site.name')} />
      <AssessmentHeading assessment={assessment} locale={locale} t={t} />
      <h1>{t('changes.name-title')}</h1>
      <p className="my-3">{t('changes.name-lead')}</p>
      <NameForm
        action={saveAnsweringNameAction}
        assessmentId={id}
        category={category}
        name={name ?? filledBy}
        cancelUrl={category === '' ? paths.assessment(id) : paths.category(id, category)}
        words={{
          errorTitle: t('site.error-title'),
          offline: t('questionnaire.offline'),
          label: t('changes.name-label'),
          save: t('changes.name-save'),
          cancel: t('profile.cancel'),
        }}
      />
    </>
  );
}
