import type {PlanRow} from '@/lib/report/plan';

type PlanTableProps = {
  rows: readonly PlanRow[];
  caption: string;
  words: Record<'measure' | 'bureau' | 'due' | 'since' | 'standing', string>;
  /** Where a decision can be changed; null where the plan can't be. */
  hrefOf: ((code: string) => string) | null;
};

/** Chosen measures with bureau and due period, and how each stands. On a phone each row is a block of its own. */
export function PlanTable({rows, caption, words, hrefOf}: PlanTableProps) {
  return (
    <table className="my-4 w-full border-collapse text-left max-sm:block print:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:hidden print:table-header-group">
        <tr className="border-b-2 border-ink align-bottom">
          {[words.measure, words.bureau, words.due, words.since, words.standing].map((word) => (
            <th key={word} scope="col" className="py-1 pr-3">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block print:table-row-group">
        {rows.map(({code, name, bureau, due, since, standing, state, overdue}) => (
          <tr key={code} className="break-inside-avoid border-b border-line align-top max-sm:block max-sm:py-2 print:table-row">
            <th scope="row" className="py-2 pr-3 font-normal max-sm:block max-sm:py-0 print:table-cell">
              {hrefOf ? <a href={hrefOf(code)}>{code}</a> : code} {name}
            </th>
            <Cell label={words.bureau} text={bureau} />
            <Cell label={words.due} text={due} />
            <Cell label={words.since} text={since} />
            <Cell label={words.standing} text={`${state === 'done' ? '✓ ' : ''}${standing}`} strong={overdue || state === 'done'} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({label, text, strong = false}: {label: string; text: string; strong?: boolean}) {
  return (
    <td className="py-2 pr-3 wrap-anywhere max-sm:flex max-sm:gap-2 max-sm:py-0 print:table-cell">
      <span className="shrink-0 text-quiet sm:hidden print:hidden" aria-hidden="true">
        {label}
      </span>
      <span className={strong ? 'font-semibold' : ''}>{text}</span>
    </td>
  );
}
