import {describe, expect, it} from 'vitest';

import {ceilTimes, compareFractions, reduceFraction} from './fraction';

describe('compareFractions', () => {
  it('orders by value, not by terms', () => {
    expect(compareFractions([4, 13], [1, 3])).toBeLessThan(0);
    expect(compareFractions([2, 4], [1, 2])).toBe(0);
    expect(compareFractions([1, 1], [999_999, 1_000_000])).toBeGreaterThan(0);
  });
});

describe('reduceFraction', () => {
  it('gives lowest terms', () => {
    expect(reduceFraction([6, 8])).toEqual([3, 4]);
    expect(reduceFraction([13, 13])).toEqual([1, 1]);
    expect(reduceFraction([0, 17])).toEqual([0, 1]);
  });
});

describe('ceilTimes', () => {
  it('rounds up only where something is left over', () => {
    expect(ceilTimes([1, 2], 13)).toBe(7);
    expect(ceilTimes([3, 5], 15)).toBe(9);
    expect(ceilTimes([1, 1], 17)).toBe(17);
    expect(ceilTimes([1, 1_000_000], 17)).toBe(1);
    expect(ceilTimes([1, 2], 0)).toBe(0);
  });

  it('does not suffer from floating point, where 0.07 * 100 > 7', () => {
    expect(ceilTimes([7, 100], 100)).toBe(7);
  });
});
