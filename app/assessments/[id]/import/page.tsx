import {redirect} from 'next/navigation';
import {isFormSent} from '@/app/is-form-sent';
import {loadAssessment} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {ImportPanel} from '@/components/import/import-panel';
import {PageTitle} from '@/components/layout/page-title';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {importAnswersAction} from '@/lib/actions/import-answers';
import {MAX_FILE_MEGABYTES} from '@/lib/files/read/read-filled-file';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {AssessmentHeading} from '../assessment-heading';

export default async function ImportPage({params}: PageProps<{id: string}>) {
  const [{locale, t}, {assessment}] = await Promise.all([getWords(), loadAssessment((await params).id)]);
  const {id} = assessment;
  if (!canEditAssessment(assessment) && !(await isFormSent())) redirect(paths.assessment(id));
  return (
    <>
      <PageTitle page={t('import.title')} site={t('site.name')} />
      <AssessmentHeading assessment={assessment} locale={locale} t={t} />
      <p className="text-quiet">
        <a href={paths.assessment(id)}>{t('assessment.tasks')}</a>
      </p>
      <h1>{t('import.title')}</h1>
      <p className="my-3">{t('import.lead')}</p>
      <ImportPanel
        action={importAnswersAction}
        assessmentId={id}
        maxBytes={MAX_FILE_MEGABYTES * 1024 * 1024}
        words={{
          errorTitle: t('site.error-title'),
          offline: t('questionnaire.offline'),
          file: t('import.file'),
          fileHint: t('import.file-hint', {max: MAX_FILE_MEGABYTES}),
          read: t('import.read'),
          busy: t('import.busy'),
          readOther: t('import.read-other'),
          tooLarge: t('file.too-large', {max: MAX_FILE_MEGABYTES}),
          fromFile: t('import.from-file'),
          changes: t('import.changes'),
          apply: t('import.apply'),
          was: t('import.was'),
          becomes: t('import.becomes'),
          empty: t('import.empty'),
        }}
      />
      <section className="my-8">
        <h2>{t('import.get')}</h2>
        <p className="my-2">{t('import.get-text')}</p>
        <ul className="list-disc pl-5">
          <li>
            <a href={paths.reportFile(id, 'xlsx', locale)}>{t('import.get-filled')}</a>
          </li>
          <li>
            <a href={paths.template(locale)}>{t('import.get-blank')}</a>
          </li>
        </ul>
      </section>
    </>
  );
}
