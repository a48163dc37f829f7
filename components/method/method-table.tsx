import type {Provenance} from '@/lib/instrument/schema';
import type {MethodTable as Table} from '@/lib/report/method/section';
import {ScrollRegion} from '../compare/scroll-region';
import {ProvenanceLabel} from '../ui/provenance-label';

/** A table of the method page, with where its numbers come from beside its caption or at the end of each row. */
export function MethodTable({table, origins}: {table: Table; origins: Readonly<Record<Provenance, string>>}) {
  const captionId = `${table.id}-caption`;
  return (
    <ScrollRegion labelledBy={captionId} className="my-3">
      <table className="border-collapse text-left text-sm print:text-[9pt]">
        <caption id={captionId} className="pb-1 text-left text-base font-semibold">
          <span className="sticky left-0 inline-block max-w-[calc(100vw-2rem)] print:max-w-none">
            {table.caption} {table.from ? <ProvenanceLabel>{origins[table.from]}</ProvenanceLabel> : null}
          </span>
        </caption>
        <thead>
          <tr className="border-b-2 border-ink align-bottom">
            {table.headings.map((heading) => (
              <th key={heading} scope="col" className={`py-1 pr-4 ${widthOf(heading)}`}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({key, cells: [head, ...cells], from}) => (
            <tr key={key} className="break-inside-avoid border-b border-line align-top">
              <th scope="row" className={`py-1 pr-4 font-semibold ${widthOf(head ?? '')}`}>
                {head}
              </th>
              {cells.map((cell, index) => (
                <td key={index} className={`py-1 pr-4 tabular-nums ${widthOf(cell)}`}>
                  {cell}
                </td>
              ))}
              {from ? (
                <td className="py-1">
                  <ProvenanceLabel>{origins[from]}</ProvenanceLabel>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Short cells stay on one line; longer ones keep a width that reads well, and the table scrolls instead. */
function widthOf(text: string): string {
  if (text.length <= 7) return 'whitespace-nowrap';
  return text.length > 24 ? 'min-w-48 print:min-w-0' : 'min-w-28 print:min-w-0';
}
