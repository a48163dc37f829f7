import type {ReactNode} from 'react';
import type {ReportActionsView} from '@/lib/report/report-actions';
import {DownloadLink} from '../ui/download-link';

/** The links to a report as files, after whatever else there is to do with it. */
export function ReportActions({view, label, children}: {view: ReportActionsView; label: string; children: ReactNode}) {
  return (
    <div role="group" aria-label={label} className="my-4 flex flex-wrap items-center gap-3 print:hidden">
      {children}
      {view.downloads.map((download) => (
        <DownloadLink key={download.href} href={download.href} words={view.words}>
          {download.label}
        </DownloadLink>
      ))}
    </div>
  );
}
