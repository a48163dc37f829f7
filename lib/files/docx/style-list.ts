import type {Locale} from '@/lib/instrument/schema';
import type {FontRole} from './fonts';

/** Room of a paragraph: before and after in points; `line` exact in points, `body` for 22 lines a page in Chinese, 1.15 lines in English. */
type Room = {readonly before?: number; readonly after?: number; readonly line: number | 'body' | 'single'};

/** A paragraph style; `name` is Word's own, which Word shows in the reader's language, or null where the messages name it. */
export type ParagraphStyle = {
  readonly id: string;
  readonly name: string | null;
  readonly basedOn: string | null;
  readonly next?: string;
  readonly font: FontRole;
  readonly points: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align: 'both' | 'center' | 'left' | 'right';
  readonly room: Room;
  /** Indent of the first line in characters of this style. */
  readonly firstLine?: number;
  /** Indent of every line on the outer side in characters of this style. */
  readonly outer?: number;
  readonly outline?: 1 | 2 | 3;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly box?: 'frame' | 'bar' | 'under';
  readonly quick?: boolean;
};

const QUIET = '595959';

function listHeadings(zh: boolean): ParagraphStyle[] {
  return ([1, 2, 3] as const).map((level) => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'BodyText',
    font: `heading${level}` as const,
    points: zh ? 16 : ([16, 13, 12] as const)[level - 1]!,
    bold: !zh || level === 3,
    align: 'left',
    room: zh ? {line: 'body'} : {before: [22, 14, 10][level - 1]!, after: 6, line: 'body'},
    ...(zh ? {firstLine: 2} : {}),
    outline: level,
    keepNext: true,
    keepLines: true,
    quick: true,
  }));
}

function listBody(zh: boolean): ParagraphStyle[] {
  const points = zh ? 16 : 12;
  const room: Room = zh ? {line: 'body'} : {after: 7, line: 'body'};
  const indent = zh ? {firstLine: 2} : {};
  const body = {basedOn: 'Normal', font: 'body', points, align: zh ? 'both' : 'left', room, quick: true} as const;
  return [
    {...body, id: 'BodyText', name: 'Body Text', ...indent},
    {...body, id: 'ReportLead', name: null, bold: true, ...indent},
    {...body, id: 'ListParagraph', name: 'List Paragraph'},
    {...body, id: 'ReportNote', name: null, points: zh ? 12 : 10.5, color: QUIET, room: {before: 2, after: 6, line: zh ? 19 : 14}, ...indent},
    {...body, id: 'ReportWarning', name: null, bold: true, font: zh ? 'heading2' : 'body', align: 'left', box: 'bar', keepLines: true, room: zh ? {before: 6, after: 6, line: 24} : {before: 8, after: 10, line: 'body'}},
  ];
}

function listTitleBlock(zh: boolean): ParagraphStyle[] {
  const centred = {basedOn: 'Normal', align: 'center'} as const;
  return [
    {...centred, id: 'Title', name: 'Title', next: 'Subtitle', font: 'title', points: 22, bold: !zh, room: {before: 90, after: 18, line: zh ? 36 : 'single'}, keepNext: true, quick: true},
    {...centred, id: 'Subtitle', name: 'Subtitle', font: 'heading2', points: zh ? 16 : 13, room: {line: zh ? 29 : 20}, quick: true},
    {...centred, id: 'ReportIssuer', name: null, font: 'body', points: zh ? 16 : 12, room: {before: 6, line: zh ? 29 : 18}},
    {...centred, id: 'ReportLogo', name: null, font: 'body', points: 10.5, room: {after: 6, line: 'single'}},
    {...centred, id: 'ReportDraft', name: null, font: 'heading1', points: zh ? 16 : 13, bold: true, color: '9C1C1C', box: 'frame', room: {after: 10, line: zh ? 26 : 'single'}},
    {...centred, id: 'TOCHeading', name: 'TOC Heading', font: 'heading1', points: zh ? 16 : 14, bold: !zh, room: {after: 8, line: zh ? 26 : 20}, keepNext: true},
    ...([1, 2] as const).map((level): ParagraphStyle => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      font: zh && level === 1 ? 'heading1' : 'body',
      points: zh ? 12 : 11,
      bold: !zh && level === 1,
      align: 'left',
      room: {before: level === 1 ? 2 : 0, line: zh ? 17 : 15},
      ...(level === 2 ? {firstLine: 2} : {}),
    })),
    {id: 'Header', name: 'header', basedOn: 'Normal', font: 'table', points: 9, color: QUIET, align: 'center', box: 'under', room: {line: 'single'}},
    {id: 'Footer', name: 'footer', basedOn: 'Normal', font: 'table', points: 14, align: 'right', outer: 1, room: {line: 'single'}},
  ];
}

function listTable(zh: boolean): ParagraphStyle[] {
  const points = zh ? 10.5 : 9.5;
  const cell = {basedOn: 'Normal', name: null, points, room: {line: zh ? 14 : 12}, align: 'left'} as const;
  const caption = {basedOn: 'Normal', points: zh ? 12 : 10.5, align: 'center', bold: !zh, keepLines: true} as const;
  return [
    {...caption, id: 'Caption', name: 'caption', font: 'heading1', room: {before: 8, after: 4, line: zh ? 17 : 14}, keepNext: true},
    {...caption, id: 'FigureCaption', name: null, font: 'heading1', room: {before: 4, after: 12, line: zh ? 17 : 14}},
    {...caption, id: 'Figure', name: null, bold: false, font: 'body', room: {before: 8, line: 'single'}, keepNext: true},
    {...cell, id: 'TableText', font: 'table'},
    {...cell, id: 'TableHead', font: zh ? 'heading1' : 'table', bold: !zh, align: 'center', keepNext: true},
    {...cell, id: 'TableGroup', font: zh ? 'heading1' : 'table', bold: !zh, keepNext: true},
    {...cell, id: 'TableNote', font: 'table', color: QUIET, room: {before: 4, after: 12, line: zh ? 14 : 12}, align: zh ? 'both' : 'left'},
  ];
}

/** Every paragraph style of a report in one language, after GB/T 9704-2012 in Chinese. */
export function listStyles(locale: Locale): ParagraphStyle[] {
  const zh = locale === 'zh-CN';
  return [...listBody(zh), ...listHeadings(zh), ...listTitleBlock(zh), ...listTable(zh)];
}
