import type {TraitRow} from '@/lib/report/trait-rows';

type TraitTableProps = {rows: readonly TraitRow[]; words: Record<'trait' | 'description' | 'stage', string>};

/** Each trait with the description that was chosen and the cluster stage that it belongs to. */
export function TraitTable({rows, words}: TraitTableProps) {
  return (
    <table className="my-4 w-full border-collapse text-left max-sm:text-sm">
      <thead>
        <tr className="border-b-2 border-ink align-bottom">
          {[words.trait, words.description, words.stage].map((word) => (
            <th key={word} scope="col" className="py-1 pr-3">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({id, name, text, stage}) => (
          <tr key={id} className="break-inside-avoid border-b border-line align-top">
            <th scope="row" className="w-1/5 py-1.5 pr-3 font-normal">
              {name}
            </th>
            <td className="py-1.5 pr-3">{text}</td>
            <td className="w-1/4 py-1.5">{stage}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
