import {describe, expect, it} from 'vitest';

import {buildToyModel} from '@/tests/support/toy-model';

import {countBenchmarksWith} from './count-benchmarks-with';

describe('countBenchmarksWith', () => {
  it('counts the counties that have a measure', () => {
    const {benchmarks} = buildToyModel({stages: [['A11 A12']], benchmarks: {east: [1, 'A11'], west: [1, 'A11']}});
    expect(countBenchmarksWith(benchmarks, 'A11')).toBe(2);
    expect(countBenchmarksWith(benchmarks, 'A12')).toBe(0);
    expect(countBenchmarksWith(benchmarks, 'Z99')).toBe(0);
  });
});
