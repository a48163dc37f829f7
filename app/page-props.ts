/** What Next gives a page: the dynamic parts of its address and the search parameters. */
export type PageProps<Params = object> = {
  params: Promise<Params>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
