import {describe, expect, it} from 'vitest';

import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {buildToyModel} from '@/tests/support/toy-model';

import {buildModel} from './build-model';
import {checkStagingOrder} from './staging-order';

describe('checkStagingOrder', () => {
  it('tells which upper measures occur without the lower stage, and which before it is complete', () => {
    const model = buildToyModel({
      stages: [['A11 A12', 'A21'], ['B11 B12 B13']],
      benchmarks: {full: [2, 'A11 A12 A21 B11'], half: [2, 'A11 A21 B12'], bare: [1, 'A12 B13'], none: [1, 'A11']},
    });
    expect(checkStagingOrder(model)).toEqual([
      {
        lower: 1,
        upper: 2,
        counties: [
          {id: 'full', upper: ['B11'], lacking: [], lowerMet: true},
          {id: 'half', upper: ['B12'], lacking: ['A12'], lowerMet: true},
          {id: 'bare', upper: ['B13'], lacking: ['A11', 'A21'], lowerMet: false},
        ],
        unsupported: ['B13'],
        beforeComplete: ['B12', 'B13'],
        upTo: [1, 3],
      },
    ]);
  });

  it('has no bound where no county has an upper measure, and no step for a single stage', () => {
    const model = buildToyModel({stages: [['A11'], ['B11']], benchmarks: {one: [1, 'A11']}});
    expect(checkStagingOrder(model)).toEqual([{lower: 1, upper: 2, counties: [], unsupported: [], beforeComplete: [], upTo: null}]);
    expect(checkStagingOrder(buildToyModel({stages: [['A11']]}))).toEqual([]);
  });

  it('reads Table 1: no measure without the stage below, every B and C measure before it is complete', () => {
    const {instrument, benchmarks} = getInstrumentOrThrow('wang-zhang-2017');
    const [toB, toC] = checkStagingOrder(buildModel(instrument, benchmarks));
    expect([toB?.unsupported, toC?.unsupported]).toEqual([[], []]);
    expect([toB?.beforeComplete.length, toC?.beforeComplete.length]).toEqual([13, 17]);
    expect([toB?.upTo, toC?.upTo]).toEqual([[8, 15], [7, 13]]);
    expect(toB?.counties.map(({id, lacking}) => [id, lacking.join(' ')])).toEqual([
      ['guangshan', ''],
      ['jinzhai', 'A22 A23 A31 A32 A52'],
      ['qinghe', 'A22 A23 A31 A32 A41 A51 A52'],
    ]);
    expect(toC?.counties.map(({id, lacking}) => [id, lacking.join(' ')])).toEqual([
      ['jinzhai', ''],
      ['qinghe', 'B22 B31 B33 B42 B43 B51'],
    ]);
  });
});
