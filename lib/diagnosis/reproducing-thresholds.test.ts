import {describe, expect, it} from 'vitest';

import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {buildToyAnswers, buildToyModel, countToy} from '@/tests/support/toy-model';

import {buildModel} from './build-model';
import {diagnose} from './diagnose';
import {readBenchmarks} from './read-benchmarks';
import {findReproducingThresholds} from './reproducing-thresholds';

const model = buildToyModel({stages: [['A11 A12 A13 A14'], ['B11 B12 B13']]});
const county = (placed: number, codes: string) => ({placed, stages: countToy(model, buildToyAnswers({'in-place': codes})).stages});

describe('findReproducingThresholds', () => {
  it('meets all counties’ ranges', () => {
    // Stage 1 holds above 1/3, stage 2 up to 2/3.
    expect(findReproducingThresholds([county(1, 'A11 B11'), county(2, 'B11 B12')])).toEqual({above: [1, 3], upTo: [2, 3]});
    expect(findReproducingThresholds([])).toEqual({above: [0, 1], upTo: [1, 1]});
  });

  it('says that none does', () => {
    expect(findReproducingThresholds([county(1, 'B11 B12'), county(2, 'B11')])).toBeNull();
    expect(findReproducingThresholds([county(1, 'B11 B12'), county(2, 'B11 B12')])).toBeNull();
    expect(findReproducingThresholds([county(2, 'A11')])).toBeNull();
  });

  it('gives (4/13, 1] for Table 1, and the engine agrees on both sides of each bound', () => {
    const registered = getInstrumentOrThrow('wang-zhang-2017');
    const readings = readBenchmarks(registered);
    const counties = readings.map(({benchmark, diagnosis}) => ({stages: diagnosis.stages, placed: benchmark.stage.value}));
    expect(findReproducingThresholds(counties)).toEqual({above: [4, 13], upTo: [1, 1]});
    const engine = buildModel(registered.instrument, registered.benchmarks);
    const stagesAt = (threshold: readonly [number, number]) =>
      readings.map(({values}) => diagnose(engine, Object.fromEntries(Object.entries(values).map(([code, value]) => [code, {value}])), {threshold}).stage);
    expect(stagesAt([4, 13])).toEqual([2, 2, 3]);
    expect(stagesAt([4001, 13000])).toEqual([1, 2, 3]);
    expect(stagesAt([1, 1])).toEqual([1, 2, 3]);
  });
});
