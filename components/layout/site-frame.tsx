'use client';
import {type ReactNode, useMemo} from 'react';
import {SiteHeader, type SiteHeaderProps} from './site-header';

/** The words and addresses around a page. */
export type SiteFrameWords = {
  header: SiteHeaderProps;
  /** Shown when a page fails; see app/error.tsx. */
  error: {title: string; text: string; retry: string};
  footer: {text: string; links: readonly {href: string; label: string}[]};
};

/**
 * What stands around every page. Its words come as one JSON text, and it is a client component for
 * that reason alone: written out element by element, as a server component is, it cost each request more.
 */
export function SiteFrame({json, children}: {json: string; children: ReactNode}) {
  const {header, error, footer} = useMemo((): SiteFrameWords => JSON.parse(json), [json]);
  return (
    <>
      <SiteHeader {...header} />
      <main
        id="content"
        // Read by error.tsx, which runs where no server can find the words any more.
        data-error-title={error.title}
        data-error-text={error.text}
        data-error-retry={error.retry}
        className="mx-auto max-w-6xl px-4 pt-6 pb-16 print:max-w-none print:p-0"
      >
        {children}
      </main>
      <footer className="border-t border-line print:hidden">
        <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-x-6 gap-y-2 px-4 py-4 text-sm text-quiet">
          <p>{footer.text}</p>
          <ul className="flex flex-wrap gap-x-5">
            {footer.links.map(({href, label}) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </div>
      </footer>
    </>
  );
}
