import type {FourReadings as View, ReadingMeasure, ReadingRow} from '@/lib/report/sureness/four-readings';

/** The four readings of the answers, each with its stage and the measures that set it apart. */
export function FourReadings({view: {title, lead, words, rows}}: {view: View}) {
  return (
    <section className="my-8">
      <h2>{title}</h2>
      <p>{lead}</p>
      <dl className="my-3 border-t-2 border-ink">
        {rows.map((row) => (
          <Reading key={row.key} row={row} words={words} />
        ))}
      </dl>
    </section>
  );
}

function Reading({row, words}: {row: ReadingRow; words: View['words']}) {
  return (
    <div className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[15rem_1fr] print:break-inside-avoid print:grid-cols-[12rem_1fr]">
      <dt>
        <strong>{row.name}</strong>
        <span className="block text-sm text-quiet">{row.meaning}</span>
      </dt>
      <dd>
        <p>
          <strong>{row.standing}</strong>
          {row.parts ? <span className="ml-2 border border-ink px-1.5 text-sm">{words.mark}</span> : null}
        </p>
        <p className="text-sm text-quiet tabular-nums">
          {words.counts}
          {row.counts}
        </p>
        {row.difference.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {row.decisive.length > 0 ? (
          <>
            <p>{words.decisive}</p>
            <ul className="list-disc gap-x-8 pl-6 lg:columns-2 print:columns-2">
              {row.decisive.map(({code, name, href}) => (
                <li key={code}>
                  <a href={href}>{code}</a> {name}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {row.others ? (
          <p className="text-sm">
            {row.others.lead}
            <Codes measures={row.others.measures} />
          </p>
        ) : null}
      </dd>
    </div>
  );
}

function Codes({measures}: {measures: readonly ReadingMeasure[]}) {
  return measures.map(({code, name, href}) => (
    <span key={code}>
      <a href={href} title={name} className="inline-block min-h-6">
        {code}
      </a>{' '}
    </span>
  ));
}
