import {loadAssessment} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {OutboxNotice} from '@/components/questionnaire/outbox-notice';
import {OptionalTask} from '@/components/questionnaire/optional-task';
import {TaskList} from '@/components/questionnaire/task-list';
import {Button, ButtonLink} from '@/components/ui/button';
import {Notice} from '@/components/ui/notice';
import {getAnsweringName} from '@/lib/access/answering-name';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {deleteDraftAction} from '@/lib/actions/assessment-actions';
import {getTraitsOf} from '@/lib/db/read-traits';
import {parseErrorCode} from '@/lib/errors';
import {formatPeriod} from '@/lib/format';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildOutboxWords} from '@/lib/report/outbox-words';
import {getProgress} from '@/lib/report/progress';
import {buildTaskList} from '@/lib/report/task-list';
import {buildTraitTask} from '@/lib/report/trait-task';
import {AssessmentHeading} from './assessment-heading';

export default async function AssessmentPage({params, searchParams}: PageProps<{id: string}>) {
  const [{locale, t}, {assessment, registered}, {error, imported}] = await Promise.all([getWords(), loadAssessment((await params).id), searchParams]);
  const {instrument} = registered;
  const {id, basedOn, filledBy} = assessment;
  const who = (await getAnsweringName()) ?? filledBy;
  const progress = getProgress(instrument, assessment.answers);
  const editable = canEditAssessment(assessment);
  const failed = parseErrorCode(error);
  const importedCount = typeof imported === 'string' && /^\d{1,3}$/.test(imported) ? Number(imported) : 0;
  const toConfirm = progress.toConfirm > 0 ? t('assessment.to-confirm', {count: progress.toConfirm}) : '';
  return (
    <>
      <PageTitle page={t('assessment.tasks')} site={t('site.name')} />
      <AssessmentHeading assessment={assessment} locale={locale} t={t} />
      <h1>{t('assessment.tasks')}</h1>
      {failed ? <Notice look="alert" role="alert">{t(`errors.${failed}`, {id: ''})}</Notice> : null}
      {importedCount > 0 ? <Notice role="status">{t('import.done', {count: importedCount})}</Notice> : null}
      {assessment.status === 'final' ? <Notice>{t('assessment.final-note')}</Notice> : null}
      {assessment.profile.archivedAt ? <Notice look="warning">{t('errors.profile-archived')}</Notice> : null}
      <OutboxNotice assessment={id} words={buildOutboxWords(t)} />
      <p className="my-3 text-lg">
        {t('assessment.progress', {answered: progress.answered, total: progress.total})}
        {toConfirm}
        {basedOn ? ` · ${t('assessment.based-on', {from: formatPeriod(basedOn.period, t)})}` : ''}
      </p>
      <p className="my-3">
        {editable ? (
          <>
            {t('changes.answering-as', {who})} <a href={paths.answeringName(id)}>{t('changes.change-name')}</a>
            {' · '}
          </>
        ) : null}
        <a href={paths.changes(id)}>{t('changes.title')}</a>
      </p>
      <div className="my-4 flex flex-wrap gap-4">
        {editable && progress.next ? (
          <ButtonLink href={paths.category(id, progress.next.code)}>
            {t('assessment.continue', {category: progress.next.name[locale]})}
          </ButtonLink>
        ) : null}
        {editable ? (
          <ButtonLink href={paths.check(id)} look={progress.next ? 'secondary' : 'primary'}>
            {t('assessment.check')}
          </ButtonLink>
        ) : null}
        {progress.answered > 0 ? (
          <ButtonLink href={paths.result(id)} look={editable ? 'secondary' : 'primary'}>
            {editable ? t('assessment.provisional') : t('assessment.see-result')}
          </ButtonLink>
        ) : null}
      </div>
      {editable ? (
        <p className="my-3">
          <a href={paths.importAnswers(id)}>{t('import.link')}</a> <span className="text-quiet">{t('import.link-text')}</span>
        </p>
      ) : null}
      <TaskList stages={buildTaskList(progress, {assessmentId: id, editable, locale, t})} />
      <OptionalTask
        heading={t('traits.heading')}
        text={t('traits.task-text')}
        task={buildTraitTask(getTraitsOf(assessment).instrument, assessment.traitAnswers, {assessmentId: id, editable, locale, t})}
      />
      {editable ? (
        <details className="mt-12">
          <summary className="text-alert">{t('assessment.delete')}</summary>
          <p className="my-2">{t('assessment.delete-text')}</p>
          <form action={deleteDraftAction.bind(null, id)}>
            <Button look="warning">{t('assessment.delete-confirm')}</Button>
          </form>
        </details>
      ) : null}
    </>
  );
}
