import {describe, expect, it} from 'vitest';
import {GOLDEN_ANSWERS, buildAnswers, buildSureness, listStageCodes} from '@/tests/support/sureness-subject';
import {buildFourReadings} from './four-readings';

const [A, B] = [listStageCodes(1), listStageCodes(2)];

function rowsOf(...given: Parameters<typeof buildSureness>) {
  return Object.fromEntries(buildFourReadings(buildSureness(...given)).rows.map((row) => [row.key, row]));
}

const codes = (row: {decisive: {code: string}[]} | undefined) => row?.decisive.map(({code}) => code);

describe('buildFourReadings', () => {
  it('says that nothing differs where it does not', () => {
    const rows = rowsOf(buildAnswers({evidenced: A}));
    for (const key of ['strict', 'evidenced', 'outlook']) {
      expect(rows[key]).toMatchObject({standing: '第一阶段', parts: false, difference: ['没有哪项措施的算法不同，与申报口径相同。'], decisive: [], others: null});
    }
    expect(rows.claimed?.difference).toEqual([]);
    expect(rows.claimed?.counts).toBe('A 15/15、B 0/13和C 0/17');
  });

  it('names the measures that strictness, evidence and outlook hang on', () => {
    const answers = buildAnswers({evidenced: A, 'in-place': B.slice(0, 6), 'not-applicable': [B[6]!, 'C11'], 'under-way': ['C12', B[7]!]});
    const rows = rowsOf(answers);
    expect(rows.strict).toMatchObject({standing: '第一阶段', parts: true, difference: ['第二阶段只有 6/13 项，不到所需的 7 项。']});
    expect(codes(rows.strict)).toEqual([B[6]]);
    expect(rows.strict?.others).toMatchObject({lead: '算法不同、但不改变阶段的 1 项：', measures: [{code: 'C11', href: '#C11'}]});
    expect(rows.evidenced).toMatchObject({standing: '第一阶段', parts: true, difference: ['第二阶段只有 0/12 项，不到所需的 6 项。']});
    expect(codes(rows.evidenced)).toEqual(B.slice(0, 6));
    expect(rows.outlook).toMatchObject({standing: '第二阶段', parts: false, difference: ['有措施的算法不同，但阶段与申报口径相同。'], decisive: []});
    expect(rows.outlook?.others?.measures.map(({code}) => code)).toEqual([B[7], 'C12']);
  });

  it('names what is under way where that would reach a higher stage, in English', () => {
    const rows = rowsOf(buildAnswers({'in-place': [...A, ...B.slice(0, 5)], 'under-way': [...B.slice(5, 8), 'C11']}), 'en');
    expect(rows.outlook).toMatchObject({standing: 'Stage 2', parts: true, difference: ['Stage 2 has 8 of 13, which reaches the 7 needed.']});
    expect(codes(rows.outlook)).toEqual(B.slice(5, 8));
  });

  it('tells stage 1 met from not met, where the engine’s number is 1 for both', () => {
    const rows = rowsOf(buildAnswers({'in-place': A}), 'en');
    expect(rows.claimed?.standing).toBe('Stage 1');
    expect(rows.evidenced).toMatchObject({standing: 'Stage 1 not yet met', parts: true, difference: ['Stage 1 has only 0 of 15; 8 are needed.']});
    expect(codes(rows.evidenced)).toEqual(A);
  });

  it('explains each stage that falls', () => {
    const rows = rowsOf(buildAnswers({'in-place': B, evidenced: A.slice(0, 7)}));
    expect(rows.claimed?.standing).toBe('第二阶段');
    expect(rows.evidenced?.difference).toEqual(['第二阶段只有 0/13 项，不到所需的 7 项。']);
    expect(rows.evidenced?.standing).toBe('尚未达到第一阶段');
  });

  it.each(GOLDEN_ANSWERS)('parts from the claimed reading in %s exactly where the diagnosis does, and then names why', (_, answers) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const subject = buildSureness(answers, locale);
      const {readings} = subject.diagnosis;
      for (const {key, parts, decisive, difference} of buildFourReadings(subject).rows) {
        if (readings[key] !== readings.claimed) expect(parts).toBe(true);
        expect(decisive.length > 0).toBe(parts);
        expect(difference.length > 0).toBe(key !== 'claimed');
      }
    }
  });
});
