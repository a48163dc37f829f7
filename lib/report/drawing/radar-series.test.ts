import {describe, expect, test} from 'vitest';
import {radarPath, radarSeries} from './radar-series';

const at = (x: number, value: number | null = 1) => ({x, y: 0, value});

describe('radarSeries', () => {
  test('tells eight counties apart without colour and by colour', () => {
    const series = Array.from({length: 8}, (_, index) => radarSeries(index));
    expect(new Set(series.map(({dash}) => dash)).size).toBe(8);
    expect(new Set(series.map(({marker, isHollow}) => `${marker} ${isHollow}`)).size).toBe(8);
    expect(new Set(series.map(({colour}) => colour)).size).toBe(8);
  });

  test('starts anew after the eighth', () => {
    expect(radarSeries(8)).toBe(radarSeries(0));
  });
});

describe('radarPath', () => {
  test('closes where every point has a value, a share of 0 included', () => {
    expect(radarPath([at(1), at(2, 0), at(3)])).toBe('M1.0 0.0L2.0 0.0L3.0 0.0Z');
  });

  test('stays open around a point without a value, across the seam too', () => {
    expect(radarPath([at(1), at(2, null), at(3), at(4)])).toBe('M3.0 0.0L4.0 0.0L1.0 0.0');
  });

  test('draws each stretch between gaps', () => {
    expect(radarPath([at(1, null), at(2), at(3), at(4, null), at(5), at(6)])).toBe('M2.0 0.0L3.0 0.0M5.0 0.0L6.0 0.0');
  });

  test('draws nothing without values', () => {
    expect(radarPath([])).toBe('');
    expect(radarPath([at(1, null), at(2, null)])).toBe('');
  });
});
