import type {ReactNode} from 'react';
import type {Provenance} from '@/lib/instrument/schema';
import type {MethodLine, MethodSection} from '@/lib/report/method/section';
import {ProvenanceLabel} from '../ui/provenance-label';
import {MethodTable} from './method-table';

/** Words that stand in every section of the method page. */
export type MethodPartWords = {formula: string; worked: string; origins: Readonly<Record<Provenance, string>>};

type MethodPartProps = {
  section: MethodSection;
  words: MethodPartWords;
  /** Shown after the section's own contents. */
  children?: ReactNode;
};

/** One rule of the method: formula, reasons, worked example, tables and what they show. */
export function MethodPart({section, words, children}: MethodPartProps) {
  const {id, heading, lines, formulas, worked, tables, findings} = section;
  const list = (items: readonly MethodLine[]) => items.map((line) => <Line key={line.text} line={line} origins={words.origins} />);
  return (
    <section className="my-10 print:my-6">
      <h2 id={id} className="mb-2 scroll-mt-4">
        {heading}
      </h2>
      {formulas.length > 0 ? (
        <div className="my-3 max-w-4xl break-inside-avoid border-l-4 border-link bg-shade px-4 py-2">
          <p className="text-sm font-semibold text-quiet">{words.formula}</p>
          {list(formulas)}
        </div>
      ) : null}
      <div className="max-w-4xl">{list(lines)}</div>
      {worked.length > 0 ? (
        <div className="my-3 max-w-4xl break-inside-avoid border-l-4 border-line px-4">
          <h3 className="text-base">{words.worked}</h3>
          {list(worked)}
        </div>
      ) : null}
      {tables.map((table) => (
        <MethodTable key={table.id} table={table} origins={words.origins} />
      ))}
      <div className="max-w-4xl">{list(findings)}</div>
      {children}
    </section>
  );
}

function Line({line, origins}: {line: MethodLine; origins: MethodPartWords['origins']}) {
  return (
    <p className="my-1.5">
      {line.text} <ProvenanceLabel>{origins[line.from]}</ProvenanceLabel>
    </p>
  );
}
