import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';

/** Ways to read or take away the report on an assessment. */
export type ReportActionsView = {
  open: {href: string; label: string};
  downloads: {href: string; label: string}[];
  /** What is said while a file is made and after; `saved` keeps {name} for the file. */
  words: Record<'making' | 'saved' | 'failed' | 'offline', string>;
};

const OTHER = {'zh-CN': 'en', en: 'zh-CN'} as const;

/** Builds the links to an assessment's report: the page, and Word and Excel in the page's language and the other one. */
export function buildReportActions(id: string, locale: Locale, t: Translate): ReportActionsView {
  const other = OTHER[locale];
  return {
    open: {href: paths.report(id), label: t('report-page.open')},
    downloads: [
      {href: paths.reportFile(id, 'docx', locale), label: t('report-page.docx')},
      {href: paths.reportFile(id, 'xlsx', locale), label: t('report-page.xlsx')},
      {href: paths.reportFile(id, 'docx', other), label: t('report-page.docx-other')},
      {href: paths.reportFile(id, 'xlsx', other), label: t('report-page.xlsx-other')},
    ],
    words: {
      making: t('report-page.making'),
      saved: t('report-page.saved', {name: '{name}'}),
      failed: t('report-page.failed'),
      offline: t('report-page.offline'),
    },
  };
}
