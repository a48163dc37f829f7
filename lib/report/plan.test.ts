import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {AnswerValue} from '@/lib/answers/answer-value';
import {listPeriods, periodEnd} from '@/lib/answers/period';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {translatorFor} from '@/lib/messages/translator';
import {type PlanEntry, buildPlanRows, buildResultPlan, listSetAside, selectPlan} from './plan';

const {instrument} = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
const t = translatorFor('zh-CN');

function chosen(measure: string, parts: Partial<PlanEntry> = {}): PlanEntry {
  return {measure, decision: 'chosen', reason: '', bureau: '商务局', duePeriod: '2027', since: '2026', revision: 1, ...parts};
}

function setAside(measure: string, parts: Partial<PlanEntry> = {}): PlanEntry {
  return chosen(measure, {decision: 'setAside', bureau: '', duePeriod: '', reason: '权限在省', ...parts});
}

function planAt(period: string, entries: PlanEntry[], values: Record<string, AnswerValue> = {}, roadmap: string[] = []) {
  return buildResultPlan({instrument, entries, values, period, roadmap, locale: 'zh-CN', t});
}

describe('buildResultPlan', () => {
  it('puts bureau and due period beside the roadmap’s measures, and lists the other decisions', () => {
    const plan = planAt('2026', [chosen('B21'), chosen('C11'), setAside('B32')], {}, ['B21', 'B41']);
    expect(plan.chosen).toEqual({B21: {bureau: '商务局', due: '2027年'}});
    expect(plan.others.map(({code}) => code)).toEqual(['C11']);
    expect(plan.setAside).toMatchObject([{code: 'B32', reason: '权限在省', overdue: false}]);
    expect(plan.followUp).toBeNull();
  });

  it('follows up at the next assessment what was chosen before: done, under way, not yet, past its due period', () => {
    const entries = [chosen('B21'), chosen('B32'), chosen('B41'), chosen('B51', {duePeriod: '2028'}), chosen('C11', {since: '2027'}), setAside('B42')];
    const plan = planAt('2027', entries, {B21: 'in-place', B32: 'under-way', B41: 'not-in-place', B51: 'not-in-place'}, ['B32', 'B41']);
    expect(plan.followUp?.rows.map(({code, state, overdue}) => [code, state, overdue])).toEqual([
      ['B21', 'done', false],
      ['B32', 'under-way', true],
      ['B41', 'not-yet', true],
      ['B51', 'not-yet', false],
    ]);
    expect(plan.followUp?.rows.map(({standing}) => standing)).toEqual(['已落实', '推进中，期限已到', '未落实，期限已到', '未落实']);
    expect(plan.followUp?.summary).toBe(t('plan.follow-up-summary', {total: 4, done: 1, underWay: 1, overdue: 2}));
    expect(plan.others.map(({code}) => code)).toEqual(['C11']);
    expect(Object.keys(plan.chosen)).toEqual(['B32', 'B41']);
  });

  it('leaves the page of an earlier period as it was', () => {
    const later = [chosen('B21', {since: '2027'}), setAside('B32', {since: '2027-Q1'})];
    expect(planAt('2026', later, {}, ['B21'])).toEqual({chosen: {}, others: [], setAside: [], followUp: null});
    expect(listSetAside(selectPlan(later, '2026'))).toEqual([]);
    expect(listSetAside(selectPlan(later, '2027-H1'))).toEqual(['B32']);
  });
});

describe('buildPlanRows', () => {
  it.each([
    ['2026-H2', '2026', true],
    ['2026', '2026-H1', false],
    ['2026-Q2', '2026-H1', true],
    ['2026-Q3', '2026-H1', false],
    ['2025', '2026-Q1', true],
  ])('takes what is due by %s as due at an assessment of %s: %s', (duePeriod, period, overdue) => {
    const rows = buildPlanRows({instrument, entries: [chosen('B21', {duePeriod})], values: {B21: 'not-in-place'}, period, locale: 'en', t: translatorFor('en')});
    expect(rows).toMatchObject([{overdue, standing: overdue ? 'Not yet, due period is over' : 'Not yet'}]);
  });

  it('never calls overdue what does not apply or is no longer asked, and names the latter by its code alone', () => {
    const entries = [chosen('B21', {duePeriod: '2020'}), chosen('Z99', {duePeriod: '2020'}), chosen('B32', {duePeriod: '2020'})];
    expect(buildPlanRows({instrument, entries, values: {B21: 'not-applicable'}, period: '2026', locale: 'zh-CN', t})).toMatchObject([
      {state: 'not-applicable', overdue: false},
      {code: 'Z99', name: '', state: 'dropped', overdue: false},
      {state: 'unknown', overdue: true},
    ]);
  });

  it('is overdue only from the due period on, and once overdue stays so until it is done', () => {
    const period = fc.constantFrom(...listPeriods(2026));
    fc.assert(
      fc.property(period, period, period, (duePeriod, one, other) => {
        const [first, second] = [one, other].toSorted((a, b) => (periodEnd(a) < periodEnd(b) ? -1 : 1)) as [string, string];
        const at = (each: string) => buildPlanRows({instrument, entries: [chosen('B21', {duePeriod})], values: {}, period: each, locale: 'zh-CN', t})[0]?.overdue;
        expect(at(first)).toBe(periodEnd(duePeriod) <= periodEnd(first));
        if (at(first)) expect(at(second)).toBe(true);
      }),
    );
  });
});
