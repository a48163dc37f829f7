import type {RoadmapRow} from '@/lib/report/result';

type RoadmapTableProps = {
  rows: readonly RoadmapRow[];
  words: Record<'now' | 'how' | 'who', string>;
  hrefOf: (code: string) => string;
};

/** The measures of the roadmap in their order: how to do each, and which benchmark counties have it. */
export function RoadmapTable({rows, words, hrefOf}: RoadmapTableProps) {
  return (
    <ol className="my-4">
      {rows.map(({code, name, now, how, who}, index) => (
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
          </dl>
        </li>
      ))}
    </ol>
  );
}
