import type {Provenance} from '@/lib/instrument/schema';
import type {InstrumentMeasure, InstrumentPage} from '@/lib/report/instrument-page';
import {stageBorder} from '../diagnosis/stage-colour';
import {ProvenanceLabel} from '../ui/provenance-label';
import {InstrumentFields} from './instrument-fields';

type InstrumentListProps = {
  stages: InstrumentPage['stages'];
  words: {origins: Readonly<Record<Provenance, string>>; sources: string};
};

/** The measures by stage and first-level category, each under its code as an anchor. */
export function InstrumentList({stages, words}: InstrumentListProps) {
  return stages.map(({number, heading, about, categories}) => (
    <section key={number} className={`my-10 border-l-8 pl-3 print:my-5 print:border-l-4 ${stageBorder(number)}`}>
      <h2>{heading}</h2>
      {about.length > 0 ? <InstrumentFields fields={about} origins={words.origins} /> : null}
      {categories.map(({code, name, measures}) => (
        <section key={code} className="mt-6 print:mt-3">
          <h3>
            {code} {name}
          </h3>
          {measures.map((measure) => (
            <Entry key={measure.code} measure={measure} words={words} />
          ))}
        </section>
      ))}
    </section>
  ));
}

function Entry({measure, words}: {measure: InstrumentMeasure; words: InstrumentListProps['words']}) {
  const {code, name, from, linkLabel, fields, sources} = measure;
  return (
    <article id={code} className="my-3 break-inside-avoid scroll-mt-4 border-t border-line pt-2 target:bg-[#fff7d6]">
      <h4 className="font-semibold">
        <a href={`#${code}`} aria-label={linkLabel} className="mr-2">
          {code}
        </a>
        {name} <ProvenanceLabel>{words.origins[from]}</ProvenanceLabel>
      </h4>
      <InstrumentFields fields={fields} origins={words.origins} />
      <p className="text-sm text-quiet print:text-[8.5pt]">
        {words.sources}
        {sources}
      </p>
    </article>
  );
}
