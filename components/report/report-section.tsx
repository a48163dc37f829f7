import type {ReportSection as Section} from '@/lib/report/document/stage-report';
import {ReportBlock} from './report-block';

const HEADINGS = {1: 'h2', 2: 'h3', 3: 'h4'} as const;

/** A section with its heading, blocks and the sections beneath it. */
export function ReportSection({section}: {section: Section}) {
  const Heading = HEADINGS[section.level];
  return (
    <section id={section.id} aria-labelledby={`${section.id}-heading`} className="report-section scroll-mt-4" data-level={section.level}>
      <Heading id={`${section.id}-heading`}>
        <SectionTitle section={section} />
      </Heading>
      {section.blocks.map((block) => (
        <ReportBlock key={block.id} block={block} />
      ))}
      {section.sections.map((each) => (
        <ReportSection key={each.id} section={each} />
      ))}
    </section>
  );
}

/** Number and title of a section: a Chinese number ends in its own mark and needs no space. */
export function SectionTitle({section: {number, title}}: {section: Section}) {
  return `${number}${/[\w.]$/.test(number) ? ' ' : ''}${title}`;
}
