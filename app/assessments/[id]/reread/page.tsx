import {loadAssessment} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {RereadComparison} from '@/components/diagnosis/reread-comparison';
import {PageTitle} from '@/components/layout/page-title';
import {Notice} from '@/components/ui/notice';
import {readAssessment} from '@/lib/db/read-assessment';
import {reread} from '@/lib/diagnosis/reread';
import {readTextParams} from '@/lib/http/read-params';
import {listNewerVersions} from '@/lib/instrument/registry';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildReread} from '@/lib/report/reread';
import {AssessmentHeading} from '../assessment-heading';

export default async function RereadPage({params, searchParams}: PageProps<{id: string}>) {
  const [{locale, t}, {assessment, registered}, query] = await Promise.all([getWords(), loadAssessment((await params).id), searchParams]);
  const {id, version} = registered.instrument;
  const newer = listNewerVersions(id, version);
  const {version: wanted} = readTextParams(query);
  const to = wanted === undefined ? newer[0] : newer.find(({instrument}) => instrument.version === wanted);
  const {values, diagnosis} = readAssessment(assessment, registered);
  return (
    <>
      <PageTitle page={t('versions.title')} site={t('site.name')} />
      <AssessmentHeading assessment={assessment} locale={locale} t={t} />
      <p className="text-quiet print:hidden">
        <a href={paths.result(assessment.id)}>{t('versions.back')}</a>
      </p>
      <h1>{to ? t('versions.title-of', {version: to.instrument.version}) : t('versions.title')}</h1>
      {to ? (
        <>
          <p>{t('versions.lead')}</p>
          <RereadComparison
            view={buildReread({from: registered, to, before: diagnosis, reread: reread(registered.instrument, to, values), values, locale, t})}
            words={{caption: t('versions.caption'), what: t('versions.what'), unchanged: t('versions.unchanged')}}
          />
        </>
      ) : (
        <Notice look={wanted === undefined ? 'plain' : 'alert'} role={wanted === undefined ? 'status' : 'alert'}>
          <p className="wrap-anywhere">{wanted === undefined ? '' : t('versions.unknown', {wanted, version})}</p>
          {newer.length === 0 ? <p>{t('versions.none-newer', {version})}</p> : null}
        </Notice>
      )}
      {newer.length > 0 && (!to || newer.length > 1) ? (
        <ul className="my-4 list-disc pl-6 print:hidden">
          {newer.map(({instrument}) => (
            <li key={instrument.version}>
              <a href={paths.reread(assessment.id, instrument.version)}>{t('versions.offer-link', {version: instrument.version})}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
