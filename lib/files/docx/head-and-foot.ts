import {AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun} from 'docx';
import type {StageReport} from '@/lib/report/document/stage-report';
import {textRuns} from './text-runs';

/** “— 1 —” at the outer side, one character in: right on odd pages, left on even ones (GB/T 9704-2012, 7.5). */
function pageNumber(side: 'left' | 'right'): Footer {
  const place = side === 'left' ? {alignment: AlignmentType.LEFT, indent: {left: 280, right: 0}} : {alignment: AlignmentType.RIGHT, indent: {left: 0, right: 280}};
  const dash = (text: string) => new TextRun({text, font: {hint: 'eastAsia'}});
  return new Footer({children: [new Paragraph({style: 'Footer', ...place, children: [dash('— '), new TextRun({children: [PageNumber.CURRENT]}), dash(' —')]})]});
}

/** Head and foot of every page; the first page, which bears the title, has no head. */
export function buildHeadAndFoot({runningHead, locale}: StageReport) {
  const head = () => new Header({children: [new Paragraph({style: 'Header', children: textRuns(runningHead, locale)})]});
  const empty = new Header({children: [new Paragraph({children: []})]});
  return {
    headers: {first: empty, default: head(), even: head()},
    footers: {first: pageNumber('right'), default: pageNumber('right'), even: pageNumber('left')},
  };
}
