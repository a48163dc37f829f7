import {describe, expect, it} from 'vitest';
import {getMatch} from './match';

describe('getMatch', () => {
  it.each([[1, 2, 'lagging'], [1, 3, 'lagging'], [2, 2, 'matched'], [3, 2, 'leading'], [4, 1, 'leading']] as const)('e-commerce %i, cluster %i: %s', (ecommerce, cluster, match) => {
    expect(getMatch(ecommerce, cluster)).toBe(match);
  });
});
