import type {ReactNode} from 'react';
import type {RoadmapRow} from '@/lib/report/result';

type RoadmapTableProps = {
  rows: readonly RoadmapRow[];
  words: Record<'now' | 'how' | 'who' | 'bureau' | 'due', string>;
  hrefOf: (code: string) => string;
  /** Who is responsible for a measure and when it is due, by code, where that is decided. */
  chosen: Readonly<Record<string, {bureau: string; due: string}>>;
  /** What follows a measure's details, such as links to plan it. */
  renderMore: (code: string) => ReactNode;
};

/** The measures of the roadmap in their order: how to do each, which benchmark counties have it, who does it by when. */
export function RoadmapTable({rows, words, hrefOf, chosen, renderMore}: RoadmapTableProps) {
  return (
    <ol className="my-4">
      {rows.map(({code, name, now, how, who}, index) => {
        const plan = chosen[code];
        return (
          <li key={code} className="break-inside-avoid border-t border-line py-3">
            <p className="font-semibold">
              {index + 1}. <a href={hrefOf(code)}>{code}</a> {name}
            </p>
            <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_1fr] print:grid-cols-[8rem_1fr]">
              <dt className="text-quiet">{words.now}</dt>
              <dd>{now}</dd>
              <dt className="text-quiet">{words.how}</dt>
              <dd>{how}</dd>
              <dt className="text-quiet">{words.who}</dt>
              <dd>{who}</dd>
              {plan ? (
                <>
                  <dt className="text-quiet">{words.bureau}</dt>
                  <dd className="font-semibold wrap-anywhere">{plan.bureau}</dd>
                  <dt className="text-quiet">{words.due}</dt>
                  <dd className="font-semibold">{plan.due}</dd>
                </>
              ) : null}
            </dl>
            {renderMore(code)}
          </li>
        );
      })}
    </ol>
  );
}
