import {describe, expect, it} from 'vitest';
import {getLowerMedian} from './lower-median';

describe('getLowerMedian', () => {
  it.each<[number[], number | null]>([
    [[], null],
    [[2], 2],
    [[3, 1], 1],
    [[3, 1, 2], 2],
    [[3, 1, 3, 2], 2],
    [[10, 9, 1], 9],
  ])('of %j is %j', (values, median) => {
    expect(getLowerMedian(values)).toBe(median);
  });

  it('leaves the list as it was', () => {
    const values = [3, 1, 2];
    getLowerMedian(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
