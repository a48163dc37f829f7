import 'server-only';
import {cookies} from 'next/headers';
import {cache} from 'react';
import type {Locale} from '@/lib/instrument/schema';
import {DEFAULT_LOCALE, LOCALE_COOKIE, parseLocale} from './locale';
import {type Translate, translatorFor} from './translator';

/** The language that the reader chose, Chinese until then, with its translator. */
export const getWords = cache(async (): Promise<{locale: Locale; t: Translate}> => {
  const locale = parseLocale((await cookies()).get(LOCALE_COOKIE)?.value) ?? DEFAULT_LOCALE;
  return {locale, t: translatorFor(locale)};
});
