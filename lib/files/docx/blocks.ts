import {ExternalHyperlink, type ParagraphChild, Paragraph} from 'docx';
import type {Locale} from '@/lib/instrument/schema';
import type {ReportLine, ReportList, ReportParagraph} from '@/lib/report/document/stage-report';
import {textRuns} from './text-runs';

/** The style of a paragraph by its look. */
export const PARAGRAPH_STYLES = {plain: 'BodyText', lead: 'ReportLead', note: 'ReportNote', warning: 'ReportWarning'} as const;
const LOOKS = {plain: {}, strong: {bold: true}, quiet: {color: '595959'}} as const;

/** Longest address that Word follows. */
const LINK_LIMIT = 2000;

/** Names of the two kinds of list in the document's numbering. */
export const LISTS = {ordered: 'report-ordered', plain: 'report-plain'} as const;

/** Where the text of a list's item begins, in em. */
export const LIST_INDENT: Readonly<Record<Locale, number>> = {'zh-CN': 3.5, en: 2};

/** A paragraph of the report in the style of its look. */
export function buildParagraph({text, look}: ReportParagraph, locale: Locale): Paragraph {
  return new Paragraph({style: PARAGRAPH_STYLES[look], children: textRuns(text, locale)});
}

/** The items of a list; `instance` tells one list from the next, so that each counts from 1. */
export function buildList({items, ordered}: ReportList, instance: number, locale: Locale): Paragraph[] {
  const reference = ordered ? LISTS.ordered : LISTS.plain;
  return items.map((item) => new Paragraph({style: 'ListParagraph', numbering: {reference, level: 0, instance}, children: textRuns(item, locale)}));
}

/** A line of a cell; what is no address that Word can follow stays text, for a broken one makes Word refuse the file. */
export function buildLine({text, look, href}: ReportLine, locale: Locale): ParagraphChild[] {
  const link = href === null || !URL.canParse(href) ? null : new URL(href);
  if (link === null || !/^(?:https?|mailto):$/.test(link.protocol) || link.href.length > LINK_LIMIT) return textRuns(text, locale, LOOKS[look]);
  return [new ExternalHyperlink({link: link.href, children: textRuns(text, locale, {...LOOKS[look], style: 'Hyperlink'})})];
}
