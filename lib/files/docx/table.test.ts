import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {cell} from '@/tests/support/report-fixture';
import {fitFigure} from './figure';
import {countTextLines} from './measure-text';
import {columnWidths, isKeptTogether} from './table';

const column = (share: number) => ({id: 'c', title: 't', share, align: 'start' as const});

describe('columnWidths', () => {
  it('fills the type area whatever the shares', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 1, max: 100}), {minLength: 1, maxLength: 12}), (shares) => {
        const widths = columnWidths(shares.map(column));
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844);
        expect(widths.every((width) => Number.isInteger(width) && width >= 0)).toBe(true);
      }),
    );
  });
});

describe('isKeptTogether', () => {
  it('keeps a row on a page unless a note is very long', () => {
    const widths = columnWidths([column(0.3), column(0.7)]);
    expect(isKeptTogether({id: 'a', cells: [cell('A11'), cell('备'.repeat(300))]}, widths)).toBe(true);
    expect(isKeptTogether({id: 'a', cells: [cell('A11'), cell('备'.repeat(2000))]}, widths)).toBe(false);
    expect(isKeptTogether({id: 'a', cells: [cell('A11'), cell(...Array.from({length: 30}, () => '一行'))]}, widths)).toBe(false);
  });
});

describe('countTextLines', () => {
  it('counts 28 characters of the body to a line', () => {
    expect(countTextLines('国'.repeat(26), 16, 448, 2)).toBe(1);
    expect(countTextLines('国'.repeat(27), 16, 448, 2)).toBe(2);
    expect(countTextLines('', 16, 448)).toBe(1);
    expect(countTextLines('a\nb', 16, 448)).toBe(2);
  });
});

describe('fitFigure', () => {
  it('fits any picture on a page in its proportions', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5000}), fc.integer({min: 1, max: 5000}), (width, height) => {
        const {widthMm, heightMm} = fitFigure({width, height});
        expect(widthMm).toBeLessThanOrEqual(156.001);
        expect(heightMm).toBeLessThanOrEqual(180.001);
        expect(widthMm / heightMm).toBeCloseTo(width / height, 6);
      }),
    );
  });
});
