import {PageTitle} from '@/components/layout/page-title';
import {BenchmarkPictures} from '@/components/diagnosis/benchmark-pictures';
import {ButtonLink} from '@/components/ui/button';
import {getSession} from '@/lib/access/session';
import {listRecentDrafts} from '@/lib/db/profiles';
import {readBenchmarks} from '@/lib/diagnosis/read-benchmarks';
import {formatCounty} from '@/lib/divisions/county-label';
import {formatPeriod} from '@/lib/format';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {benchmarkKey} from '@/lib/report/compare/selection';
import {buildBenchmarkPictures} from '@/lib/report/benchmark-pictures';
import {getProgress} from '@/lib/report/progress';

const SHOWN_DRAFTS = 5;

// The drafts are read anew at each visit.
export const dynamic = 'force-dynamic';

export default async function StartPage() {
  const [{locale, t}, drafts] = await Promise.all([getWords(), listRecentDrafts(getSession().organisationId, SHOWN_DRAFTS)]);
  const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
  const {instrument, benchmarks} = registered;
  return (
    <>
      <PageTitle page="" site={t('site.name')} />
      <h1>{t('site.name')}</h1>
      <p className="my-3 max-w-3xl text-xl">{t('start.lead')}</p>
      <p className="my-3 max-w-3xl">{t('start.what')}</p>
      <p className="my-6">
        <ButtonLink href={paths.newProfile()}>{t('start.begin')}</ButtonLink>
      </p>
      {drafts.length > 0 ? (
        <section className="my-10">
          <h2>{t('start.drafts')}</h2>
          <ul className="my-3">
            {drafts.map((draft) => {
              const pinned = getInstrumentOrThrow(draft.instrumentId, draft.instrumentVersion);
              const {answered, total, next} = getProgress(pinned.instrument, draft.answers);
              return (
                <li key={draft.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-line py-2">
                  <span>
                    <a href={paths.assessment(draft.id)} className="font-semibold">
                      {formatCounty(draft.profile, locale)}
                    </a>{' '}
                    · {draft.profile.industry} · {formatPeriod(draft.period, t)}
                  </span>
                  <span className="text-quiet">
                    {t('assessment.progress', {answered, total})} ·{' '}
                    <a href={next ? paths.category(draft.id, next.code) : paths.check(draft.id)}>{t('start.continue')}</a>
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
      <section className="my-10">
        <h2>{t('start.how')}</h2>
        <ol className="my-3 max-w-3xl list-decimal space-y-1 pl-6">
          <li>{t('start.how-1')}</li>
          <li>{t('start.how-2')}</li>
          <li>{t('start.how-3')}</li>
        </ol>
      </section>
      <section className="my-10">
        <h2>{t('start.benchmarks')}</h2>
        <p className="max-w-3xl">{t('start.benchmarks-text')}</p>
        <BenchmarkPictures pictures={buildBenchmarkPictures(instrument, readBenchmarks(registered), locale, t)} />
        <p>
          <a href={paths.compare(benchmarks.map(({id}) => benchmarkKey(id)))}>{t('result.compare-link')}</a>
        </p>
      </section>
    </>
  );
}
