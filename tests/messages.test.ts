import {readFileSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import en from '@/content/messages/en.json';
import zhCN from '@/content/messages/zh-CN.json';

const project = path.resolve(import.meta.dirname, '..');

function flatten(messages: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

function listSources(folder: string): string[] {
  return readdirSync(path.join(project, folder)).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(path.join(project, file)).isDirectory()) return listSources(file);
    return /\.tsx?$/.test(name) && !name.includes('.test.') ? [readFileSync(path.join(project, file), 'utf8')] : [];
  });
}

const chinese = flatten(zhCN);
const english = flatten(en);
const source = ['app', 'components', 'lib'].flatMap(listSources).join('\n');

/** Keys made from a family and a member, such as `answer.${value}`; the families must exist in the code. */
const families = [...source.matchAll(/t\(\s*`([a-z-]+(?:\.[a-z-]+)*\.)\$\{/g)].map((match) => match[1] ?? '');

/** The names of ICU placeholders, sorted. */
function placeholders(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))].toSorted();
}

describe('messages', () => {
  it('exist in both languages', () => {
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted());
  });

  it('are all used', () => {
    expect(families).toContain('answer.');
    const unused = [...chinese.keys()].filter(
      (key) => !source.includes(`'${key}'`) && !source.includes(`\`${key}\``) && !families.some((family) => key.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });

  it('are not missing where the code names them', () => {
    const named = [...source.matchAll(/\bt\(\s*'([a-z-]+\.[\w.-]+)'/gi)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((key) => !chinese.has(key))).toEqual([]);
  });

  it('have the same placeholders in both languages', () => {
    const different = [...chinese].filter(([key, message]) => {
      const other = placeholders(english.get(key) ?? '');
      return JSON.stringify(placeholders(message).filter((name) => name !== 'stage')) !== JSON.stringify(other.filter((name) => name !== 'stage'));
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('are Chinese in Chinese and have none in English', () => {
    const hasWords = (message: string) => /\p{L}/u.test(message.replace(/\{[^{}]*\}/g, ''));
    expect([...chinese].filter(([, message]) => hasWords(message) && !/\p{Script=Han}/u.test(message)).map(([key]) => key)).toEqual([]);
    expect([...english].filter(([, message]) => /\p{Script=Han}/u.test(message)).map(([key]) => key)).toEqual([]);
  });

  it('are not written into pages and components', () => {
    const literals = ['app', 'components'].flatMap(listSources).flatMap((text) => [...text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').matchAll(/\p{Script=Han}+/gu)].map(([word]) => word));
    // The language switch names each language in itself.
    expect(literals.filter((word) => word !== '中文' && word !== '（' && word !== '）')).toEqual([]);
  });
});
