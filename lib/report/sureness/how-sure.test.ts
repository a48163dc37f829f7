import {describe, expect, it} from 'vitest';
import {listMeasures} from '@/lib/instrument/list-measures';
import {GOLDEN_ANSWERS, buildAnswers, buildSureness, goldenAnswers, listStageCodes} from '@/tests/support/sureness-subject';
import {buildHowSure} from './how-sure';

const [A, B, C] = [listStageCodes(1), listStageCodes(2), listStageCodes(3)];
/** Stage 1 met, stage 2 open: 5 in place, 3 unknown of 13. */
const OPEN = buildAnswers({'in-place': [...A, ...B.slice(0, 5)], unknown: ['B41', 'B42', 'B51']});

describe('buildHowSure for the benchmark counties', () => {
  it('tells Guangshan’s firm stage, the way up, and the thresholds', () => {
    const {verdict, next, margins, range} = buildHowSure(buildSureness(goldenAnswers('guangshan')));
    expect(verdict).toBe('没有不清楚的措施，按现有的答案，结果是确定的：处于第一阶段。');
    expect(next).toBeNull();
    expect(margins.lead).toBe('');
    expect(margins.items).toEqual(['还差3项即达第二阶段', '还差9项即达第三阶段', '第一阶段是最低的阶段，不会再往下退']);
    expect(range.sentences).toEqual(['现用的门槛是 1/2。门槛大于 4/13（约 31%）时，结果都是第一阶段。']);
  });

  it('tells Jinzhai’s way down, in English', () => {
    const {verdict, margins, range} = buildHowSure(buildSureness(goldenAnswers('jinzhai'), 'en'));
    expect(verdict).toBe('Nothing is unknown, so the answers settle it: at Stage 2.');
    expect(margins.items).toEqual(['8 more measures reach Stage 3', '7 measures of Stage 2 fewer in place, and the county falls to Stage 1']);
    expect(range.sentences).toEqual(['The threshold in use is 1/2. With the threshold above 1/17 (about 6%), the result is Stage 2 all the same.']);
  });

  it('has nothing above Qinghe, which keeps its stage under every threshold', () => {
    const {margins, range} = buildHowSure(buildSureness(goldenAnswers('qinghe'), 'en'));
    expect(margins.items).toEqual(['9 measures of Stage 3 fewer in place, and the county falls to Stage 2']);
    expect(range.sentences[0]).toContain('With the threshold at any value, the result is Stage 3');
  });
});

describe('buildHowSure for open answers', () => {
  it('tells what is open, which question to ask, and what settles it', () => {
    const view = buildHowSure(buildSureness(OPEN, 'zh-CN', {editableId: 'x'}));
    expect(view.verdict).toBe('还不能确定：有 3 项不清楚。若全部未实施，处于第一阶段；若全部已实施，处于第二阶段；其他情形都在两者之间，查清后不适用的也不例外。');
    expect(view.next).toMatchObject({href: '/assessments/x/categories/B4#B41', hint: ''});
    expect(view.next?.measure).toMatch(/^B41“.+”$/);
    expect(view.next?.why).toBe('在第二阶段不清楚的措施中，有此措施的标杆县最多：金寨和清河。');
    expect(view.next?.settle).toBe('怎样才算弄清：在第二阶段不清楚的措施中，再有 2 项确认已实施，就达到第二阶段；有 2 项确认未实施，就排除第二阶段。');
    expect(view.margins.lead).not.toBe('');
  });

  it('leads to the measure on the page, and to reopening, when the assessment is final', () => {
    const {next} = buildHowSure(buildSureness(OPEN, 'en'));
    expect(next).toMatchObject({href: '#B41', hint: 'This assessment is final; once you know, reopen it as a new revision.'});
    expect(next?.settle).toContain('2 more in place confirm Stage 2; 2 not in place rule it out');
  });

  it('says so where unknown measures can’t change the result', () => {
    const view = buildHowSure(buildSureness(buildAnswers({'in-place': A, unknown: ['C11']}), 'en'));
    expect(view.verdict).toBe('1 measure is unknown, but however that turns out, the result is the same: at Stage 1.');
    expect(view.next).toBeNull();
  });

  it('says that the first in table order is asked where no benchmark county has any', () => {
    const subject = buildSureness(OPEN);
    const instrument = structuredClone(subject.instrument);
    for (const {measure} of listMeasures(instrument)) measure.benchmarks.ids = [];
    expect(buildHowSure({...subject, instrument}).next?.why).toBe('第二阶段不清楚的措施，标杆县都没有实施，因此按表中次序取第一项。');
  });

  it.each([
    ['stage 1 is open', A.slice(7, 9), '有 2 项不清楚：查清后可能达到第一阶段，也可能达不到，但不会更高。'],
    ['stage 1 is out of reach', [] as string[], '没有不清楚的措施，按现有的答案，结果是确定的：尚未达到第一阶段。'],
  ])('tells below stage 1 whether %s', (_, unknown, verdict) => {
    const view = buildHowSure(buildSureness(buildAnswers({'in-place': A.slice(0, 7), unknown})));
    expect(view.verdict).toBe(verdict);
    expect(view.margins.items[0]).toBe('还差1项即达第一阶段');
    expect(view.margins.items.at(-1)).toBe('下面没有更低的阶段');
    expect(view.range.sentences[1]).toBe('其中门槛大于 7/15（约 47%）时，连第一阶段也没有达到。');
  });

  it('says where no lower stage is met, and where no measure of a higher one applies', () => {
    expect(buildHowSure(buildSureness(buildAnswers({'in-place': B}))).margins.items.at(-1)).toBe('第二阶段已实施的措施减少7项，就连第一阶段也达不到');
    const {margins} = buildHowSure(buildSureness(buildAnswers({'in-place': A, 'not-applicable': C})));
    expect(margins.items).toEqual(['还差7项即达第二阶段', '第三阶段没有适用的措施，因此不能判定为达到。', '第一阶段是最低的阶段，不会再往下退']);
  });
});

it.each(GOLDEN_ANSWERS)('agrees with the diagnosis of %s in both languages', (_, answers) => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const subject = buildSureness(answers, locale);
    const {next, margins, line} = buildHowSure(subject);
    expect(next === null).toBe(subject.diagnosis.nextQuestion === null);
    for (const {measures} of subject.diagnosis.margin.up) expect(margins.items.join()).toContain(String(measures));
    expect(line.rows.filter(({note}) => note !== '')).toHaveLength(1);
  }
});
