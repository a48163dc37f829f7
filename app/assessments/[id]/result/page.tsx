import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {BenchmarkPictures} from '@/components/diagnosis/benchmark-pictures';
import {ClusterSection} from '@/components/diagnosis/cluster-section';
import {CoverageTable} from '@/components/diagnosis/coverage-table';
import {FourReadings} from '@/components/diagnosis/four-readings';
import {HowSure} from '@/components/diagnosis/how-sure';
import {MeasureTable} from '@/components/diagnosis/measure-table';
import {OtherRules} from '@/components/diagnosis/other-rules';
import {PrintHeader} from '@/components/diagnosis/print-header';
import {StaircaseFigure} from '@/components/diagnosis/staircase-figure';
import {ReportActions} from '@/components/report/report-actions';
import {Button, ButtonLink} from '@/components/ui/button';
import {Notice} from '@/components/ui/notice';
import {WhatIfTrial} from '@/components/what-if/what-if-trial';
import {getSession} from '@/lib/access/session';
import {reopenAction} from '@/lib/actions/assessment-actions';
import {findNewerRevision} from '@/lib/db/assessments';
import {parseErrorCode} from '@/lib/errors';
import {formatPeriod} from '@/lib/format';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {benchmarkKey, profileKey} from '@/lib/report/compare/selection';
import {buildCoverageWords} from '@/lib/report/coverage-words';
import {buildMeasureTableWords} from '@/lib/report/measure-table-words';
import {getProgress} from '@/lib/report/progress';
import {buildReportActions} from '@/lib/report/report-actions';
import {buildWhatIfWords} from '@/lib/report/what-if/what-if';
import {AssessmentHeading} from '../assessment-heading';
import {anchor, loadResult} from './load-result';
import {RereadOffer} from './reread-offer';
import {RoadmapSection} from './roadmap-section';

export default async function ResultPage({params, searchParams}: PageProps<{id: string}>) {
  const [{id}, {error}, {locale, t}] = await Promise.all([params, searchParams, getWords()]);
  const view = await loadResult(id, locale, t);
  const {assessment, instrument, benchmarks, county, editable, result} = view;
  const {profile, period, finalisedAt} = assessment;
  const progress = getProgress(instrument, assessment.answers);
  const actions = buildReportActions(id, locale, t);
  const newer = await findNewerRevision(getSession().organisationId, assessment);
  const failed = parseErrorCode(error);
  const version = `${instrument.id} ${instrument.version}`;
  const dated = `${formatPeriod(period, t)}${assessment.status === 'draft' ? ` · ${t('result.draft-mark')}` : ''}`;

  return (
    <article>
      <PageTitle page={`${t('result.title')} · ${county} · ${formatPeriod(period, t)}`} site={t('site.name')} />
      <PrintHeader
        line={t('result.header', {county, period: dated, instrument: version})}
        note={`${profile.industry} · ${t('assessment.filled-by-line', {period: dated, filledBy: assessment.filledBy, instrument: version})}`}
        page={t('result.page-of', {page: '{page}', pages: '{pages}'})}
        title={t('site.name')}
      />
      <AssessmentHeading assessment={assessment} locale={locale} t={t} />
      {failed ? (
        <Notice look="alert" role="alert">
          {t(`errors.${failed}`, {id: ''})}
        </Notice>
      ) : null}
      {newer ? (
        <Notice look="warning">
          {t('result.newer')} <a href={paths.result(newer)}>{t('result.newer-link')}</a>
        </Notice>
      ) : null}
      <RereadOffer assessmentId={id} instrument={instrument} t={t} />
      {assessment.status === 'draft' ? (
        <Notice look="warning">{t('result.provisional', {answered: progress.answered, total: progress.total})}</Notice>
      ) : null}
      <h1>{result.headline}</h1>
      <p className="text-quiet print:hidden">
        {profile.industry} · {dated}
        {finalisedAt ? ` · ${t('result.finalised', {when: finalisedAt})}` : ''}
      </p>

      <ReportActions view={actions} label={t('report-page.title')}>
        <ButtonLink href={actions.open.href}>{actions.open.label}</ButtonLink>
      </ReportActions>

      <StaircaseFigure {...view.figure} className="my-6" />

      <section className="break-inside-avoid">
        <h2>{t('result.why')}</h2>
        <ul className="my-2 list-disc space-y-1 pl-6">
          {result.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </section>

      <section className="my-8 break-inside-avoid">
        <h2>{t('result.coverage')}</h2>
        <p>{result.coverage.rule}</p>
        <CoverageTable rows={result.coverage.rows} words={buildCoverageWords(t)} />
      </section>

      <ClusterSection
        heading={t('traits.heading')}
        match={view.match}
        missing={{text: t('traits.missing'), link: editable ? {href: paths.traits(id), label: t('traits.fill')} : null}}
        words={{
          advice: t('traits.advice'),
          benchmarks: t('traits.benchmarks'),
          trait: t('traits.trait'),
          description: t('traits.description'),
          stage: t('traits.stage'),
        }}
      />

      <section className="my-8 break-inside-avoid">
        <h2>{t('result.gaps')}</h2>
        {result.gaps.map((gap) => (
          <p key={gap} className="my-1">
            {gap}
          </p>
        ))}
      </section>

      <HowSure view={view.howSure} />

      <RoadmapSection
        assessmentId={id}
        roadmap={result.roadmap}
        plan={view.plan}
        editable={!profile.archivedAt}
        hrefOf={anchor}
        t={t}
      />

      <section className="my-8 break-inside-avoid">
        <h2>{t('result.stage-meaning')}</h2>
        <p>{result.meaning.pair}</p>
        <p>
          <strong>{t('result.government')}</strong>
          {result.meaning.government}
        </p>
        <p>
          <strong>{t('result.market')}</strong>
          {result.meaning.market}
        </p>
      </section>

      <section className="my-8 break-inside-avoid">
        <h2>{t('result.compare-title')}</h2>
        <p>{t('result.compare-text')}</p>
        <BenchmarkPictures pictures={view.pictures} />
        {assessment.status === 'final' ? (
          <p className="print:hidden">
            <a href={paths.compare([profileKey(profile.id), ...benchmarks.map((benchmark) => benchmarkKey(benchmark.id))])}>{t('result.compare-link')}</a>
          </p>
        ) : null}
      </section>

      <FourReadings view={view.fourReadings} />
      <OtherRules view={view.otherRules} />
      <WhatIfTrial whatIf={view.whatIf} words={buildWhatIfWords(t)} />

      <section className="my-8">
        <h2>{t('result.measures', {total: progress.total})}</h2>
        <MeasureTable
          sections={view.sections}
          words={buildMeasureTableWords(instrument, t, editable)}
          idOf={(code) => code}
        />
      </section>

      <footer className="mt-8 border-t border-line pt-3 text-sm text-quiet">
        <p className="wrap-anywhere">{t('result.made-with', {id: instrument.id, version: instrument.version, hash: assessment.instrumentHash})}</p>
        <p>{t('result.not-audit')}</p>
        <p className="print:hidden">
          <a href={paths.method()}>{t('method.link')}</a>
        </p>
      </footer>

      <div className="mt-6 flex flex-wrap gap-4 print:hidden">
        {editable ? (
          <ButtonLink href={paths.assessment(id)}>{t('result.edit')}</ButtonLink>
        ) : profile.archivedAt ? null : (
          <form action={reopenAction.bind(null, id)}>
            <Button look="secondary">{t('result.reopen')}</Button>
          </form>
        )}
        <p className="self-center text-quiet">{t('result.print-hint')}</p>
      </div>
    </article>
  );
}
