import type {HowSure as View} from '@/lib/report/sureness/how-sure';
import {ThresholdLine} from './threshold-line';

/** How sure the result is: what is open and what settles it, the way up and down, and the thresholds that keep it. */
export function HowSure({view: {title, verdict, next, margins, range, line}}: {view: View}) {
  return (
    <section className="my-8">
      <h2>{title}</h2>
      <p className="my-2">{verdict}</p>
      {next ? (
        <div className="my-3 break-inside-avoid border-l-4 border-link pl-3">
          <p>
            {next.lead}
            <a href={next.href} className="font-semibold">
              {next.measure}
            </a>
          </p>
          <p>{next.why}</p>
          <p>{next.settle}</p>
          {next.hint ? <p className="text-quiet print:hidden">{next.hint}</p> : null}
        </div>
      ) : null}
      <div className="my-4 break-inside-avoid">
        <h3>{margins.title}</h3>
        {margins.lead ? <p>{margins.lead}</p> : null}
        <ul className="my-1 list-disc pl-6">
          {margins.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p className="text-sm text-quiet">{margins.note}</p>
      </div>
      <div className="my-4 break-inside-avoid">
        <h3>{range.title}</h3>
        {range.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <ThresholdLine line={line} keptLabel={range.kept} />
        <p className="my-2">{line.coverages}</p>
        <table className="my-3 border-collapse text-left max-sm:text-sm">
          <caption className="text-left font-semibold">{line.caption}</caption>
          <thead>
            <tr className="border-b-2 border-ink">
              <th scope="col" className="py-1 pr-6">
                {line.columns.range}
              </th>
              <th scope="col" className="py-1 pr-3">
                {line.columns.stage}
              </th>
            </tr>
          </thead>
          <tbody>
            {line.rows.map(({range: thresholds, stage, note}) => (
              <tr key={thresholds} className="border-b border-line align-top">
                <th scope="row" className="py-1 pr-6 font-normal">
                  {thresholds}
                  {note ? <span className="block text-sm font-semibold">{note}</span> : null}
                </th>
                <td className={`py-1 pr-3 ${note ? 'font-semibold' : ''}`}>{stage}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
