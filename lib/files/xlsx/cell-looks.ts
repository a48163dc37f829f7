import type {AlignmentStyle, BorderStyle, CellStyle, FontStyle} from 'hucre';
import type {Locale} from '@/lib/instrument/schema';

/** Looks of cells by name: what they are for, not what they look like. */
export type CellLook =
  | 'title' | 'quiet' | 'note' | 'heading' | 'subheading' | 'plain' | 'lead' | 'warning'
  | 'column' | 'stage' | 'category' | 'locked' | 'locked-strong' | 'cell' | 'cell-strong' | 'cell-quiet' | 'input' | 'input-short' | 'carried';

const INK = '1D2733';
const QUIET = '4D5866';
const LINE = 'B4BCC7';
const SIZE = 11;

/** The font of a language's workbook, one that Excel and WPS bring along. */
export function fontOf(locale: Locale): FontStyle {
  return {name: locale === 'zh-CN' ? '宋体' : 'Calibri', size: SIZE, color: {rgb: INK}};
}

type Part = {font?: FontStyle; fill?: string; box?: boolean; centre?: boolean; middle?: boolean; unlocked?: boolean; flat?: boolean};

const PARTS: Record<CellLook, Part> = {
  title: {font: {bold: true, size: 16}, flat: true, middle: true},
  quiet: {font: {color: {rgb: QUIET}}, flat: true},
  note: {font: {color: {rgb: QUIET}}},
  heading: {font: {bold: true, size: 14}},
  subheading: {font: {bold: true, size: 12}},
  plain: {},
  lead: {font: {bold: true}},
  warning: {font: {bold: true, color: {rgb: 'A8071A'}}},
  column: {font: {bold: true}, fill: 'DDE3EA', box: true, middle: true},
  stage: {font: {bold: true, size: 12, color: {rgb: 'FFFFFF'}}, fill: '3A4757', flat: true, middle: true},
  category: {font: {bold: true}, fill: 'E9ECF0', flat: true, middle: true},
  locked: {fill: 'F6F7F8', box: true},
  'locked-strong': {font: {bold: true}, fill: 'F6F7F8', box: true},
  cell: {box: true},
  'cell-strong': {font: {bold: true}, box: true},
  'cell-quiet': {font: {color: {rgb: QUIET}}, box: true},
  input: {box: true, unlocked: true},
  'input-short': {font: {bold: true}, box: true, centre: true, unlocked: true},
  carried: {font: {italic: true}, fill: 'FFF3CC', box: true, centre: true, unlocked: true},
};

const SIDE = {style: 'thin', color: {rgb: LINE}} as const;
const BOX: BorderStyle = {top: SIDE, right: SIDE, bottom: SIDE, left: SIDE};

/** The style of a look in one language; `numFmt` is left to whoever knows what the cell holds. */
export function styleOf(look: CellLook, locale: Locale): CellStyle {
  const {font, fill, box, centre, middle, unlocked, flat} = PARTS[look];
  const alignment: AlignmentStyle = {vertical: middle ? 'center' : 'top', horizontal: centre ? 'center' : 'left', ...(flat ? {} : {wrapText: true})};
  return {
    font: {...fontOf(locale), ...font},
    alignment,
    ...(fill ? {fill: {type: 'pattern', pattern: 'solid', fgColor: {rgb: fill}}} : {}),
    ...(box ? {border: BOX} : {}),
    protection: {locked: !unlocked},
  };
}
