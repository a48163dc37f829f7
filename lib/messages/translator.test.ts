import {describe, expect, it} from 'vitest';
import {DEFAULT_LOCALE, parseLocale} from './locale';
import {type MessageKey, translatorFor} from './translator';

const zh = translatorFor('zh-CN');
const en = translatorFor('en');

describe('parseLocale', () => {
  it('knows the two languages by their exact names', () => {
    expect([parseLocale('zh-CN'), parseLocale('en'), DEFAULT_LOCALE]).toEqual(['zh-CN', 'en', 'zh-CN']);
  });

  it.each(['', 'zh', 'zh-cn', 'EN', 'fr', 'en; Path=/', '__proto__', null, undefined])('does not know %j', (name) => {
    expect(parseLocale(name)).toBeUndefined();
  });
});

describe('translatorFor', () => {
  it('is the same function at each call', () => {
    expect(translatorFor('en')).toBe(en);
    expect(translatorFor('zh-CN')).not.toBe(en);
  });

  it('fills in placeholders, plurals and choices', () => {
    expect([zh('answer.in-place'), en('answer.in-place')]).toEqual(['已实施', 'In place']);
    expect([en('profiles.count', {total: 1}), en('profiles.count', {total: 2})]).toEqual(['1 county.', '2 counties.']);
    expect([1, 2, 3, 9].map((stage) => zh('stage.numeral', {stage: String(stage)}))).toEqual(['第一阶段', '第二阶段', '第三阶段', '第9阶段']);
  });

  it('tells time in China', () => {
    expect(en('questionnaire.saved-at', {when: new Date('2026-03-04T18:30:00Z')})).toMatch(/2:30/);
    expect(zh('questionnaire.saved-at', {when: new Date('2026-03-04T04:05:00Z')})).toMatch(/12:05/);
  });

  it('does not read what people typed as a message', () => {
    const search = `{total} <b>'x'</b> #`;
    expect(zh('profiles.none-found', {search})).toBe(`没有找到符合“${search}”的县。`);
    expect(en('profiles.none-found', {search})).toBe(`No county fits “${search}”.`);
  });

  it('throws where a message or a value is missing, rather than showing half a sentence', () => {
    expect(() => zh('no.such' as MessageKey)).toThrow();
    expect(() => en('profiles.none-found')).toThrow();
  });
});
