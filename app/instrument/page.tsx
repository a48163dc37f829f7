import type {PageProps} from '@/app/page-props';
import {PrintHeader} from '@/components/diagnosis/print-header';
import {InstrumentFilter} from '@/components/instrument/instrument-filter';
import {InstrumentList} from '@/components/instrument/instrument-list';
import {PageTitle} from '@/components/layout/page-title';
import {TemplateFiles} from '@/components/questionnaire/template-files';
import {Notice} from '@/components/ui/notice';
import {ProvenanceLabel} from '@/components/ui/provenance-label';
import {readListParam, readTextParams} from '@/lib/http/read-params';
import {DEFAULT_INSTRUMENT, getContent, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {FILTER_TEXT_LIMIT, buildInstrumentPage, readInstrumentFilter} from '@/lib/report/instrument-page';
import {buildTemplateLinks} from '@/lib/report/template-links';

export default async function InstrumentRoute({searchParams}: PageProps) {
  const [{locale, t}, params] = await Promise.all([getWords(), searchParams]);
  const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
  const {instrument, hash} = registered;
  const {stage = '', text = ''} = readTextParams(params);
  const isCut = (readListParam(params.text)[0]?.length ?? 0) > FILTER_TEXT_LIMIT;
  const {filter, problems} = readInstrumentFilter({stage, text, isCut}, registered, t);
  const {stages, shown, total, filtered} = buildInstrumentPage({registered, sources: getContent().sources, filter, locale, t});
  const origins = {paper: t('method.from.paper'), derived: t('method.from.derived'), editorial: t('method.from.editorial')};
  const version = t('result.made-with', {id: instrument.id, version: instrument.version, hash});
  const [numerator, denominator] = instrument.threshold.value;
  return (
    <article>
      <PageTitle page={t('instrument-page.title')} site={t('site.name')} />
      <PrintHeader
        line={`${instrument.id} ${instrument.version}`}
        note={version}
        page={t('result.page-of', {page: '{page}', pages: '{pages}'})}
        title={t('instrument-page.title')}
      />
      <p className="text-quiet print:hidden">{t('instrument-page.title')}</p>
      <h1>{instrument.title[locale]}</h1>
      <p className="my-3 max-w-4xl">
        {instrument.description[locale]} <ProvenanceLabel>{origins[instrument.description.from]}</ProvenanceLabel>
      </p>
      <p className="my-3 max-w-4xl">
        {t('instrument-page.threshold', {threshold: `${numerator}/${denominator}`})} {instrument.threshold.reason[locale]}{' '}
        <ProvenanceLabel>{origins[instrument.threshold.reason.from]}</ProvenanceLabel>{' '}
        <a href={paths.method()} className="print:hidden">
          {t('instrument-page.method-link')}
        </a>
      </p>
      <p className="text-sm wrap-anywhere text-quiet print:hidden">{version}</p>
      <TemplateFiles {...buildTemplateLinks(t)} />
      {problems.map((problem) => (
        <Notice key={problem} look="alert" role="alert">
          {problem}
        </Notice>
      ))}
      <InstrumentFilter
        action={paths.instrument()}
        stages={[
          {value: '', label: t('instrument-page.stage-all')},
          ...instrument.stages.map(({number}) => ({value: String(number), label: t('stage.numeral', {stage: String(number)})})),
        ]}
        chosen={{stage: filter.stage === null ? '' : String(filter.stage), text: filter.text}}
        textLimit={FILTER_TEXT_LIMIT}
        words={{
          stage: t('instrument-page.stage'),
          text: t('instrument-page.search'),
          hint: t('instrument-page.search-hint'),
          submit: t('instrument-page.submit'),
        }}
      />
      {filtered ? (
        <p className="wrap-anywhere">
          {filtered}{' '}
          <a href={paths.instrument()} className="print:hidden">
            {t('instrument-page.show-all')}
          </a>
        </p>
      ) : null}
      <p className="text-quiet">{shown === 0 ? t('instrument-page.none') : t('instrument-page.count', {shown, total})}</p>
      <InstrumentList stages={stages} words={{origins, sources: t('instrument-page.sources')}} />
    </article>
  );
}
