import {describe, expect, it} from 'vitest';
import {GOLDEN_ANSWERS, buildAnswers, buildSureness, goldenAnswers, listStageCodes} from '@/tests/support/sureness-subject';
import {buildOtherRules} from './other-rules';

const [A, B, C] = [listStageCodes(1), listStageCodes(2), listStageCodes(3)];

function rowsOf(...given: Parameters<typeof buildSureness>) {
  return Object.fromEntries(buildOtherRules(buildSureness(...given)).rows.map((row) => [row.key, row]));
}

describe('buildOtherRules', () => {
  it('says that all agree on Guangshan, and how near it is to itself', () => {
    const view = buildOtherRules(buildSureness(goldenAnswers('guangshan')));
    expect(view.summary).toBe('五种规则的结果相同：第一阶段。结果不取决于用哪一种规则。');
    expect(view.rows.map(({stage, parts}) => [stage, parts])).toEqual(Array(5).fill(['第一阶段', false]));
    expect(view.rows.at(-1)?.why).toBe('最接近光山：比较了 45 项，0 项不同。');
    expect(view.note).toBe('');
  });

  it('says where a gate stops and which stage is fullest', () => {
    const answers = buildAnswers({'in-place': [...A.slice(0, 7), ...B, ...C.slice(0, 9)]});
    const rows = rowsOf(answers, 'en');
    expect(rows.gated).toMatchObject({stage: 'Stage 1', parts: true});
    expect(rows.gated?.why).toContain('Stage 1 has only 7 in place where 8 are needed');
    expect(rows.dominant).toMatchObject({stage: 'Stage 2', parts: true});
    expect(rows.dominant?.why).toContain('The coverage of Stage 2, 13/13, is the highest; that of Stage 3 is 9/17.');
    expect(buildOtherRules(buildSureness(answers, 'en')).summary).toMatch(/^\d of 5 rules part from this result \(Stage 3\)/);
  });

  it('shows the categories whose mean meets a stage, or does not', () => {
    // B5 has one measure, B2 two: few measures, much weight.
    const higher = rowsOf(buildAnswers({'in-place': [...A, 'B51', 'B21', 'B22', 'B41', 'B42']}));
    expect(higher.byCategory).toMatchObject({stage: '第二阶段', parts: true});
    expect(higher.byCategory?.why).toContain('第二阶段各类别为 B1 0/4、B2 2/2、B3 0/3、B4 2/3和B5 1/1，平均达到 1/2');
    const lower = rowsOf(buildAnswers({'in-place': [...A, 'B11', 'B12', 'B13', 'B14', 'B31', 'B32', 'B33']}), 'en');
    expect(lower.byCategory).toMatchObject({stage: 'Stage 1', parts: true});
    expect(lower.byCategory?.why).toContain('their mean stays below 1/2');
  });

  it('says what a tie between benchmark counties gives, and when nothing can be compared', () => {
    const rows = rowsOf(buildAnswers({unknown: [...A, ...B, ...C]}), 'en');
    expect(rows.nearestBenchmark?.why).toBe('Nothing can be compared yet; all benchmark counties tie, and the first listed counts.');
    const tie = rowsOf({B51: {value: 'in-place'}}, 'zh-CN');
    expect(tie.nearestBenchmark?.why).toBe('与光山和金寨同样接近：比较了 1 项，各有 0 项不同；并列时取先列的光山。');
    const subject = buildSureness({});
    const bare = {...subject, benchmarks: [], diagnosis: {...subject.diagnosis, rules: {...subject.diagnosis.rules, nearestBenchmark: {stage: null, benchmarks: [], differences: 0, compared: 0}}}};
    expect(buildOtherRules(bare).rows.at(-1)).toMatchObject({stage: '—', why: '没有可以比较的标杆县。'});
  });

  it('says that rules have nothing below stage 1', () => {
    expect(buildOtherRules(buildSureness(buildAnswers({}), 'en')).note).toBe('Stage 1 is not yet met; having nothing lower, the rules give stage 1.');
  });

  it.each(GOLDEN_ANSWERS)('gives a reason for every rule that parts in %s', (_, answers) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const subject = buildSureness(answers, locale);
      const {rows} = buildOtherRules(subject);
      const {rules} = subject.diagnosis;
      expect(rows.map(({parts}) => parts)).toEqual([false, ...[rules.gated, rules.dominant, rules.byCategory, rules.nearestBenchmark.stage].map((stage) => stage !== rules.frontier)]);
      for (const {parts, why} of rows) if (parts) expect(why).not.toBe('');
    }
  });
});
