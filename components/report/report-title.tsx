import type {StageReport} from '@/lib/report/document/stage-report';
import {Notice} from '../ui/notice';

/** The picture at the head of a report, by its address and size in pixels. */
export type LogoPicture = {href: string; width: number; height: number};

/** Logo, title, what the report is about, who issues it, and whether it is a draft. */
export function ReportTitle({report, logo}: {report: StageReport; logo: LogoPicture | null}) {
  return (
    <header className="my-6 text-center print:mt-8">
      {/* Who issues the report stands in words below. */}
      {logo ? <img src={logo.href} width={logo.width} height={logo.height} alt="" className="mx-auto mb-6 h-auto max-h-28 w-auto max-w-48" /> : null}
      <h1 className="text-3xl wrap-anywhere">{report.title}</h1>
      <Lines lines={report.subtitle} className="mt-4" />
      <Lines lines={report.issuer.lines} className="mt-4 text-quiet" />
      {report.draft === null ? null : (
        <div className="mx-auto max-w-3xl text-left">
          <Notice look="warning">{report.draft}</Notice>
        </div>
      )}
    </header>
  );
}

function Lines({lines, className}: {lines: readonly string[]; className: string}) {
  if (lines.length === 0) return null;
  return (
    <div className={className}>
      {lines.map((line, index) => (
        <p key={index} className="wrap-anywhere">
          {line}
        </p>
      ))}
    </div>
  );
}
