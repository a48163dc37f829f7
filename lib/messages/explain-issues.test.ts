import {describe, expect, it} from 'vitest';
import {z} from 'zod';
import en from '@/content/messages/en.json';
import zhCN from '@/content/messages/zh-CN.json';
import {explainIssues, groupIssues} from './explain-issues';
import {translatorFor} from './translator';

const zh = translatorFor('zh-CN');

function explain(schema: z.ZodType, given: unknown, t = zh): [path: string, message: string][] {
  const {error} = schema.safeParse(given);
  return error ? explainIssues(t, error).map(({path, message}) => [path, message]) : [];
}

describe('explainIssues', () => {
  it.each([
    ['text that is too long', z.string().max(3), '一二三四', '最多 3 个字。', 'At most 3 characters.'],
    ['a list that is too long', z.array(z.string()).max(1), ['a', 'b'], '最多 1 条。', 'At most 1 entries.'],
    ['a number that is too high', z.number().max(10_000), 10_001, '不能大于 10000。', 'Must not be more than 10000.'],
    ['an unknown field', z.strictObject({}), {a: 1, b: 2}, '不认识的字段：a, b。', 'Unknown field: a, b.'],
    ['a value that is none of those allowed', z.enum(['a', 'b']), 'c', '应为下列之一：a, b。', 'Must be one of: a, b.'],
    ['a wrong type', z.string(), 7, '类型不对，应为 string。', 'Wrong type: expected string.'],
    ['a missing field', z.strictObject({a: z.string()}), {}, '类型不对，应为 string。', 'Wrong type: expected string.'],
    ['anything else', z.string().regex(/^a$/), 'b', '填写有误。', 'This entry is not valid.'],
    ['a number that is too small', z.number().min(1), 0, '填写有误。', 'This entry is not valid.'],
    ['a schema’s own message', z.string().min(1, 'county-missing'), '', zhCN.issues['county-missing'], en.issues['county-missing']],
  ])('puts %s into words', (_what, schema, given, chinese, english) => {
    expect(explain(schema, given).map(([, message]) => message)).toEqual([chinese]);
    expect(explain(schema, given, translatorFor('en')).map(([, message]) => message.replace(',', ''))).toEqual([english.replace(',', '')]);
  });

  it('gives all problems, each with its path', () => {
    const schema = z.object({a: z.string().min(1, 'title-missing'), list: z.array(z.object({b: z.string().min(1, 'bad-link')}))});
    expect(explain(schema, {a: '', list: [{b: 'x'}, {b: ''}]})).toEqual([['a', zhCN.issues['title-missing']], ['list.1.b', zhCN.issues['bad-link']]]);
    expect(explain(schema, null)[0]?.[0]).toBe('');
  });

  it('does not take a message such as “constructor” or a whole sentence for a key', () => {
    expect(explain(z.string().min(1, 'constructor'), '')).toEqual([['', zhCN.issues.invalid]]);
    expect(explain(z.string().min(1, '__proto__'), '')).toEqual([['', zhCN.issues.invalid]]);
  });

  it('keeps braces and tags of unknown fields as text', () => {
    expect(explain(z.strictObject({}), {'{max} <b>': 1})).toEqual([['', '不认识的字段：{max} <b>。']]);
  });
});

describe('groupIssues', () => {
  it('collects the messages of each path in their order', () => {
    const issues = [{path: 'a', message: '1'}, {path: 'b', message: '2'}, {path: 'a', message: '3'}];
    expect(groupIssues(issues)).toEqual({a: ['1', '3'], b: ['2']});
    expect(groupIssues([])).toEqual({});
  });
});
