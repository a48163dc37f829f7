import {ImageRun, Paragraph, TableOfContents} from 'docx';
import type {StageReport} from '@/lib/report/document/stage-report';
import type {ReportLogo} from '../logo';
import {printableText} from './printable-text';
import {textRuns} from './text-runs';

/** Box that a logo is fitted into, in pixels at 96 an inch: 50 × 18 mm. */
const LOGO_BOX = {width: 189, height: 68};

function logoParagraph({data, type, width, height}: ReportLogo, organisation: string): Paragraph {
  const scale = Math.min(LOGO_BOX.width / width, LOGO_BOX.height / height);
  const picture = new ImageRun({
    type: type === 'jpeg' ? 'jpg' : 'png',
    data,
    transformation: {width: width * scale, height: height * scale},
    altText: {name: 'logo', title: printableText(organisation), description: printableText(organisation)},
  });
  return new Paragraph({style: 'ReportLogo', children: [picture]});
}

/** What stands before the sections: draft mark, logo, title, what it is about and who issues it, then the contents on a page of their own. */
export function buildTitleBlock({draft, issuer, title, subtitle, contentsTitle, locale}: StageReport, logo: ReportLogo | null): (Paragraph | TableOfContents)[] {
  const paragraph = (style: string, text: string) => new Paragraph({style, children: textRuns(text, locale)});
  return [
    ...(draft === null ? [] : [paragraph('ReportDraft', draft)]),
    ...(logo === null ? [] : [logoParagraph(logo, issuer.organisation)]),
    paragraph('Title', title),
    ...subtitle.map((line) => paragraph('Subtitle', line)),
    ...issuer.lines.map((line) => paragraph('ReportIssuer', line)),
    new Paragraph({style: 'TOCHeading', pageBreakBefore: true, children: textRuns(contentsTitle, locale)}),
    new TableOfContents(contentsTitle, {hyperlink: true, headingStyleRange: '1-2', beginDirty: true}),
  ];
}
