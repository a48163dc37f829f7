import {DocumentGridType, type ISectionPropertiesOptions} from 'docx';
import type {Locale} from '@/lib/instrument/schema';

const TWIPS_A_MM = 1440 / 25.4;
const twips = (mm: number) => Math.round(mm * TWIPS_A_MM);

/** Size of the part of the A4 page that bears the text, GB/T 9704-2012, 5.2: 156 × 225 mm. */
export const TYPE_AREA = {widthMm: 156, heightMm: 225, width: Math.floor(156 * TWIPS_A_MM), height: Math.floor(225 * TWIPS_A_MM)};

/** Size of the body in points: 3号 in Chinese. */
export const BODY_POINTS: Readonly<Record<Locale, number>> = {'zh-CN': 16, en: 12};

const LINES_A_PAGE = 22;
const CHARACTERS_A_LINE = 28;

/**
 * 22 lines of 28 characters fill the type area. Both are rounded down, else the last line or character would not fit.
 * Word keeps the room added to each character, here a little taken away, in 1/4096 point.
 */
const GRID = {
  type: DocumentGridType.LINES_AND_CHARS,
  linePitch: Math.floor(TYPE_AREA.height / LINES_A_PAGE),
  charSpace: Math.floor((TYPE_AREA.width / 20 / CHARACTERS_A_LINE - BODY_POINTS['zh-CN']) * 4096),
};

/**
 * The same pitch as a paragraph's own line and letter spacing, in twips. Text is set by them and not by the grid, because
 * some programs cannot bring characters closer together for a grid and leave every second cell empty. Letters are a
 * twip closer than the pitch, for programs that round up; what is left over is spread by justifying.
 */
export const GRID_PITCH = {line: GRID.linePitch, letter: Math.floor(TYPE_AREA.width / CHARACTERS_A_LINE - BODY_POINTS['zh-CN'] * 20) - 1};

/** Page, margins and grid of a report; the foot stands so that the dashes of the page number are 7 mm below the type area. */
export function layOutPage(locale: Locale): ISectionPropertiesOptions {
  return {
    page: {
      size: {width: twips(210), height: twips(297)},
      margin: {top: twips(37), left: twips(28), bottom: twips(35), right: twips(26), header: twips(22), footer: twips(25), gutter: 0},
    },
    ...(locale === 'zh-CN' ? {grid: GRID} : {}),
    titlePage: true,
  };
}
