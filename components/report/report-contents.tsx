import type {ReportSection} from '@/lib/report/document/stage-report';
import {SectionTitle} from './report-section';

/** Deepest level that the contents name. */
const DEEPEST = 2;

/** The contents with a link to each section. */
export function ReportContents({title, sections}: {title: string; sections: readonly ReportSection[]}) {
  return (
    <nav aria-labelledby="report-contents" className="my-8 print:my-4 print:break-inside-avoid">
      <h2 id="report-contents">{title}</h2>
      <Entries sections={sections} />
    </nav>
  );
}

function Entries({sections}: {sections: readonly ReportSection[]}) {
  return (
    <ol className="mt-2 space-y-1 [ol_&]:pl-6">
      {sections.map((section) => (
        <li key={section.id}>
          <a href={`#${section.id}`}>
            <SectionTitle section={section} />
          </a>
          {section.level < DEEPEST && section.sections.length > 0 ? <Entries sections={section.sections} /> : null}
        </li>
      ))}
    </ol>
  );
}
