import {z} from 'zod';
import {loadAssessment} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {ChangeList} from '@/components/changes/change-list';
import {PrintHeader} from '@/components/diagnosis/print-header';
import {PageTitle} from '@/components/layout/page-title';
import {Button} from '@/components/ui/button';
import {INPUT_LOOK} from '@/components/ui/field';
import {Notice} from '@/components/ui/notice';
import {Pagination} from '@/components/ui/pagination';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {getSession} from '@/lib/access/session';
import {restoreAnswerAction} from '@/lib/actions/restore-answer-action';
import {CHANGES_PER_PAGE, listChanges} from '@/lib/db/changes';
import {getTraitsOf} from '@/lib/db/read-traits';
import {formatCounty} from '@/lib/divisions/county-label';
import {parseErrorCode} from '@/lib/errors';
import {formatPeriod} from '@/lib/format';
import {readTextParams} from '@/lib/http/read-params';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getWords} from '@/lib/messages/request-locale';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {buildChangeLog} from '@/lib/report/change-log';
import {AssessmentHeading} from '../assessment-heading';

const listingSchema = z.object({measure: z.string().catch(''), page: z.coerce.number().int().min(1).max(100_000).catch(1)});

export default async function ChangesPage({params, searchParams}: PageProps<{id: string}>) {
  const [{locale, t}, {assessment, registered}, given] = await Promise.all([getWords(), loadAssessment((await params).id), searchParams]);
  const {id, answers, traitAnswers, status, profile} = assessment;
  const {instrument} = registered;
  const {instrument: traits} = getTraitsOf(assessment);
  const {measure, page} = listingSchema.parse(readTextParams(given));
  const {changes, total} = await listChanges(getSession().organisationId, id, {about: measure, page});
  const pages = Math.max(1, Math.ceil(total / CHANGES_PER_PAGE));
  const editable = canEditAssessment(assessment);
  const failed = parseErrorCode(given.error);
  const [county, period, version] = [formatCounty(profile, locale), formatPeriod(assessment.period, t), `${instrument.id} ${instrument.version}`];
  return (
    <>
      <PageTitle page={t('changes.title')} site={t('site.name')} />
      <PrintHeader
        line={t('result.header', {county, period, instrument: version})}
        note={`${county} · ${profile.industry} · ${t('assessment.filled-by-line', {period, filledBy: assessment.filledBy, instrument: version})}`}
        page={t('result.page-of', {page: '{page}', pages: '{pages}'})}
        title={t('site.name')}
      />
      <AssessmentHeading assessment={assessment} locale={locale} t={t} />
      <p className="text-quiet print:hidden">
        <a href={paths.assessment(id)}>{t('assessment.tasks')}</a>
      </p>
      <h1>{t('changes.title')}</h1>
      {failed ? (
        <Notice look="alert" role="alert">
          {t(`errors.${failed}`, {id: ''})}
        </Notice>
      ) : null}
      <p className="my-3">{status === 'final' ? t('changes.final-note') : t('changes.lead')}</p>
      <form className="my-5 flex flex-wrap items-end gap-4">
        <label className="min-w-0 max-w-full">
          {t('changes.filter')}
          <select name="measure" defaultValue={measure} className={INPUT_LOOK}>
            <option value="">{t('changes.filter-all')}</option>
            <optgroup label={t('changes.filter-measures')}>
              {listMeasures(instrument).map((placed) => (
                <option key={placed.measure.code} value={placed.measure.code}>
                  {placed.measure.code} {placed.measure.name[locale]}
                </option>
              ))}
            </optgroup>
            <optgroup label={traits.title[locale]}>
              {traits.traits.map((trait) => (
                <option key={trait.id} value={trait.id}>
                  {trait.name[locale]}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        <Button look="secondary" className="print:hidden">
          {t('changes.filter-button')}
        </Button>
      </form>
      <p className="text-quiet">{countEntries(t, changes.length, total, (page - 1) * CHANGES_PER_PAGE)}</p>
      <ChangeList
        entries={buildChangeLog({assessmentId: id, changes, answers, traits, traitAnswers, editable, instrument, locale, t})}
        restore={restoreAnswerAction.bind(null, id)}
        filter={measure}
        words={{becomes: t('changes.becomes'), restore: t('changes.restore')}}
      />
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => paths.changes(id, measure, to)}
        words={{label: t('profiles.pages'), at: t('profiles.page', {page, pages}), previous: t('profiles.previous'), next: t('profiles.next')}}
      />
    </>
  );
}

/** What of the log is shown; on paper nothing else tells that there is more. */
function countEntries(t: Translate, shown: number, total: number, before: number): string {
  if (total === 0) return t('changes.empty');
  return shown === 0 || shown === total ? t('changes.count', {total}) : t('changes.range', {first: before + 1, last: before + shown, total});
}
