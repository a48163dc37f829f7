import {HeatMap} from '@/components/compare/heat-map';
import {PrintHeader} from '@/components/diagnosis/print-header';
import {PageTitle} from '@/components/layout/page-title';
import {MethodPart} from '@/components/method/method-part';
import {ProvenanceLabel} from '@/components/ui/provenance-label';
import {DEFAULT_INSTRUMENT, getContent, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {PROVENANCES} from '@/lib/instrument/schema';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildMethod} from '@/lib/report/method/build-method';
import {buildMethodSubject, nameOf} from '@/lib/report/method/subject';

export default async function MethodPage() {
  const {locale, t} = await getWords();
  const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
  const {instrument, hash} = registered;
  const subject = buildMethodSubject(registered, getContent().sources, locale, t);
  const {lead, sections, ticks} = buildMethod(subject, getTraitsOrThrow().instrument);
  const words = {
    formula: t('method.formula'),
    worked: t('method.worked', {county: nameOf(subject.worked, subject)}),
    origins: {paper: t('method.from.paper'), derived: t('method.from.derived'), editorial: t('method.from.editorial')},
  };
  const version = t('result.made-with', {id: instrument.id, version: instrument.version, hash});
  return (
    <article>
      <PageTitle page={t('method.title')} site={t('site.name')} />
      <PrintHeader
        line={t('method.title')}
        note={version}
        page={t('result.page-of', {page: '{page}', pages: '{pages}'})}
        title={t('site.name')}
      />
      <h1>{t('method.title')}</h1>
      <p className="my-3 max-w-4xl text-lg">{lead}</p>
      <dl className="my-4 max-w-4xl">
        {PROVENANCES.map((from) => (
          <div key={from} className="my-1 flex gap-3">
            <dt className="w-20 shrink-0">
              <ProvenanceLabel>{words.origins[from]}</ProvenanceLabel>
            </dt>
            <dd>{t(`method.from-meaning.${from}`)}</dd>
          </div>
        ))}
      </dl>
      <nav aria-label={t('compare.contents')} className="print:hidden">
        <ol className="list-inside list-decimal sm:columns-2">
          {sections.map(({id, heading}) => (
            <li key={id} className="py-0.5">
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map((section) => (
        <MethodPart key={section.id} section={section} words={words}>
          {section.id === 'table-1' ? <HeatMap view={ticks} /> : null}
        </MethodPart>
      ))}
      <footer className="mt-8 border-t border-line pt-3 text-sm wrap-anywhere text-quiet">
        <p>{version}</p>
        <p className="print:hidden">
          <a href={paths.instrument()}>{t('instrument-page.title')}</a>
        </p>
      </footer>
    </article>
  );
}
