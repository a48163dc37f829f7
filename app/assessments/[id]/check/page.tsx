import {redirect} from 'next/navigation';
import {loadAssessment} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {MeasureTable} from '@/components/diagnosis/measure-table';
import {TraitTable} from '@/components/diagnosis/trait-table';
import {OutboxNotice} from '@/components/questionnaire/outbox-notice';
import {Button} from '@/components/ui/button';
import {Notice} from '@/components/ui/notice';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {finaliseAction} from '@/lib/actions/assessment-actions';
import {getTraitsOf} from '@/lib/db/read-traits';
import {parseErrorCode} from '@/lib/errors';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildMeasureSections} from '@/lib/report/measure-rows';
import {buildMeasureTableWords} from '@/lib/report/measure-table-words';
import {buildOutboxWords} from '@/lib/report/outbox-words';
import {getProgress} from '@/lib/report/progress';
import {buildTraitRows} from '@/lib/report/trait-rows';
import {AssessmentHeading} from '../assessment-heading';

export default async function CheckPage({params, searchParams}: PageProps<{id: string}>) {
  const [{locale, t}, {assessment, registered}, {error}] = await Promise.all([getWords(), loadAssessment((await params).id), searchParams]);
  const {id, answers, traitAnswers} = assessment;
  if (!canEditAssessment(assessment)) redirect(paths.assessment(id));
  const {instrument, benchmarks} = registered;
  const traits = getTraitsOf(assessment).instrument;
  const progress = getProgress(instrument, answers);
  const unknown = progress.total - answers.filter(({confirmed, value}) => confirmed && value !== 'unknown').length - progress.toConfirm;
  const failed = parseErrorCode(error);
  return (
    <>
      <PageTitle page={t('check.title')} site={t('site.name')} />
      <AssessmentHeading assessment={assessment} locale={locale} t={t} />
      <p className="text-quiet">
        <a href={paths.assessment(id)}>{t('assessment.tasks')}</a>
      </p>
      <h1>{t('check.title')}</h1>
      {failed ? (
        <Notice look="alert" role="alert">
          {t(`errors.${failed}`, {id: ''})}
        </Notice>
      ) : null}
      <OutboxNotice assessment={id} words={buildOutboxWords(t)} />
      <p className="my-3">{t('check.lead')}</p>
      {unknown > 0 ? <Notice look="warning">{t('check.count-unknown', {count: unknown})}</Notice> : null}
      {progress.toConfirm > 0 ? <Notice look="alert">{t('check.count-unconfirmed', {count: progress.toConfirm})}</Notice> : null}
      <MeasureTable
        sections={buildMeasureSections({instrument, benchmarks, answers, editableId: id, locale, t})}
        words={buildMeasureTableWords(instrument, t, true)}
        idOf={(code) => code}
      />
      <section className="my-8">
        <h2>
          {traits.title[locale]} <span className="font-normal text-quiet">{t('traits.optional')}</span>
        </h2>
        {traitAnswers.length > 0 ? (
          <TraitTable
            rows={buildTraitRows(traits, traitAnswers, {locale, t})}
            words={{trait: t('traits.trait'), description: t('traits.description'), stage: t('traits.stage')}}
          />
        ) : (
          <p className="text-quiet">{t('traits.missing')}</p>
        )}
        <a href={paths.traits(id)}>{traitAnswers.length > 0 ? t('traits.change') : t('traits.fill')}</a>
      </section>
      <form action={finaliseAction.bind(null, id)} className="mt-8">
        <p className="my-3">{t('check.finalise-text')}</p>
        <Button disabled={progress.toConfirm > 0 || answers.length === 0}>{t('check.finalise')}</Button>
        {answers.length === 0 ? <p className="mt-2 text-quiet">{t('errors.nothing-answered')}</p> : null}
      </form>
    </>
  );
}
