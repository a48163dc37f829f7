import {describe, expect, it} from 'vitest';
import type {Claim, ClaimCheck} from '@/lib/diagnosis/check-claim';
import {LOCALES} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import type {CheckedClaim} from './check-stated-claim';
import {buildVerification} from './verify';

const result = {stage: 2, entering: false, low: 2, high: 3};
const claim: Claim = {
  county: '金寨县',
  period: '2026',
  revision: null,
  instrument: {id: 'wang-zhang-2017', version: '1.0.0', hash: 'a'.repeat(64)},
  answers: {},
  answerHash: 'b'.repeat(64),
  result,
};
const sound: ClaimCheck = {follows: true, computed: result, answersIntact: true, computedAnswerHash: claim.answerHash, sameContent: true};
const verify = (each: Partial<CheckedClaim>, locale: (typeof LOCALES)[number] = 'zh-CN') =>
  buildVerification([{claim, check: sound, sentence: null, ...each}], translatorFor(locale))[0];

describe('buildVerification', () => {
  it.each(LOCALES)('says in words what holds, with stated beside computed: %s', (locale) => {
    const verified = verify({sentence: {expected: 'x', found: true}}, locale);
    expect(verified?.verdict).toBe('holds');
    expect(verified?.sentences).toHaveLength(1);
    expect(verified?.rows.map(({differs}) => differs)).toEqual([false, false, false]);
    expect(JSON.stringify(verified)).not.toMatch(/undefined|[{]instrument/);
  });

  it('tells a changed answer or sentence from a result that does not follow', () => {
    expect(verify({check: {...sound, answersIntact: false, computedAnswerHash: 'c'.repeat(64)}})?.verdict).toBe('altered');
    expect(verify({sentence: {expected: '金寨县处于第二阶段', found: false}})).toMatchObject({verdict: 'altered', sentences: [expect.any(String), expect.stringContaining('金寨县处于第二阶段')]});
    const fails = verify({check: {...sound, follows: false, computed: {stage: 1, entering: true, low: 1, high: 1}}});
    expect(fails?.verdict).toBe('fails');
    expect(fails?.rows.map(({stated, computed}) => [stated, computed]).slice(0, 2)).toEqual([
      ['第二阶段', '尚未达到第一阶段'],
      ['第二阶段至第三阶段', '第一阶段'],
    ]);
  });

  it('confirms nothing that it can’t compute with the same content', () => {
    expect(verify({check: null})).toMatchObject({verdict: 'unknown', rows: []});
    const other = verify({check: {...sound, sameContent: false}});
    expect(other?.verdict).toBe('unknown');
    expect(other?.rows).toHaveLength(3);
  });
});
