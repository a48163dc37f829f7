import {type WriteSheet, calculateRowHeight} from 'hucre/xlsx';
import type {Locale} from '@/lib/instrument/schema';
import type {SheetCell, SheetRows} from './sheet-cells';

/** The least and the greatest height of a row in points; no spreadsheet program shows a higher one. */
const LEAST = 19;
const GREATEST = 409;
const PADDING = 4;
const SIZE = 11;
/** Sizes of the looks that are larger than the text. */
const SIZES: Partial<Record<SheetCell['look'], number>> = {title: 16, heading: 14, subheading: 12, stage: 12};
/** Signs of a column's width that hold one sign of text: Latin letters are narrower than the digits that widths count. */
const FILLED: Record<Locale, number> = {'zh-CN': 1, en: 1.1};
/** Looks whose text runs on over the cells to the right. */
const FLAT: readonly SheetCell['look'][] = ['title', 'quiet', 'stage', 'category'];

/**
 * Heights that show the rows' texts whole in columns of these widths, since not every program finds them by itself. The
 * last cell of a row that has fewer cells than there are columns takes the width that is left.
 */
export function fitRowHeights(rows: SheetRows, widths: readonly number[], locale: Locale): NonNullable<WriteSheet['rowDefs']> {
  return new Map([...rows.entries()].map(([index, cells]) => {
    const fontSize = Math.max(SIZE, ...cells.map((cell) => SIZES[cell?.look ?? 'plain'] ?? SIZE));
    const last = Math.max(0, cells.length - 1);
    const columnWidths = [...widths.slice(0, last), widths.slice(last).reduce((sum, width) => sum + width, 0)]
      .map((width) => (width * FILLED[locale] * SIZE) / fontSize);
    const texts = cells.map((cell) => (cell && !FLAT.includes(cell.look) ? cell.value : null));
    const height = calculateRowHeight(texts, {wrapText: true, fontSize, columnWidths}) + PADDING;
    return [index, {height: Math.min(GREATEST, Math.max(LEAST, height))}];
  }));
}
