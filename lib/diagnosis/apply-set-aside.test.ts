import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ANSWER_VALUES, type AnswerValue} from '@/lib/answers/answer-value';
import {buildToyModel} from '@/tests/support/toy-model';
import {applySetAside} from './apply-set-aside';
import {diagnose} from './diagnose';

const MODEL = buildToyModel({stages: [['A11 A12'], ['B11 B12', 'B21 B22']]});
const CODES = ['A11', 'A12', 'B11', 'B12', 'B21', 'B22'];

function read(values: Record<string, AnswerValue>) {
  return diagnose(MODEL, Object.fromEntries(Object.entries(values).map(([code, value]) => [code, {value}])));
}

describe('applySetAside', () => {
  it('gives the next candidates in place of what is set aside, and says when too few are left', () => {
    const values = {A11: 'in-place', A12: 'in-place'} as const;
    const before = read(values);
    expect(before.roadmap).toEqual({toStage: 2, measures: ['B11', 'B21'], missing: 0});
    expect(applySetAside(MODEL, values, before, ['B11']).roadmap).toEqual({toStage: 2, measures: ['B12', 'B21'], missing: 0});
    expect(applySetAside(MODEL, values, before, ['B11', 'B12', 'B21']).roadmap).toEqual({toStage: 2, measures: ['B22'], missing: 1});
  });

  it('changes nothing but the roadmap, never picks what is set aside, and keeps the number wanted', () => {
    fc.assert(
      fc.property(fc.tuple(...CODES.map(() => fc.constantFrom(...ANSWER_VALUES))), fc.subarray(CODES), (given, setAside) => {
        const values = Object.fromEntries(CODES.map((code, index) => [code, given[index] as AnswerValue]));
        const before = read(values);
        const {roadmap, ...rest} = applySetAside(MODEL, values, before, setAside);
        expect({...rest, roadmap: before.roadmap}).toEqual(before);
        expect(roadmap?.measures.filter((code) => setAside.includes(code)) ?? []).toEqual([]);
        expect(roadmap && roadmap.measures.length + roadmap.missing).toBe(before.roadmap && before.roadmap.measures.length + before.roadmap.missing);
        expect(applySetAside(MODEL, values, before, [])).toBe(before);
      }),
    );
  });
});
