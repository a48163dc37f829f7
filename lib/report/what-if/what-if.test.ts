import {describe, expect, it} from 'vitest';
import type {AnswerValue} from '@/lib/answers/answer-value';
import {diagnose} from '@/lib/diagnosis/diagnose';
import {formatPlacement} from '@/lib/format';
import {translatorFor} from '@/lib/messages/translator';
import {GOLDEN_ANSWERS, buildAnswers, buildSureness, goldenAnswers, listStageCodes} from '@/tests/support/sureness-subject';
import {tryOut} from './try-out';
import {buildWhatIf, buildWhatIfWords} from './what-if';

describe('buildWhatIf', () => {
  it.each(['zh-CN', 'en'] as const)('has every measure, the real answers and the threshold in use, in %s', (locale) => {
    const whatIf = buildWhatIf(buildSureness(goldenAnswers('guangshan'), locale));
    expect(whatIf.stages.map(({measures}) => measures.length)).toEqual([15, 13, 17]);
    expect(whatIf.stages.map(({open}) => open)).toEqual([false, true, false]);
    expect(whatIf.stages[1]?.measures[4]).toMatchObject({code: 'B21', value: 'not-in-place'});
    expect(whatIf.choices.filter(({threshold}) => threshold === whatIf.threshold)).toHaveLength(1);
    expect(whatIf.choices.map(({key}) => key)).toEqual(['1/4', '1/3', '2/5', '1/2', '3/5', '2/3', '3/4', '1']);
    expect(Object.keys(whatIf.placements)).toHaveLength(7);
    for (const words of [whatIf.words, whatIf.coverage, buildWhatIfWords(translatorFor(locale))]) {
      for (const word of Object.values(words)) expect(word).not.toBe('');
    }
  });

  it('puts a threshold of its own among the choices', () => {
    const {choices} = buildWhatIf(buildSureness({}, 'en', {threshold: [5, 9]}));
    expect(choices.map(({key}) => key)).toEqual(['1/4', '1/3', '2/5', '1/2', '5/9', '3/5', '2/3', '3/4', '1']);
    expect(choices[4]?.label).toBe('5/9 (about 56%), in use');
  });
});

describe('tryOut', () => {
  const whatIf = buildWhatIf(buildSureness(goldenAnswers('guangshan')));

  it('gives the real result where nothing is tried', () => {
    expect(tryOut(whatIf, {values: {}, threshold: [1, 2]})).toMatchObject({
      placement: '第一阶段', real: '第一阶段', moved: false, changed: [], kept: '4/13 < θ ≤ 1', up: [{stage: 2, measures: 3}, {stage: 3, measures: 9}],
    });
  });

  it('moves with the measures of the roadmap and with the threshold', () => {
    const values = {B21: 'in-place', B32: 'in-place', B41: 'in-place', A11: 'in-place'} as const;
    const tried = tryOut(whatIf, {values, threshold: [1, 2]});
    expect(tried).toMatchObject({placement: '第二阶段', real: '第一阶段', moved: true});
    expect(tried.changed.map(({measure, to}) => [measure.code, measure.value, to])).toEqual([
      ['B21', 'not-in-place', 'in-place'], ['B32', 'not-in-place', 'in-place'], ['B41', 'not-in-place', 'in-place'],
    ]);
    expect(tryOut(whatIf, {values: {}, threshold: [3, 10]})).toMatchObject({placement: '第二阶段', moved: true});
    expect(tryOut(whatIf, {values: {B21: 'unknown', B32: 'unknown', B41: 'unknown'}, threshold: [1, 2]})).toMatchObject({placement: '第一阶段至第二阶段', moved: true});
  });

  it('falls below stage 1 and says how far it is', () => {
    const values = Object.fromEntries(listStageCodes(1).slice(0, 8).map((code): [string, AnswerValue] => [code, 'not-in-place']));
    const tried = tryOut(whatIf, {values, threshold: [1, 2]});
    expect(tried.placement).toBe('尚未达到第一阶段');
    expect(tried.up[0]).toEqual({stage: 1, measures: 1});
  });

  it('ignores codes that the instrument does not have', () => {
    expect(tryOut(whatIf, {values: {Z99: 'in-place'}, threshold: [1, 2]})).toMatchObject({moved: false, changed: []});
  });

  it('is moved where only the interval opens', () => {
    const firm = buildWhatIf(buildSureness(buildAnswers({'in-place': listStageCodes(1)}), 'en'));
    expect(tryOut(firm, {values: Object.fromEntries(listStageCodes(2).map((code) => [code, 'unknown' as const])), threshold: [1, 2]})).toMatchObject({placement: 'Stage 1 to Stage 2', moved: true});
  });

  it.each(GOLDEN_ANSWERS)('reads %s as the engine does', (_, answers) => {
    const subject = buildSureness(answers);
    const diagnosis = diagnose(whatIf.model, answers);
    const {placement, stages} = tryOut(buildWhatIf(subject), {values: {}, threshold: [1, 2]});
    expect(placement).toBe(formatPlacement({...diagnosis.interval, entering: diagnosis.entering}, subject.t));
    expect(stages.map(({inPlace, needed, met}) => [inPlace, needed, met])).toEqual(diagnosis.stages.map(({inPlace, needed, met}) => [inPlace, needed, met]));
  });
});
