import type {PageProps} from '@/app/page-props';
import {PrintHeader} from '@/components/diagnosis/print-header';
import {PageTitle} from '@/components/layout/page-title';
import {ReportActions} from '@/components/report/report-actions';
import {StageReportView} from '@/components/report/stage-report';
import {PrintButton} from '@/components/ui/print-button';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildReportActions} from '@/lib/report/report-actions';
import {loadReport} from '../load-report';

export default async function ReportPage({params}: PageProps<{id: string}>) {
  const [{id}, {locale, t}] = await Promise.all([params, getWords()]);
  const {report, logo} = await loadReport(id, locale);
  return (
    <>
      <PageTitle page={report.title} site={t('site.name')} />
      <PrintHeader
        line={report.runningHead}
        foot={report.issuer.organisation}
        page={t('result.page-of', {page: '{page}', pages: '{pages}'})}
        title={t('report-page.title')}
      />
      <p className="flex flex-wrap gap-x-6 print:hidden">
        <a href={paths.result(id)}>{t('report-page.back')}</a>
        <a href={paths.settings()}>{t('settings.title')}</a>
      </p>
      <ReportActions view={buildReportActions(id, locale, t)} label={t('report-page.title')}>
        <PrintButton label={t('report-page.print')} />
      </ReportActions>
      <p className="text-sm text-quiet print:hidden">{t('report-page.print-hint')}</p>
      <StageReportView report={report} logo={logo && {href: paths.logo(), width: logo.width, height: logo.height}} />
    </>
  );
}
