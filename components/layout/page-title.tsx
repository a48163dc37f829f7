/** The document's title: React moves it into the head. Cheaper than metadata, which costs each request a second pass. */
export function PageTitle({page, site}: {page: string; site: string}) {
  return <title>{page === '' ? site : `${page} · ${site}`}</title>;
}
