import {loadProfile} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {Staircase} from '@/components/diagnosis/staircase';
import {Button, ButtonLink} from '@/components/ui/button';
import {Notice} from '@/components/ui/notice';
import {archiveProfileAction, restoreProfileAction} from '@/lib/actions/profile-actions';
import {getLatestFinal} from '@/lib/db/latest-final';
import type {ProfileWithAssessments} from '@/lib/db/profiles';
import {readSnapshot} from '@/lib/db/snapshot';
import {formatCounty, formatRegion} from '@/lib/divisions/county-label';
import {parseErrorCode} from '@/lib/errors';
import {formatDay, formatFigure, formatPeriod, formatPlacement} from '@/lib/format';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {getWords} from '@/lib/messages/request-locale';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {benchmarkKey, profileKey} from '@/lib/report/compare/selection';
import {listFigureFields} from '@/lib/report/profile-form';
import {buildStaircase} from '@/lib/report/staircase/build-staircase';

export default async function ProfilePage({params, searchParams}: PageProps<{id: string}>) {
  const [{locale, t}, profile, {error}] = await Promise.all([getWords(), loadProfile((await params).id), searchParams]);
  const {id, archivedAt} = profile;
  const failed = parseErrorCode(error);
  const {benchmarks} = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
  const compared = [profileKey(id), ...benchmarks.map((benchmark) => benchmarkKey(benchmark.id))];
  return (
    <>
      <PageTitle page={formatCounty(profile, locale)} site={t('site.name')} />
      <p className="text-quiet">
        <a href={paths.profiles()}>{t('profiles.title')}</a>
      </p>
      <h1>{formatCounty(profile, locale)}</h1>
      <p className="text-lg">
        {profile.industry} · {formatRegion(profile, locale)}
        {profile.divisionCode ? ` · ${profile.divisionCode}` : ''}
      </p>
      {failed ? (
        <Notice look="alert" role="alert">
          {t(`errors.${failed}`, {id: ''})}
        </Notice>
      ) : null}
      {archivedAt ? <Notice look="warning">{t('profile.archived', {when: archivedAt})}</Notice> : null}
      <div className="my-5 flex flex-wrap gap-4">
        {archivedAt ? null : <ButtonLink href={paths.newAssessment(id)}>{t('profile.new-assessment')}</ButtonLink>}
        {getLatestFinal(profile) ? (
          <ButtonLink href={paths.compare(compared)} look="secondary">
            {t('profile.compare')}
          </ButtonLink>
        ) : null}
        {profile.assessments.length > 0 ? (
          <ButtonLink href={paths.profilePlan(id)} look="secondary">
            {t('plan.link')}
          </ButtonLink>
        ) : null}
      </div>
      <h2 className="mt-8">{t('profile.assessments')}</h2>
      {profile.assessments.length === 0 ? <p className="my-3">{t('profile.no-assessments')}</p> : null}
      <ul className="my-3">
        {profile.assessments.map((assessment) => (
          <AssessmentRow key={assessment.id} assessment={assessment} name={formatPeriod(assessment.period, t)} locale={locale} t={t} />
        ))}
      </ul>
      <Figures profile={profile} locale={locale} t={t} />
      <div className="mt-8 flex flex-wrap gap-4">
        <ButtonLink href={paths.editProfile(id)} look="secondary">
          {t('profile.edit')}
        </ButtonLink>
        <form action={archivedAt ? restoreProfileAction.bind(null, id) : archiveProfileAction.bind(null, id)}>
          <Button look="secondary">{archivedAt ? t('profile.restore') : t('profile.archive')}</Button>
        </form>
      </div>
      <p className="mt-6 max-w-3xl">
        <a href={paths.archive(id)} download>
          {t('archive.download')}
        </a>{' '}
        <span className="text-sm text-quiet">{t('archive.download-hint')}</span>
      </p>
    </>
  );
}

type AssessmentRowProps = {assessment: ProfileWithAssessments['assessments'][number]; name: string; locale: Locale; t: Translate};

function AssessmentRow({assessment, name, locale, t}: AssessmentRowProps) {
  const {id, status, revision, filledBy, finalisedAt, updatedAt} = assessment;
  const snapshot = readSnapshot(assessment);
  const {instrument} = getInstrumentOrThrow(assessment.instrumentId, assessment.instrumentVersion);
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-3">
      <div className="min-w-60 grow basis-0">
        <a href={status === 'final' ? paths.result(id) : paths.assessment(id)} className="font-semibold">
          {name}
          {revision > 1 ? ` · ${t('profile.revision', {revision})}` : ''}
        </a>
        <p className="text-sm text-quiet">
          {filledBy} · {status === 'final' ? t('profile.status-final') : t('profile.status-draft')} · {formatDay(finalisedAt ?? updatedAt, locale)}
        </p>
      </div>
      {snapshot ? (
        <>
          <div className="basis-56">
            <strong>{formatPlacement({...snapshot.diagnosis.interval, entering: snapshot.diagnosis.entering}, t)}</strong>
            <p className="text-sm text-quiet">
              {t('profile.coverage')}: {snapshot.diagnosis.stages.map(({code, inPlace, applicable}) => `${code} ${inPlace}/${applicable}`).join(' · ')}
            </p>
          </div>
          <div className="w-48">
            <Staircase
              idPrefix={`row-${id}`}
              picture={buildStaircase({instrument, ...snapshot, t, locale, name, layout: 'small'})}
              className="h-auto w-full"
            />
          </div>
        </>
      ) : null}
    </li>
  );
}

function Figures({profile, locale, t}: {profile: ProfileWithAssessments; locale: Locale; t: Translate}) {
  const {figuresYear} = profile;
  if (figuresYear === null) return null;
  return (
    <section className="mt-8">
      <h2>{t('profile.figures-title', {year: String(figuresYear)})}</h2>
      <dl className="my-3 grid max-w-xl grid-cols-[1fr_auto] gap-x-6 gap-y-1">
        {listFigureFields(t)
          .filter(({name}) => name !== 'figuresYear' && profile[name] !== null)
          .map(({name, label}) => (
            <div key={name} className="contents">
              <dt>{label}</dt>
              <dd className="text-right tabular-nums">{formatFigure(profile[name], locale)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
