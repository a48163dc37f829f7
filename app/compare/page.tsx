import type {PageProps} from '@/app/page-props';
import {ComparisonView} from '@/components/compare/comparison-view';
import {CountyChooser} from '@/components/compare/county-chooser';
import {Staircase} from '@/components/diagnosis/staircase';
import {Notice} from '@/components/ui/notice';
import {loadComparison} from '@/app/compare/load-comparison';
import {PageTitle} from '@/components/layout/page-title';
import {readListParam} from '@/lib/http/read-params';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildComparison} from '@/lib/report/compare/build-comparison';
import {COMPARE_LIMIT} from '@/lib/report/compare/selection';
import {buildStaircase} from '@/lib/report/staircase/build-staircase';

export default async function ComparePage({searchParams}: PageProps) {
  const [{locale, t}, {c}] = await Promise.all([getWords(), searchParams]);
  const {registered, counties, choices, problems} = await loadComparison(readListParam(c), locale, t);
  const {instrument} = registered;
  const pictures = Object.fromEntries(
    counties.map((county) => [
      county.key,
      <Staircase
        key={county.key}
        idPrefix={`compare-${county.key.replace(':', '-')}`}
        picture={buildStaircase({instrument, values: county.values, diagnosis: county.diagnosis, t, locale, name: county.name, layout: 'small'})}
        className="h-auto w-full"
      />,
    ]),
  );
  return (
    <>
      <PageTitle page={t('chooser.title')} site={t('site.name')} />
      <h1>{t('chooser.title')}</h1>
      <p className="my-2 max-w-3xl">{t('chooser.lead', {limit: COMPARE_LIMIT})}</p>
      {problems.map((problem) => (
        <Notice key={problem} look="alert" role="alert">
          {problem}
        </Notice>
      ))}
      <CountyChooser
        action={paths.compare()}
        open={counties.length === 0}
        choices={choices}
        words={{summary: t('chooser.summary'), benchmarks: t('start.benchmarks'), profiles: t('profiles.title'), none: t('chooser.no-profiles'), submit: t('chooser.submit')}}
      />
      <ComparisonView view={buildComparison({instrument, counties, locale, t})} pictures={pictures} />
    </>
  );
}
