import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {imageSize} from 'image-size';
import {describe, expect, it} from 'vitest';
import zhCN from '@/content/messages/zh-CN.json';
import type {Locale} from '@/lib/instrument/schema';
import type {Drawing} from '@/lib/report/drawing/svg-node';
import {readCmap} from '@/tests/support/read-cmap';
import {FONT_FILES, renderPng} from './render-png';

const content = path.join(process.cwd(), 'content');

function draw(text: string, bold: boolean, locale: Locale = 'zh-CN'): Drawing {
  const attributes = {x: 4, y: 28, 'font-size': 24, 'font-weight': bold ? 700 : 400, fill: '#000000'};
  return {locale, width: 120, height: 40, title: '', description: '', nodes: [{tag: 'text', attributes, children: [text]}]};
}

async function render(text: string, bold: boolean, locale?: Locale): Promise<string> {
  return Buffer.from((await renderPng(draw(text, bold, locale), 120)).data).toString('base64');
}

function readFolder(folder: string): string {
  return readdirSync(path.join(content, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('');
}

describe('the fonts', () => {
  const characters = [...new Set(['messages', 'instruments', 'benchmarks', 'divisions'].map(readFolder).join(''))].filter((sign) => sign >= ' ');
  const cmaps = FONT_FILES.map((name) => ({name, cmap: readCmap(readFileSync(path.join(content, 'fonts', name)))}));

  it('have every character of the content in the regular weight', () => {
    expect(characters.length).toBeGreaterThan(1500);
    expect(characters.filter((character) => !cmaps[0]?.cmap.has(character.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('have every character that pictures show in the bold weight; others are drawn in the regular one', () => {
    const {answer, drawing, period, stage, staircase} = zhCN;
    const drawn = new Set([...['instruments', 'benchmarks', 'divisions'].map(readFolder).join(''), ...JSON.stringify([answer, drawing, period, stage, staircase])]);
    expect([...drawn].filter((character) => character >= ' ' && !cmaps[1]?.cmap.has(character.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('have the whole of GB 2312 in the regular weight', () => {
    const gb2312 = new TextDecoder('gbk');
    const rows = Array.from({length: 72}, (_, index) => 0xb0 + index);
    const hanzi = rows.flatMap((row) => Array.from({length: 94}, (_, cell) => gb2312.decode(Uint8Array.of(row, 0xa1 + cell))));
    const lacking = hanzi.filter((sign) => /^\p{Script=Han}$/u.test(sign) && !cmaps[0]?.cmap.has(sign.codePointAt(0) ?? 0));
    expect(hanzi).toHaveLength(6768);
    expect(lacking).toEqual([]);
  });

  it('have all of ASCII and Latin-1 for English', () => {
    const latin = [...Array.from({length: 95}, (_, index) => 0x20 + index), ...Array.from({length: 95}, (_, index) => 0xa1 + index), 0x2019];
    for (const {cmap} of cmaps) expect(latin.filter((code) => !cmap.has(code))).toEqual([]);
  });
});

describe('renderPng', () => {
  it('makes a PNG of the asked width in proportion', async () => {
    const {data, width, height} = await renderPng(draw('光山县', false), 600);
    expect([width, height]).toEqual([600, 200]);
    expect(imageSize(data)).toMatchObject({type: 'png', width: 600, height: 200});
  });

  it('draws Chinese in both weights without a font of the system', async () => {
    const box = await render('\u{2f800}', false);
    for (const bold of [false, true]) {
      const [one, other] = [await render('光', bold), await render('山', bold)];
      expect(one).not.toBe(other);
      expect(one).not.toBe(box);
    }
    expect(await render('光', true)).not.toBe(await render('光', false));
    expect(await render('A', false, 'en')).not.toBe(await render('', false, 'en'));
  });

  it('draws a character that only the regular weight has in its shape where the text is bold', async () => {
    const regular = readCmap(readFileSync(path.join(content, 'fonts', FONT_FILES[0])));
    const bold = readCmap(readFileSync(path.join(content, 'fonts', FONT_FILES[1])));
    const [one = 0, other = 0] = [...regular].filter((code) => code > 0x4e00 && !bold.has(code));
    expect(await render(String.fromCodePoint(one), true)).not.toBe(await render(String.fromCodePoint(other), true));
  });

  it.each(['𠮷𡘙', '👩‍👩‍👧', 'العربية', '\u0000\ud800<&>"', '한국어', 'ก็', '\u202e反'])('does not stumble over %j', async (text) => {
    for (const locale of ['zh-CN', 'en'] as const) expect((await renderPng(draw(text, true, locale), 120)).width).toBe(120);
  });

  it('leaves the main thread free', async () => {
    const texts = Array.from({length: 400}, (_, index) => ({tag: 'text' as const, attributes: {x: 0, y: index, 'font-size': 9}, children: ['基础设施']}));
    const drawing = {...draw('', false), height: 400, nodes: texts};
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await renderPng(drawing, 1843);
    clearInterval(timer);
    // Drawn on the main thread, it would let nothing else have a turn.
    expect(turns).toBeGreaterThan(10);
  });
});
