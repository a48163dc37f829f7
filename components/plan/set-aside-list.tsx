import type {PlanRow} from '@/lib/report/plan';

type SetAsideListProps = {
  rows: readonly PlanRow[];
  words: {title: string; takeBack: string; change: string; /** Names what a button takes back. */ takeBackOf: (code: string) => string; changeOf: (code: string) => string};
  hrefOf: (code: string) => string;
  /** The action of a row's button; null where the plan can't be changed. */
  takeBack: ((row: PlanRow) => () => Promise<void>) | null;
};

/** Measures that the county has set aside, each with its reason and a button that takes it back. */
export function SetAsideList({rows, words, hrefOf, takeBack}: SetAsideListProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="mt-6">{words.title}</h3>
      <ul className="my-2">
        {rows.map((row) => (
          <li key={row.code} className="flex break-inside-avoid flex-wrap items-baseline gap-x-6 gap-y-1 border-t border-line py-2">
            <div className="min-w-60 grow basis-0 wrap-anywhere">
              {row.code} {row.name}
              <p className="text-quiet whitespace-pre-line">{row.reason}</p>
            </div>
            {takeBack ? (
              <div className="flex gap-x-6 print:hidden">
                <a href={hrefOf(row.code)} aria-label={words.changeOf(row.code)}>
                  {words.change}
                </a>
                <form action={takeBack(row)}>
                  <button type="submit" aria-label={words.takeBackOf(row.code)} className="text-link underline underline-offset-4">
                    {words.takeBack}
                  </button>
                </form>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
