import {createTranslator} from 'use-intl/core';
import en from '@/content/messages/en.json';
import zhCN from '@/content/messages/zh-CN.json';
import type {Locale} from '@/lib/instrument/schema';

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** Full dotted key of a message in content/messages/*.json. */
export type MessageKey = Leaves<typeof zhCN>;

/** Values of a message's placeholders (ICU MessageFormat). */
export type MessageValues = Record<string, string | number | Date>;

/** Gives the words of a message in one language; made by `translatorFor`, passed to whatever writes sentences. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

function buildTranslator(locale: Locale, messages: object): Translate {
  return createTranslator({
    locale,
    messages: messages as Record<string, unknown>,
    timeZone: 'Asia/Shanghai',
    onError(error) {
      throw error;
    },
  }) as unknown as Translate;
}

const translators: Record<Locale, Translate> = {
  'zh-CN': buildTranslator('zh-CN', zhCN),
  en: buildTranslator('en', en),
};

/** The translator of a language; the same function at each call. Dates are told in China's time. */
export function translatorFor(locale: Locale): Translate {
  return translators[locale];
}
