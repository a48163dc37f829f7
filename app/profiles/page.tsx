import {z} from 'zod';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {Staircase} from '@/components/diagnosis/staircase';
import {Pagination} from '@/components/ui/pagination';
import {Button, ButtonLink} from '@/components/ui/button';
import {INPUT_LOOK} from '@/components/ui/field';
import {getSession} from '@/lib/access/session';
import {getLatestFinal} from '@/lib/db/latest-final';
import {PROFILES_PER_PAGE, type ProfileListing, type ProfileWithAssessments, listProfiles} from '@/lib/db/profiles';
import {formatCounty, formatCountyShort, formatRegion} from '@/lib/divisions/county-label';
import {formatDay, formatPeriod, formatPlacement} from '@/lib/format';
import {readTextParams} from '@/lib/http/read-params';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {getWords} from '@/lib/messages/request-locale';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {COMPARE_LIMIT, profileKey} from '@/lib/report/compare/selection';
import {buildStaircase} from '@/lib/report/staircase/build-staircase';

const listingSchema = z.object({
  search: z.string().catch(''),
  sort: z.enum(['updated', 'county', 'stage']).catch('updated'),
  archived: z.literal('1').transform(() => true).catch(false),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export default async function ProfilesPage({searchParams}: PageProps) {
  const [{locale, t}, params] = await Promise.all([getWords(), searchParams]);
  const listing: ProfileListing = listingSchema.parse(readTextParams(params));
  const {profiles, total} = await listProfiles(getSession().organisationId, listing);
  const {search, sort, archived, page} = listing;
  const hrefOf = (to: number) =>
    `${paths.profiles()}?${new URLSearchParams({...(search && {search}), sort, ...(archived && {archived: '1'}), page: String(to)})}`;
  return (
    <>
      <PageTitle page={t('profiles.title')} site={t('site.name')} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1>{t('profiles.title')}</h1>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <a href={paths.importArchive()}>{t('archive.import-link')}</a>
          <ButtonLink href={paths.newProfile()}>{t('profiles.new')}</ButtonLink>
        </div>
      </div>
      <form className="my-6 flex flex-wrap items-end gap-4">
        <label className="min-w-60 grow">
          {t('profiles.search')} <span className="text-sm text-quiet">{t('profiles.search-hint')}</span>
          <input name="search" type="search" defaultValue={search} className={INPUT_LOOK} />
        </label>
        <label>
          {t('profiles.sort')}
          <select name="sort" defaultValue={sort} className={INPUT_LOOK}>
            <option value="updated">{t('profiles.sort-updated')}</option>
            <option value="county">{t('profiles.sort-county')}</option>
            <option value="stage">{t('profiles.sort-stage')}</option>
          </select>
        </label>
        <label>
          {t('profiles.show')}
          <select name="archived" defaultValue={archived ? '1' : ''} className={INPUT_LOOK}>
            <option value="">{t('profiles.show-current')}</option>
            <option value="1">{t('profiles.show-archived')}</option>
          </select>
        </label>
        <Button look="secondary">{t('profiles.search-button')}</Button>
      </form>
      {total === 0 ? (
        <Empty search={search} archived={archived} t={t} />
      ) : (
        <form action={paths.compare()}>
          <p className="text-quiet">{t('profiles.count', {total})}</p>
          <ul className="my-4">
            {profiles.map((profile) => (
              <ProfileRow key={profile.id} profile={profile} locale={locale} t={t} />
            ))}
          </ul>
          <div className="flex flex-wrap items-center justify-between gap-4">
            <Button look="secondary">{t('profiles.compare-chosen', {limit: COMPARE_LIMIT})}</Button>
            <Pagination
              page={page}
              pages={Math.max(1, Math.ceil(total / PROFILES_PER_PAGE))}
              hrefOf={hrefOf}
              words={{
                label: t('profiles.pages'),
                at: t('profiles.page', {page, pages: Math.max(1, Math.ceil(total / PROFILES_PER_PAGE))}),
                previous: t('profiles.previous'),
                next: t('profiles.next'),
              }}
            />
          </div>
        </form>
      )}
    </>
  );
}

function Empty({search, archived, t}: {search: string; archived: boolean; t: Translate}) {
  if (search === '') return <p className="my-6">{archived ? t('profiles.empty-archived') : t('profiles.empty')}</p>;
  return (
    <p className="my-6">
      {t('profiles.none-found', {search})} <a href={paths.profiles()}>{t('profiles.show-all')}</a>
    </p>
  );
}

function ProfileRow({profile, locale, t}: {profile: ProfileWithAssessments; locale: Locale; t: Translate}) {
  const latest = getLatestFinal(profile);
  const name = formatCounty(profile, locale);
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-3">
      <input
        type="checkbox"
        name="c"
        value={profileKey(profile.id)}
        disabled={!latest}
        aria-label={t('profiles.choose', {name})}
        className="size-5"
      />
      <div className="min-w-60 grow basis-0">
        <a href={paths.profile(profile.id)} className="text-lg font-semibold">
          {name}
        </a>
        <p className="text-quiet">
          {profile.industry} · {formatRegion(profile, locale)}
        </p>
      </div>
      <div className="basis-56">
        {latest ? (
          <>
            <strong>{formatPlacement({...latest.diagnosis.interval, entering: latest.diagnosis.entering}, t)}</strong>
            <p className="text-sm text-quiet">{formatPeriod(latest.assessment.period, t)}</p>
          </>
        ) : (
          <span className="text-quiet">{t('stage.none')}</span>
        )}
        <p className="text-sm text-quiet">
          {t('profiles.changed')} {formatDay(profile.updatedAt, locale)}
        </p>
      </div>
      <div className="w-48">
        {latest ? (
          <Staircase
            idPrefix={`list-${profile.id}`}
            picture={buildStaircase({
              instrument: getInstrumentOrThrow(latest.assessment.instrumentId, latest.assessment.instrumentVersion).instrument,
              values: latest.values,
              diagnosis: latest.diagnosis,
              t,
              locale,
              name: formatCountyShort(profile, locale),
              layout: 'small',
            })}
            className="h-auto w-full"
          />
        ) : null}
      </div>
    </li>
  );
}
