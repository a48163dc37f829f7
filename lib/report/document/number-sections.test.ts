import {describe, expect, it} from 'vitest';
import {numberSections, writeChineseNumber} from './number-sections';

const draft = (id: string, sections: ReturnType<typeof leaf>[] = []) => ({id, title: id, blocks: [], sections});
const leaf = (id: string) => ({id, title: id, blocks: []});

describe('writeChineseNumber', () => {
  it('counts as Chinese does', () => {
    expect([1, 9, 10, 11, 19, 20, 21, 99].map(writeChineseNumber)).toEqual(['一', '九', '十', '十一', '十九', '二十', '二十一', '九十九']);
  });
});

describe('numberSections', () => {
  const drafts = [draft('a'), draft('b', [draft('b.a'), draft('b.b', [leaf('b.b.a')])])];
  const numbersIn = (locale: 'zh-CN' | 'en') => {
    const [first, second] = numberSections(drafts, locale);
    return [first, second, second?.sections[1], second?.sections[1]?.sections[0]].map((section) => [section?.level, section?.number]);
  };

  it('numbers each level as its language does', () => {
    expect(numbersIn('zh-CN')).toEqual([[1, '一、'], [1, '二、'], [2, '（二）'], [3, '1.']]);
    expect(numbersIn('en')).toEqual([[1, '1'], [1, '2'], [2, '2.2'], [3, '2.2.1']]);
  });
});
