import type {ReportBlock, ReportRow, ReportSection, ReportTable, StageReport} from '@/lib/report/document/stage-report';
import {LIST_INDENT, PARAGRAPH_STYLES} from './blocks';
import {fitFigure} from './figure';
import {countTextLines} from './measure-text';
import {GRID_PITCH, TYPE_AREA} from './page-layout';
import {type ParagraphStyle, listStyles} from './style-list';
import {columnWidths, countRowLines, isKeptTogether} from './table';

const WIDTH = TYPE_AREA.width / 20;
const HEIGHT = TYPE_AREA.height / 20;
const POINTS_A_MM = 72 / 25.4;
/** Height of a line of a Latin face by its size, and what 1.15 lines make of it. */
const SINGLE = 1.15;
const BODY_LINE = 1.15;
/** Room above and below the text of a cell, with the border. */
const CELL_PADDING = 3.3;

/** Room above a picture, and what its line is higher than itself. */
const FIGURE_ROOM = 12;

/** Where the next line goes: page from 1, and points used of its type area. */
type Place = {page: number; used: number};

/**
 * The pages that the headings of the contents stand on, in their order: an estimate, for only a word processor knows.
 * It follows the document's own line heights, which are exact wherever they can be, and the mean width of letters.
 */
export function estimatePages(report: StageReport, alone: string): number[] {
  const styles = new Map(listStyles(report.locale).map((style) => [style.id, style]));
  const place: Place = {page: 1, used: 0};
  const pages: number[] = [];

  const styleOf = (id: string) => styles.get(id)!;
  const lineOf = ({room, points}: ParagraphStyle): number => {
    if (typeof room.line === 'number') return room.line;
    if (room.line === 'single') return points * SINGLE;
    return report.locale === 'zh-CN' ? GRID_PITCH.line / 20 : points * SINGLE * BODY_LINE;
  };
  const newPage = () => {
    place.page += 1;
    place.used = 0;
  };
  const heightOf = (id: string, text: string, indent = 0): number => {
    const style = styleOf(id);
    const {before = 0, after = 0} = style.room;
    const closer = style.room.line === 'body' && report.locale === 'zh-CN' ? GRID_PITCH.letter / 20 : 0;
    return before + after + countTextLines(text, style.points + closer, WIDTH - indent, style.firstLine) * lineOf(style);
  };
  const flow = (height: number) => {
    place.used += height;
    while (place.used > HEIGHT) {
      place.page += 1;
      place.used -= HEIGHT;
    }
  };

  /** Headings that stand with what comes next: their room, and which of the contents' pages they are. */
  let waiting = {height: 0, entries: [] as number[]};
  /** Puts the waiting headings down with the first part of what comes next, which takes at least `height`. */
  const settle = (height: number) => {
    if (place.used + waiting.height + height > HEIGHT && place.used > 0) newPage();
    place.used += waiting.height;
    for (const entry of waiting.entries) pages[entry] = place.page;
    waiting = {height: 0, entries: []};
  };

  const placeTable = (table: ReportTable) => {
    const widths = columnWidths(table.columns);
    const {points} = styleOf('TableText');
    const line = lineOf(styleOf('TableText'));
    const head = Math.max(...table.columns.map(({title}, index) => countTextLines(title, points, widths[index]! / 20 - 8.5))) * line + CELL_PADDING;
    const heights = (row: ReportRow) => countRowLines(row, widths, points) * line + CELL_PADDING;
    const row = (height: number) => {
      if (place.used + height > HEIGHT) {
        newPage();
        place.used = head;
      }
      place.used += height;
    };
    const [first] = table.groups.flatMap(({rows}) => rows);
    const caption = table.caption === '' ? 0 : heightOf('Caption', table.caption);
    settle(caption + head + (first && isKeptTogether(first, widths) ? heights(first) : line));
    place.used += caption + head;
    for (const {title, rows} of table.groups) {
      if (title !== null) row(line + CELL_PADDING);
      for (const each of rows) {
        if (isKeptTogether(each, widths)) row(heights(each));
        else flow(heights(each) + Math.floor(heights(each) / HEIGHT) * head);
      }
    }
    flow(heightOf('TableNote', table.note));
  };

  const placeBlock = (block: ReportBlock) => {
    if (block.kind === 'table') return placeTable(block);
    if (block.kind === 'figure') {
      const height = fitFigure(block.drawing).heightMm * POINTS_A_MM + FIGURE_ROOM + heightOf('FigureCaption', block.caption);
      settle(height);
      place.used += height;
      return;
    }
    const twoLines = 2 * lineOf(styleOf('BodyText'));
    if (block.kind === 'paragraph') {
      const height = heightOf(PARAGRAPH_STYLES[block.look], block.text);
      settle(Math.min(height, twoLines));
      flow(height);
      return;
    }
    settle(twoLines);
    for (const item of block.items) flow(heightOf('ListParagraph', item, styleOf('ListParagraph').points * LIST_INDENT[report.locale]));
  };

  const placeSection = (section: ReportSection) => {
    if (section.level < 3) waiting.entries.push(pages.push(place.page) - 1);
    waiting.height += heightOf(`Heading${section.level}`, section.number + section.title);
    section.blocks.forEach(placeBlock);
    section.sections.forEach(placeSection);
  };

  newPage();
  const entries = report.sections.flatMap((section) => [section, ...section.sections.filter(({level}) => level === 2)]);
  place.used += heightOf('TOCHeading', report.contentsTitle);
  for (const {level, number, title} of entries) flow(heightOf(`TOC${level}`, number + title));
  flow(lineOf({...styleOf('BodyText'), room: {line: report.locale === 'zh-CN' ? 'body' : 'single'}}));
  for (const [index, section] of report.sections.entries()) {
    if (section.id === alone || report.sections[index - 1]?.id === alone || index === 0) {
      settle(0);
      newPage();
    }
    placeSection(section);
  }
  settle(0);
  return pages;
}
