import type {Provenance} from '@/lib/instrument/schema';
import type {SourcedField} from '@/lib/report/instrument-page';
import {ProvenanceLabel} from '../ui/provenance-label';

type InstrumentFieldsProps = {fields: readonly SourcedField[]; origins: Readonly<Record<Provenance, string>>};

/** Labelled texts of the instrument, each with where it comes from. */
export function InstrumentFields({fields, origins}: InstrumentFieldsProps) {
  return (
    <dl className="my-1 grid gap-x-4 sm:grid-cols-[11rem_1fr] sm:gap-y-1 print:grid-cols-[8rem_1fr] print:text-[9.5pt]">
      {fields.map(({key, label, text, from}) => (
        <div key={key} className="contents">
          <dt className="text-quiet max-sm:mt-1.5 max-sm:text-sm">{label}</dt>
          <dd>
            {text} <ProvenanceLabel>{origins[from]}</ProvenanceLabel>
          </dd>
        </div>
      ))}
    </dl>
  );
}
