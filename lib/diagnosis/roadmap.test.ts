import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel} from '@/tests/support/toy-model';

import {diagnose} from './diagnose';

const stages = [['A11'], ['B11 B12 B13', 'B21 B22 B23']];

describe('buildRoadmap', () => {
  it('takes what is under way first, then what more benchmark counties have', () => {
    const model = buildToyModel({stages, benchmarks: {east: [1, 'B13 B22'], west: [2, 'B13 B21']}});
    const answers = buildToyAnswers({'under-way': 'B23'});
    expect(diagnose(model, answers).roadmap).toEqual({toStage: 2, measures: ['B23', 'B13', 'B21'], missing: 0});
  });

  it('then spreads over the categories, those picked counting as in place, and keeps table order', () => {
    const model = buildToyModel({stages, threshold: [5, 6]});
    expect(diagnose(model, {}).roadmap?.measures).toEqual(['B11', 'B21', 'B12', 'B22', 'B13']);
    const answers = buildToyAnswers({'in-place': 'B12'});
    expect(diagnose(model, answers).roadmap?.measures).toEqual(['B21', 'B11', 'B22', 'B13']);
  });

  it('takes the coverage of a category over its applicable measures', () => {
    const model = buildToyModel({stages, threshold: [4, 5]});
    const answers = buildToyAnswers({'in-place': 'B11 B21', 'not-applicable': 'B22'});
    expect(diagnose(model, answers).roadmap?.measures).toEqual(['B12', 'B23']);
  });

  it('leaves out what is set aside, and says how many are missing', () => {
    const model = buildToyModel({stages});
    const answers = buildToyAnswers({'not-applicable': 'B11'});
    const options = {setAside: ['B12', 'B21', 'B22', 'A11']};
    expect(diagnose(model, answers, options).roadmap).toEqual({toStage: 2, measures: ['B13', 'B23'], missing: 1});
  });

  it('is null at the last stage and where the next stage has no applicable measure', () => {
    const model = buildToyModel({stages});
    expect(diagnose(model, buildToyAnswers({'in-place': 'B11 B12 B13'})).roadmap).toBeNull();
    expect(diagnose(model, buildToyAnswers({'not-applicable': 'B11 B12 B13 B21 B22 B23'})).roadmap).toBeNull();
  });
});
