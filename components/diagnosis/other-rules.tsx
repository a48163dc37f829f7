import type {OtherRules as View} from '@/lib/report/sureness/other-rules';

/** The five rules side by side: what each looks at, where it comes to, and why it parts. */
export function OtherRules({view: {title, summary, note, columns, mark, rows}}: {view: View}) {
  return (
    <section className="my-8">
      <h2>{title}</h2>
      <p>{summary}</p>
      {note ? <p>{note}</p> : null}
      <table className="my-3 w-full border-collapse text-left max-sm:text-sm">
        <thead>
          <tr className="border-b-2 border-ink">
            <th scope="col" className="py-1 pr-4">
              {columns.rule}
            </th>
            <th scope="col" className="py-1">
              {columns.stage}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({key, name, how, stage, parts, why}) => (
            <tr key={key} className="break-inside-avoid border-b border-line align-top">
              <th scope="row" className="py-2 pr-4 font-normal">
                <strong>{name}</strong>
                <span className="block text-quiet">{how}</span>
                {why ? <span className="block">{why}</span> : null}
              </th>
              <td className="py-2 whitespace-nowrap">
                <strong>{stage}</strong>
                {parts ? (
                  <span className="block">
                    <span className="border border-ink px-1.5 text-sm">{mark}</span>
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
