import {readFileSync} from 'node:fs';
import {createTranslator} from 'use-intl/core';
import {parse} from 'yaml';
import en from '@/content/messages/en.json' with {type: 'json'};
import zhCN from '@/content/messages/zh-CN.json' with {type: 'json'};
import type {MessageKey, Translate} from '@/lib/messages/translator';

/** The languages of the product. */
export type Language = 'zh-CN' | 'en';

const MESSAGES = {'zh-CN': zhCN, en};

/** The product's own words, so that tests name things as the pages do. */
export function wordsOf(locale: Language): Translate {
  return createTranslator({
    locale,
    messages: MESSAGES[locale] as Record<string, unknown>,
    timeZone: 'Asia/Shanghai',
    onError(error) {
      throw error;
    },
  }) as unknown as Translate;
}

/** A message up to its first placeholder: “已保存 ” of “已保存 {when, time, short}”. */
export function startOf(key: MessageKey, locale: Language = 'zh-CN'): string {
  let message: unknown = MESSAGES[locale];
  for (const part of key.split('.')) message = (message as Record<string, unknown>)[part];
  return String(message).replace(/\{.*/s, '');
}

type InstrumentText = {stages: {number: number; name: Record<Language, string>; categories: {code: string; name: Record<Language, string>}[]}[]};

const instrument = parse(
  readFileSync(new URL('../../content/instruments/wang-zhang-2017/1.0.0/instrument.yaml', import.meta.url), 'utf8'),
) as InstrumentText;

/** A stage's name in the instrument. */
export function stageName(stage: number, locale: Language = 'zh-CN'): string {
  const found = instrument.stages.find(({number}) => number === stage);
  if (!found) throw new Error(`The instrument has no stage ${stage}.`);
  return found.name[locale];
}

/** First-level categories in table order: A1 … C5. */
export const CATEGORIES = instrument.stages.flatMap(({categories}) => categories.map(({code, name}) => ({code, name})));
