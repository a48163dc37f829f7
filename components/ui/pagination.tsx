type PaginationProps = {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  words: Record<'label' | 'at' | 'previous' | 'next', string>;
};

/** Links to the previous and the next page; nothing when there is only one. */
export function Pagination({page, pages, hrefOf, words}: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={words.label} className="flex items-center gap-4 print:hidden">
      {page > 1 ? <a href={hrefOf(page - 1)}>{words.previous}</a> : null}
      <span className="text-quiet">{words.at}</span>
      {page < pages ? <a href={hrefOf(page + 1)}>{words.next}</a> : null}
    </nav>
  );
}
