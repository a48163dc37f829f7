import type {RereadView} from '@/lib/report/reread';

type RereadComparisonProps = {view: RereadView; words: Record<'caption' | 'what' | 'unchanged', string>};

/** One assessment under two versions of its questionnaire, side by side, and the measures that part them. */
export function RereadComparison({view, words}: RereadComparisonProps) {
  return (
    <>
      <p className="my-4 text-lg font-semibold">{view.verdict}</p>
      <table className="my-4 w-full table-fixed border-collapse text-left max-sm:text-sm">
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr className="border-b-2 border-ink align-bottom">
            <th scope="col" className="py-1 pr-3">
              {words.what}
            </th>
            {view.columns.map((column) => (
              <th key={column} scope="col" className="py-1 pr-3">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({label, cells}, row) => (
            <tr key={label} className="border-b border-line align-top">
              <th scope="row" className="py-2 pr-3 font-normal">
                {label}
              </th>
              {cells.map((cell, index) => (
                <td key={index} className={`py-2 pr-3 wrap-anywhere ${row === 0 ? 'font-semibold' : 'tabular-nums'}`}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {view.changes.length === 0 ? <p>{words.unchanged}</p> : null}
      {view.changes.map(({heading, note, measures}) => (
        <section key={heading} className="my-6">
          <h2>{heading}</h2>
          <p className="text-quiet">{note}</p>
          <ul className="my-2">
            {measures.map(({code, name, answer}) => (
              <li key={code} className="flex flex-wrap justify-between gap-x-6 border-t border-line py-1">
                <span>
                  {code} {name}
                </span>
                <span>{answer}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
