import {LOCALES, type Locale} from '@/lib/instrument/schema';

/** The cookie that keeps the reader's language. */
export const LOCALE_COOKIE = 'locale';
/** The language until the reader chooses one. */
export const DEFAULT_LOCALE: Locale = 'zh-CN';

/** A language by its name, or undefined when it is none of the product's. */
export function parseLocale(name: string | null | undefined): Locale | undefined {
  return LOCALES.find((locale) => locale === name);
}
