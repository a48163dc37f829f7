import type {TraitRow} from '@/lib/report/trait-rows';

type TraitTableProps = {rows: readonly TraitRow[]; words: Record<'trait' | 'description' | 'stage', string>};

/** Each trait with the description that was chosen and the cluster stage that it belongs to, which stands below it on a phone. */
export function TraitTable({rows, words}: TraitTableProps) {
  return (
    <table className="my-4 w-full border-collapse text-left max-sm:text-sm">
      <thead>
        <tr className="border-b-2 border-ink align-bottom">
          <th scope="col" className="py-1 pr-3">
            {words.trait}
          </th>
          <th scope="col" className="py-1 pr-3">
            {words.description}
          </th>
          <th scope="col" className="py-1 max-sm:hidden print:table-cell">
            {words.stage}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({id, name, text, stage}) => (
          <tr key={id} className="break-inside-avoid border-b border-line align-top">
            <th scope="row" className="w-1/5 py-1.5 pr-3 font-normal">
              {name}
            </th>
            <td className="py-1.5 pr-3">
              {text}
              <span className="block text-quiet sm:hidden print:hidden">{stage}</span>
            </td>
            <td className="w-1/4 py-1.5 max-sm:hidden print:table-cell">{stage}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
