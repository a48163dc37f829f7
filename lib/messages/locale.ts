import {LOCALES, type Locale} from '@/lib/instrument/schema';

export const LOCALE_COOKIE = 'locale';
export const DEFAULT_LOCALE: Locale = 'zh-CN';

/** A language by its name, or undefined when it is none of the product's. */
export function parseLocale(name: string | null | undefined): Locale | undefined {
  return LOCALES.find((locale) => locale === name);
}
