import {describe, expect, it} from 'vitest';
import {getContent} from '@/lib/instrument/registry';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {translatorFor} from '@/lib/messages/translator';
import {buildTraitPage, describeTraitConflict} from './trait-page';
import {buildTraitRows} from './trait-rows';
import {buildTraitTask} from './trait-task';

const {instrument} = getTraitsOrThrow();
const t = translatorFor('zh-CN');
const answer = (trait: string, value: number | null, confirmed = true, revision = 1) => ({trait, value, confirmed, revision});

type Answers = ReturnType<typeof answer>[];

function page(answers: Answers, locale: 'zh-CN' | 'en' = 'zh-CN') {
  return buildTraitPage({assessmentId: 'a', instrument, answers, carriedFrom: '2025年', sources: getContent().sources, locale, t: translatorFor(locale)});
}

describe('buildTraitPage', () => {
  it('asks eight questions with three descriptions and “don’t know”, each with its passages', () => {
    const {traits, source, initial, carried} = page([]);
    expect(traits.map(({choices}) => choices.map(({value}) => value))).toEqual(traits.map(() => ['1', '2', '3', 'unknown']));
    expect(traits).toHaveLength(8);
    expect(traits[1]?.passages[0]).toBe('数量扩张阶段：第 2 节，第一阶段一段（论文所述）');
    expect(traits[0]?.passages[0]).toBe('数量扩张阶段：第 3.4 节，光山县所处阶段一段（由论文推得）');
    expect(source).toContain('王滢、张瑞东');
    expect([initial, carried]).toEqual([{}, '']);
  });

  it('fills in what is stored, and says what was carried over', () => {
    const {initial, carried} = page([answer('brand', 2, true, 3), answer('pressure', null, false)]);
    expect(initial).toEqual({'brand.value': '2', 'brand.revision': '3', 'pressure.value': 'unknown', 'pressure.revision': '1'});
    expect(carried).toContain('2025年');
  });

  it('is English in English', () => {
    expect(JSON.stringify(page([], 'en'))).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('describeTraitConflict', () => {
  it('tells who saved which description, and when in China', () => {
    const standing = {trait: 'brand', value: 2, answeredBy: '李某', updatedAt: new Date('2026-03-04T04:05:00Z')};
    const said = describeTraitConflict(standing, instrument, 'zh-CN', t);
    expect(said).toContain('李某');
    expect(said).toContain('12:05');
    expect(said).toContain(instrument.traits.find(({id}) => id === 'brand')?.descriptions[1]?.text['zh-CN']);
    expect(describeTraitConflict({...standing, value: null}, instrument, 'zh-CN', t)).toContain('“不清楚”');
  });
});

describe('buildTraitRows', () => {
  it('keeps apart what is unanswered, unknown and still to be looked at', () => {
    const rows = buildTraitRows(instrument, [answer('competition', null), answer('brand', 1, false)], {locale: 'zh-CN', t});
    const of = (id: string) => rows.find((row) => row.id === id);
    expect([of('research'), of('competition'), of('brand')]).toMatchObject([
      {text: '未回答', stage: ''},
      {text: '不清楚', stage: ''},
      {text: expect.stringMatching(/^待核对：/) as string, stage: '数量扩张阶段'},
    ]);
  });
});

describe('buildTraitTask', () => {
  const task = (answers: Answers, editable = true) => buildTraitTask(instrument, answers, {assessmentId: 'a', editable, locale: 'zh-CN', t});
  const all = instrument.traits.map(({id}) => answer(id, null));

  it.each<[string, Answers, boolean, string]>([
    ['left out', [], false, '未开始'],
    ['begun', all.slice(0, 3), false, '3 / 8'],
    ['carried over', [...all.slice(0, 6), answer('pressure', 1, false)], false, '1 项待确认'],
    ['all answered', all, true, '完成'],
    ['answers to traits that are not asked', [answer('no-such', 1)], false, '未开始'],
  ])('%s', (_case, answers, done, status) => {
    expect(task(answers)).toMatchObject({done, status});
  });

  it('leads to the section only where it can be edited', () => {
    expect([task([]).href, task([], false).href]).toEqual(['/assessments/a/cluster', null]);
  });
});
