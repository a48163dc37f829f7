import type {StageReport} from '@/lib/report/document/stage-report';
import {ReportContents} from './report-contents';
import {ReportSection} from './report-section';
import {type LogoPicture, ReportTitle} from './report-title';
import './stage-report.css';

/** A stage report as a page that reads on a screen and prints on A4. */
export function StageReportView({report, logo}: {report: StageReport; logo: LogoPicture | null}) {
  return (
    <article className="stage-report" lang={report.locale}>
      <ReportTitle report={report} logo={logo} />
      <ReportContents title={report.contentsTitle} sections={report.sections} />
      {report.sections.map((section) => (
        <ReportSection key={section.id} section={section} />
      ))}
    </article>
  );
}
