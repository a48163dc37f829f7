import {describe, expect, it} from 'vitest';

import {isMet} from './is-met';

describe('isMet', () => {
  it('holds from the threshold on', () => {
    expect(isMet(6, 13, [1, 2])).toBe(false);
    expect(isMet(7, 13, [1, 2])).toBe(true);
    expect(isMet(4, 13, [4, 13])).toBe(true);
    expect(isMet(12, 13, [1, 1])).toBe(false);
  });

  it('never holds for a stage without an applicable measure, nor for nothing in place under a tiny threshold', () => {
    expect(isMet(0, 0, [1, 2])).toBe(false);
    expect(isMet(0, 17, [1, 1_000_000])).toBe(false);
  });
});
