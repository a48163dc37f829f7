import {describe, expect, it} from 'vitest';
import {PLAN_LIMITS, planSchema} from './plan-schema';

const CHOSEN = {decision: 'chosen', bureau: '商务局', duePeriod: '2027-H1', reason: ''};
const SET_ASIDE = {decision: 'setAside', bureau: '', duePeriod: '', reason: '审批权在省级部门'};

/** All problems of an input as “path: message”. */
function problemsOf(input: unknown): string[] {
  return (planSchema.safeParse(input).error?.issues ?? []).map(({path, message}) => `${path.join('.')}: ${message}`);
}

describe('planSchema', () => {
  it.each([CHOSEN, SET_ASIDE, {...CHOSEN, reason: '备注'}])('takes %o as it is', (input) => {
    expect(planSchema.parse(input)).toEqual(input);
  });

  it('tidies spaces, of one line and of many', () => {
    expect(planSchema.parse({...CHOSEN, bureau: ' 商务局 \n 电商股 ', duePeriod: ' 2027 ', reason: ' 一\r\n二 '})).toEqual({
      decision: 'chosen', bureau: '商务局 电商股', duePeriod: '2027', reason: '一\n二',
    });
  });

  it('names everything that is missing from a chosen measure, and from one set aside', () => {
    expect(problemsOf({decision: 'chosen'})).toEqual(['bureau: bureau-missing', 'duePeriod: due-missing']);
    expect(problemsOf({decision: 'setAside', bureau: '商务局', reason: ' \n '})).toEqual(['reason: set-aside-reason-missing']);
  });

  it.each([undefined, '', 'done', 'constructor'])('asks for a decision instead of %j', (decision) => {
    expect(problemsOf({...CHOSEN, decision})).toEqual(['decision: plan-decision-missing']);
  });

  it('names all problems at once, also of the other decision’s texts', () => {
    const input = {decision: 'chosen', bureau: '局'.repeat(PLAN_LIMITS.bureau + 1), duePeriod: '2027-13', reason: 'x\0'};
    expect(problemsOf(input)).toEqual([expect.stringMatching(/^bureau: .*60/), 'duePeriod: bad-due', 'reason: control-characters']);
    expect(problemsOf({...CHOSEN, bureau: '局'.repeat(PLAN_LIMITS.bureau), reason: '因'.repeat(PLAN_LIMITS.reason)})).toEqual([]);
    expect(problemsOf({...SET_ASIDE, reason: '因'.repeat(PLAN_LIMITS.reason + 1)})).toEqual([expect.stringMatching(/^reason: .*500/)]);
  });

  it.each(['1999', '2100', '2027-H3', '2027-01', '__proto__'])('refuses the due period %s', (duePeriod) => {
    expect(problemsOf({...CHOSEN, duePeriod})).toEqual(['duePeriod: bad-due']);
  });

  it('refuses fields that it does not know', () => {
    expect(problemsOf({...CHOSEN, since: '2020'})).toHaveLength(1);
  });
});
