import {setImmediate} from 'node:timers/promises';
import {AlignmentType, Document, type FileChild, HeadingLevel, LevelFormat, Packer, Paragraph} from 'docx';
import type {Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import type {ReportBlock, ReportSection, StageReport} from '@/lib/report/document/stage-report';
import type {ReportLogo} from '../logo';
import {LISTS, LIST_INDENT, buildList, buildParagraph} from './blocks';
import {writeCoreProperties} from './core-properties';
import {estimatePages} from './estimate-pages';
import {numberContents} from './number-contents';
import {buildFigure} from './figure';
import {writeFontTable} from './font-table';
import {FACES} from './fonts';
import {buildHeadAndFoot} from './head-and-foot';
import {BODY_POINTS, layOutPage} from './page-layout';
import {prepareParts} from './prepare-parts';
import {listStatements} from './statements';
import {writeStyles} from './styles';
import {buildTable} from './table';
import {textRuns} from './text-runs';
import {buildTitleBlock} from './title-block';

const HEADINGS = {1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3} as const;

/** The section that stands on a page of its own. */
const ALONE = 'summary';

type Writing = {readonly locale: Locale; lists: number};

async function buildBlock(block: ReportBlock, writing: Writing): Promise<FileChild[]> {
  switch (block.kind) {
    case 'paragraph':
      return [buildParagraph(block, writing.locale)];
    case 'list':
      writing.lists += 1;
      return buildList(block, writing.lists, writing.locale);
    case 'table':
      return buildTable(block, writing.locale);
    case 'figure':
      return buildFigure(block, writing.locale);
  }
}

async function buildSection(section: ReportSection, writing: Writing, newPage: boolean): Promise<FileChild[]> {
  const gap = writing.locale === 'en' && section.number !== '' ? ' ' : '';
  const heading = new Paragraph({
    heading: HEADINGS[section.level],
    pageBreakBefore: newPage,
    children: textRuns(`${section.number}${gap}${section.title}`, writing.locale),
  });
  const children: FileChild[] = [heading];
  for (const block of section.blocks) {
    children.push(...(await buildBlock(block, writing)));
    await setImmediate();
  }
  for (const part of section.sections) children.push(...(await buildSection(part, writing, false)));
  return children;
}

function buildNumbering(locale: Locale) {
  const em = BODY_POINTS[locale] * 20;
  const paragraph = {indent: {left: LIST_INDENT[locale] * em, hanging: 1.5 * em}};
  const level = {level: 0, alignment: AlignmentType.LEFT, style: {paragraph}};
  return [
    {reference: LISTS.ordered, levels: [{...level, format: LevelFormat.DECIMAL, text: '%1.'}]},
    {reference: LISTS.plain, levels: [{...level, format: LevelFormat.BULLET, text: '•'}]},
  ];
}

/**
 * Writes a report as a Word document, laid out after GB/T 9704-2012 as a report without red head and seal; in English
 * on the same page with Latin faces. Lets other work go on between its parts.
 */
export async function writeReportDocx(report: StageReport, logo: ReportLogo | null): Promise<Uint8Array> {
  const {locale} = report;
  const writing: Writing = {locale, lists: 0};
  const children: FileChild[] = buildTitleBlock(report, logo);
  for (const [index, section] of report.sections.entries()) {
    const newPage = section.id === ALONE || report.sections[index - 1]?.id === ALONE || index === 0;
    children.push(...(await buildSection(section, writing, newPage)));
  }
  const {heading1, body} = FACES[locale];
  const document = new Document({
    theme: {fonts: {headings: {latin: heading1.latin, eastAsia: heading1.eastAsia, scripts: {Hans: heading1.eastAsia}}, body: {...body, scripts: {Hans: body.eastAsia}}}},
    pageNumbers: numberContents(estimatePages(report, ALONE)),
    compatibility: {version: 15},
    evenAndOddHeaderAndFooters: true,
    customProperties: listStatements(report),
    numbering: {config: buildNumbering(locale)},
    sections: [{properties: layOutPage(locale), ...buildHeadAndFoot(report), children}],
  });
  await prepareParts(document, children);
  return pack(document, [writeStyles(locale, translatorFor(locale)), writeFontTable(), writeCoreProperties(report, new Date())]);
}

/** Packs a document; the stream zips in a later turn than it writes the parts, where the library's other ways do both at once. */
function pack(document: Document, overrides: readonly {path: string; data: string}[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    Packer.toStream(document, undefined, overrides).on('data', resolve).on('error', reject);
  });
}
