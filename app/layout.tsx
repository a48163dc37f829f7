import type {ReactNode} from 'react';
import {SiteHeader} from '@/components/layout/site-header';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import './globals.css';

const OTHER_LOCALE = {'zh-CN': {code: 'en', name: 'English'}, en: {code: 'zh-CN', name: '中文'}} as const;

export default async function RootLayout({children}: {children: ReactNode}) {
  const {locale, t} = await getWords();
  return (
    <html lang={locale}>
      <body>
        <SiteHeader
          name={{href: paths.start(), label: t('site.name')}}
          navLabel={t('site.nav')}
          links={[
            {href: paths.profiles(), label: t('site.profiles')},
            {href: paths.compare(), label: t('site.compare')},
          ]}
          skip={t('site.skip')}
          localeAction={paths.locale()}
          otherLocale={OTHER_LOCALE[locale]}
        />
        <main
          id="content"
          // Read by error.tsx, which runs where no server can find the words any more.
          data-error-title={t('site.unexpected-title')}
          data-error-text={t('site.unexpected-text')}
          data-error-retry={t('site.retry')}
          className="mx-auto max-w-6xl px-4 pt-6 pb-16 print:max-w-none print:p-0"
        >
          {children}
        </main>
        <footer className="border-t border-line print:hidden">
          <p className="mx-auto max-w-6xl px-4 py-4 text-sm text-quiet">{t('site.footer')}</p>
        </footer>
      </body>
    </html>
  );
}
