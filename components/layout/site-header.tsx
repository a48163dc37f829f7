type Link = {href: string; label: string};

export type SiteHeaderProps = {
  name: Link;
  navLabel: string;
  links: readonly Link[];
  skip: string;
  localeAction: string;
  /** The language that a press switches to, named in itself. */
  otherLocale: {code: string; name: string};
};

/** Name, main navigation and language switch; left out of print. */
export function SiteHeader({name, navLabel, links, skip, localeAction, otherLocale}: SiteHeaderProps) {
  return (
    <header className="border-b border-line print:hidden">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:bg-white focus:p-2">
        {skip}
      </a>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3">
        <a href={name.href} className="min-w-0 flex-1 font-bold text-ink no-underline sm:flex-none">
          {name.label}
        </a>
        <nav aria-label={navLabel} className="order-3 w-full sm:order-none sm:w-auto">
          <ul className="flex flex-wrap gap-x-5">
            {links.map(({href, label}) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <form action={localeAction} method="post" className="ml-auto shrink-0">
          <button name="locale" value={otherLocale.code} lang={otherLocale.code} className="px-1 text-link underline underline-offset-4">
            {otherLocale.name}
          </button>
        </form>
      </div>
    </header>
  );
}
