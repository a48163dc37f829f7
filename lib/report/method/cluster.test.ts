import {describe, expect, it, test} from 'vitest';
import {getContent, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES, type Locale} from '@/lib/instrument/schema';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {translatorFor} from '@/lib/messages/translator';
import {buildClusterSection} from './cluster';
import {buildMethodSubject} from './subject';

const {instrument: registered} = getTraitsOrThrow();

function build(locale: Locale, traits = registered) {
  return buildClusterSection(buildMethodSubject(getInstrumentOrThrow('wang-zhang-2017'), getContent().sources, locale, translatorFor(locale)), traits);
}

const texts = (lines: readonly {text: string}[]) => lines.map(({text}) => text);

describe('the trial, worked out by hand', () => {
  it('is marked as supposed, and sorts, picks, bounds and matches', () => {
    // 1 2 1 2 ? 3 1 ?: six known, so the third; eight with the unknown, so the fourth.
    expect(build('en').worked).toEqual([
      {from: 'editorial', text: expect.stringMatching(/^Trial: the paper does not give the traits of Guangshan one by one, .*supposed cluster.*not facts about the county/)},
      {from: 'derived', text: '6 known, in rising order: 1, 1, 1, 2, 2, 3. Number 3 of them is the cluster’s stage: 1.'},
      {
        from: 'derived',
        text: 'Unknown (2) all at 1: 1, 1, 1, 1, 1, 2, 2, 3; number 4 is 1. All at 3: 1, 1, 1, 2, 2, 3, 3, 3; number 4 is 2. The interval is 1 to 2.',
      },
      {
        from: 'derived',
        text: 'The e-commerce of Guangshan (Stage 1) beside the cluster of the trial, in every cell that the interval leaves open: cluster at 1, 1 − 1 = 0, matched; cluster at 2, 1 − 2 = −1, lagging.',
      },
    ]);
    expect(texts(build('zh-CN').worked).slice(1)).toEqual([
      '已知 6 项，由小到大：1、1、1、2、2、3。取第 3 个，集群阶段为 1。',
      '不清楚的 2 项全按 1：1、1、1、1、1、2、2、3，第 4 个是 1；全按 3：1、1、1、2、2、3、3、3，第 4 个是 2。区间为 1 至 2。',
      '用光山的电商阶段（第一阶段）与试算的集群阶段对照，区间内可能的各格：集群为 1 时，1 − 1 ＝ 0，匹配；集群为 2 时，1 − 2 ＝ −1，落后。',
    ]);
  });

  it('follows the instrument: other traits, other numbers', () => {
    // 1 2 1 2 ?: four known, so the second; five with the unknown, so the third.
    const shorter = build('en', {...registered, traits: registered.traits.slice(0, 5)});
    expect(texts(shorter.worked).slice(1, 3)).toEqual([
      '4 known, in rising order: 1, 1, 2, 2. Number 2 of them is the cluster’s stage: 1.',
      'Unknown (1) all at 1: 1, 1, 1, 2, 2; number 3 is 1. All at 3: 1, 1, 2, 2, 3; number 3 is 2. The interval is 1 to 2.',
    ]);
  });
});

test('the paper’s three counties stand where their cluster and e-commerce stages cross', () => {
  const rows = (locale: Locale) => build(locale).tables[1]?.rows.map(({cells}) => cells.slice(1));
  expect(rows('zh-CN')).toEqual([
    ['匹配：光山', '领先', '领先'],
    ['落后', '匹配：金寨', '领先'],
    ['落后', '落后', '匹配：清河'],
  ]);
  expect(rows('en')).toEqual([
    ['matched: Guangshan', 'leading', 'leading'],
    ['lagging', 'matched: Jinzhai', 'leading'],
    ['lagging', 'lagging', 'matched: Qinghe'],
  ]);
});

describe.each(LOCALES)('in %s', (locale) => {
  const section = build(locale);

  it('lists every trait by its name, with the supposed answer', () => {
    const {traits, stages} = registered;
    expect(section.tables[0]?.rows.map(({cells}) => cells.slice(0, 2))).toEqual(traits.map(({name, question}) => [name[locale], question[locale]]));
    const written = ([1, 2, 1, 2, null, 3, 1, null] as const).map((stage) =>
      stage === null ? translatorFor(locale)('traits.dont-know') : `${stage} ${stages[stage - 1]?.name[locale]}`,
    );
    expect(section.tables[0]?.rows.map(({cells}) => cells[2])).toEqual(written);
    expect(texts(section.lines)[1]).toMatch(/8.*3.*2.*3\.4/);
  });

  it('gives placements and advice in the words and with the origin of the instrument', () => {
    const {placements, advice} = registered;
    const sourced = [...placements.map(({text}) => text), advice.lagging, advice.matched, advice.leading];
    expect(section.findings).toEqual(sourced.map((text) => ({text: text[locale], from: text.from})));
  });

  it('says everything in that language, tables too', () => {
    const {heading, lines, formulas, worked, tables, findings} = section;
    const cells = tables.flatMap(({caption, headings, rows}) => [caption, ...headings, ...rows.flatMap((row) => row.cells)]);
    const all = [heading, ...texts([...lines, ...formulas, ...worked, ...findings]), ...cells];
    expect(all.filter((text) => /\p{Script=Han}/u.test(text) !== (locale === 'zh-CN'))).toEqual([]);
    expect(all.filter((text) => /undefined|NaN|\{|\}/.test(text))).toEqual([]);
  });
});
