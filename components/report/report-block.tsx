import type {ReportBlock as Block, ReportFigure, ReportParagraph} from '@/lib/report/document/stage-report';
import {ScrollRegion} from '../compare/scroll-region';
import {Notice} from '../ui/notice';
import {DrawingFigure} from './drawing-figure';
import {ReportTable} from './report-table';

/** One block of a report: a paragraph, list, table or figure. */
export function ReportBlock({block}: {block: Block}) {
  switch (block.kind) {
    case 'paragraph':
      return <Paragraph paragraph={block} />;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={`my-3 max-w-4xl space-y-1 pl-6 wrap-anywhere ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
          {block.items.map((item, index) => (
            <li key={index} className="break-inside-avoid whitespace-pre-line">
              {item}
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <ReportTable table={block} />;
    case 'figure':
      return <Figure figure={block} />;
  }
}

const LOOKS = {plain: '', lead: 'text-lg font-semibold', note: 'text-sm text-quiet'} as const;

function Paragraph({paragraph: {text, look}}: {paragraph: ReportParagraph}) {
  if (look === 'warning') {
    return (
      <div className="break-inside-avoid wrap-anywhere whitespace-pre-line">
        <Notice look="warning">{text}</Notice>
      </div>
    );
  }
  return (
    <p className={`my-3 max-w-4xl wrap-anywhere whitespace-pre-line ${LOOKS[look]}`}>
      {text}
    </p>
  );
}

/** A picture never gets so small that its words can't be read: on a phone it scrolls. */
function Figure({figure: {id, caption, drawing}}: {figure: ReportFigure}) {
  return (
    <figure className="report-figure my-6 break-inside-avoid">
      <ScrollRegion labelledBy={`${id}-caption`}>
        {/* Nor so large that its words outgrow those around it. */}
        <div style={{maxWidth: `${drawing.width / 14}rem`}} className="mx-auto min-w-xl print:min-w-0">
          <DrawingFigure drawing={drawing} />
        </div>
      </ScrollRegion>
      <figcaption id={`${id}-caption`} className="mt-2 text-center text-sm font-semibold wrap-anywhere">
        {caption}
      </figcaption>
    </figure>
  );
}
