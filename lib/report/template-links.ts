import {LOCALES, type Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';

/** Where the blank questionnaire can be had as a workbook, in either language, and what it is good for. */
export type TemplateLinks = {hint: string; files: {locale: Locale; href: string; label: string}[]};

/** Builds the links to the blank workbooks. */
export function buildTemplateLinks(t: Translate): TemplateLinks {
  return {hint: t('workbook.template-hint'), files: LOCALES.map((locale) => ({locale, href: paths.template(locale), label: t(`workbook.template.${locale}`)}))};
}
