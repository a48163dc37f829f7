import {describe, expect, it} from 'vitest';
import {getClusterStage} from './cluster-stage';

const place = (traits: (number | null)[], highest = 3) => {
  const found = getClusterStage(traits, highest);
  return found && [found.stage, found.interval.low, found.interval.high];
};

describe('getClusterStage', () => {
  it.each<[string, (number | null)[], number[] | null]>([
    ['nothing asked', [], null],
    ['nothing known', Array(8).fill(null), null],
    ['everything known', [1, 1, 2, 2, 2, 3, 3, 3], [2, 2, 2]],
    ['an even split: the lower one', [1, 1, 1, 1, 3, 3, 3, 3], [1, 1, 1]],
    ['one known of eight', [2, ...Array(7).fill(null)], [2, 1, 3]],
    ['unknown traits that can’t matter', [2, 2, 2, 2, 2, 2, null, null], [2, 2, 2]],
    ['unknown traits that can raise it', [1, 1, 2, 2, 3, 3, null, null], [2, 1, 2]],
    ['unknown traits that can lower it', [2, 2, 2, 3, 3, 3, 1, null], [2, 2, 2]],
  ])('%s', (_case, traits, expected) => {
    expect(place(traits)).toEqual(expected);
  });

  it('counts the known and the unknown', () => {
    expect(getClusterStage([1, null, 3, null], 3)).toMatchObject({known: 2, unknown: 2});
  });

  it('knows other numbers of stages', () => {
    expect(place([4, null, 2], 5)).toEqual([2, 2, 4]);
    expect(place([1, null], 1)).toEqual([1, 1, 1]);
  });
});
