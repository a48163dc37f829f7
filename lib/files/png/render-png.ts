import 'server-only';
import path from 'node:path';
import {renderAsync} from '@resvg/resvg-js';
import type {Locale} from '@/lib/instrument/schema';
import type {Drawing} from '@/lib/report/drawing/svg-node';
import {writeSvg} from '@/lib/report/drawing/write-svg';
import {encodePng} from './encode-png';

/** The fonts of content/fonts, which pictures are drawn with on every server; see the README there. */
export const FONT_FILES = [
  'noto-sans-cjk-sc-regular.otf',
  'noto-sans-cjk-sc-bold.otf',
  'noto-sans-cjk-sc-latin-regular.otf',
  'noto-sans-cjk-sc-latin-bold.otf',
] as const;

const CHINESE = 'Noto Sans CJK SC';
const FAMILIES: Readonly<Record<Locale, string>> = {'zh-CN': `'${CHINESE}'`, en: `'Noto Sans CJK SC Latin', '${CHINESE}'`};

/** A picture of pixels as a file. */
export type Png = {readonly data: Uint8Array; readonly width: number; readonly height: number};

/**
 * Draws a picture on white, `pixelsWide` pixels wide; drawing and packing happen away from the main thread.
 * A character that no font of content/fonts has is drawn as an empty box.
 */
export async function renderPng(drawing: Drawing, pixelsWide: number): Promise<Png> {
  const folder = path.join(process.cwd(), 'content/fonts');
  const image = await renderAsync(writeSvg(drawing, FAMILIES[drawing.locale]), {
    background: '#ffffff',
    fitTo: {mode: 'width', value: pixelsWide},
    font: {loadSystemFonts: false, fontFiles: FONT_FILES.map((name) => path.join(folder, name)), defaultFontFamily: CHINESE},
    logLevel: 'off',
  });
  const {width, height} = image;
  return {data: await encodePng(image.pixels, width, height), width, height};
}
