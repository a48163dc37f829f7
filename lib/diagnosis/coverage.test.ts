import {describe, expect, it} from 'vitest';

import {getCoverage} from './coverage';

describe('getCoverage', () => {
  it('is in place over applicable, and 0 where nothing is applicable', () => {
    expect(getCoverage({inPlace: 2, applicable: 4})).toEqual([2, 4]);
    expect(getCoverage({inPlace: 0, applicable: 0})).toEqual([0, 1]);
  });
});
