import type {ReactNode} from 'react';
import {SiteFrame, type SiteFrameWords} from '@/components/layout/site-frame';
import type {Locale} from '@/lib/instrument/schema';
import {getWords} from '@/lib/messages/request-locale';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import './globals.css';

const OTHER_LOCALE = {'zh-CN': {code: 'en', name: 'English'}, en: {code: 'zh-CN', name: '中文'}} as const;

export default async function RootLayout({children}: {children: ReactNode}) {
  const {locale, t} = await getWords();
  return (
    <html lang={locale}>
      <body>
        <SiteFrame json={JSON.stringify(frameWords(locale, t))}>{children}</SiteFrame>
      </body>
    </html>
  );
}

function frameWords(locale: Locale, t: Translate): SiteFrameWords {
  return {
    header: {
      name: {href: paths.start(), label: t('site.name')},
      navLabel: t('site.nav'),
      links: [
        {href: paths.profiles(), label: t('site.profiles')},
        {href: paths.compare(), label: t('site.compare')},
      ],
      skip: t('site.skip'),
      localeAction: paths.locale(),
      otherLocale: OTHER_LOCALE[locale],
    },
    error: {title: t('site.unexpected-title'), text: t('site.unexpected-text'), retry: t('site.retry')},
    footer: {
      text: t('site.footer'),
      links: [
        {href: paths.method(), label: t('method.title')},
        {href: paths.instrument(), label: t('instrument-page.title')},
        {href: paths.verify(), label: t('verify.link')},
        {href: paths.settings(), label: t('settings.title')},
      ],
    },
  };
}
