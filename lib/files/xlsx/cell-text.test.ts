import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {escapeCellText, looksLikeFormula} from './cell-text';

/** What a spreadsheet program does when it reads a text. */
function unescape(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

describe('escapeCellText', () => {
  it('leaves ordinary text as it is', () => {
    for (const text of ['', '羽绒，第1期', ' a\tb\nc ', '👩‍🌾 _x_ _xyz_ x0041_', '<b>&amp;']) expect(escapeCellText(text)).toBe(text);
  });

  it('escapes what XML cannot hold and what reads like an escape', () => {
    expect(escapeCellText('a\0b\r\n\x1b\ufffe')).toBe('a_x0000_b_x000D_\n_x001B__xFFFE_');
    expect(escapeCellText('_x0041_')).toBe('_x005F_x0041_');
  });

  it('gives any text back, without halves of characters', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({unit: 'binary', maxLength: 60}), fc.array(fc.constantFrom('_x', '0041', '_', 'x005F_', '\r', '\ud83e', '\0', '甲'), {maxLength: 12}).map((parts) => parts.join(''))), (text) => {
        const escaped = escapeCellText(text);
        expect(unescape(escaped)).toBe(text.replace(/\p{Cs}/gu, ''));
        expect(escaped).not.toMatch(/[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Cs}/u);
      }),
      {numRuns: 500},
    );
  });

  it('cuts what no cell can hold, with a mark', () => {
    const cut = escapeCellText('🧶'.repeat(20_000));
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut).toMatch(/🧶…$/u);
  });
});

describe('looksLikeFormula', () => {
  it.each(['=1+1', '+1', '-2', '@SUM(A1)', ' =1', '\t=1', '\r\n+1', '\u200b=1', '＝1', '＋1', '－1', '＠a', '　@a'])('holds for %j', (text) => {
    expect(looksLikeFormula(text)).toBe(true);
  });

  it.each(['', 'a=1', '1-2', '“=”', '—', '•', '·'])('does not hold for %j', (text) => {
    expect(looksLikeFormula(text)).toBe(false);
  });
});
