import {describe, expect, it} from 'vitest';

import {buildToyAnswers, buildToyModel} from '@/tests/support/toy-model';

import {diagnose} from './diagnose';
import type {EngineAnswers} from './model';

describe('diagnose', () => {
  const model = buildToyModel({stages: [['A11 A12'], ['B11 B12'], ['C11 C12 C13']]});

  it('tells entering stage 1 from being in it', () => {
    expect(diagnose(model, {})).toMatchObject({stage: 1, entering: true});
    expect(diagnose(model, buildToyAnswers({'in-place': 'A11'}))).toMatchObject({stage: 1, entering: false});
  });

  it('does not hold a county back for a lower stage, but names it', () => {
    const diagnosis = diagnose(model, buildToyAnswers({'in-place': 'B11 C11 C12'}));
    expect(diagnosis).toMatchObject({stage: 3, entering: false, foundationGaps: [1], roadmap: null});
  });

  it('takes another threshold than that of the model', () => {
    const answers = buildToyAnswers({'in-place': 'A11 A12 B11 C11'});
    expect(diagnose(model, answers).stage).toBe(2);
    expect(diagnose(model, answers, {threshold: [1, 1]}).stage).toBe(1);
    expect(diagnose(model, answers, {threshold: [1, 1_000_000]}).stage).toBe(3);
  });

  it('ignores codes outside the model, odd ones included', () => {
    const text = '{"__proto__": {"value": "in-place"}, "constructor": {"value": "in-place"}}';
    const odd = JSON.parse(text) as EngineAnswers;
    expect(diagnose(model, {...odd, Z99: {value: 'in-place'}})).toEqual(diagnose(model, {}));
    expect(diagnose(model, odd)).toEqual(diagnose(model, {}));
  });

  it('takes measures that are named like what every object has', () => {
    const odd = buildToyModel({stages: [['constructor toString'], ['__proto__ valueOf']]});
    expect(diagnose(odd, {})).toMatchObject({stage: 1, entering: true, interval: {low: 1, high: 2}});
    const answers = JSON.parse('{"__proto__": {"value": "in-place"}}') as EngineAnswers;
    expect(diagnose(odd, answers).stage).toBe(2);
  });

  it('works on a single stage', () => {
    const single = buildToyModel({stages: [['A11 A12']], threshold: [1, 1]});
    expect(diagnose(single, buildToyAnswers({'in-place': 'A11'}))).toMatchObject({
      stage: 1,
      entering: true,
      interval: {low: 1, high: 1},
      margin: {up: [], down: null},
      thresholdRange: {above: [0, 1], upTo: [1, 1]},
      nextQuestion: null,
      settle: null,
      roadmap: null,
    });
  });
});
