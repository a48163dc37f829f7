import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {EVIDENCE_FIELDS} from '@/lib/answers/answer-form';
import {type OutboxEntry, newestOf} from '@/lib/answers/outbox-entry';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';

const WORD_KEYS = ['kept', 'not-kept', 'elsewhere', 'conflict', 'offline', 'sending', 'last', 'back', 'text', 'download', 'file', 'discard', 'discard-text', 'discard-sure'] as const;
const FORM_KEYS = ['answer-needed', 'reason-needed', 'retry', 'note', 'reason', 'evidence'] as const;

/** What is said of answers that are not saved yet; `{n}` and `{time}` are filled in by the browser. */
export type OutboxWords = Record<(typeof WORD_KEYS)[number] | (typeof FORM_KEYS)[number] | 'count' | 'retry-at', string> & {values: Record<string, string>};

/** Puts the words of unsaved answers together. */
export function buildOutboxWords(t: Translate): OutboxWords {
  return {
    ...(Object.fromEntries([...WORD_KEYS.map((key) => [key, t(`outbox.${key}`)]), ...FORM_KEYS.map((key) => [key, t(`questionnaire.${key}`)])]) as Omit<OutboxWords, 'values'>),
    // Asking without a value fails in development.
    count: t('outbox.count', {n: '{n}'}),
    'retry-at': t('outbox.retry-at', {time: '{time}'}),
    values: Object.fromEntries(ANSWER_VALUES.map((value) => [value, t(`answer.${value}`)])),
  };
}

/** Where a script saves an answer. */
export function saveAddress(assessment: string, measure: string): string {
  return paths.api.answer(assessment, measure);
}

/** Where an unsaved answer is filled in. */
export function measureAddress({assessment, category, measure}: OutboxEntry): string {
  return paths.measure(assessment, category, measure);
}

/** All that was typed in an entry, as text to be kept elsewhere. */
export function writeOut(entry: OutboxEntry, words: OutboxWords): string {
  const {value, note, reason, evidence} = newestOf(entry).answer;
  const labelled = [[words.reason, reason], [words.note, note], ...evidence.map((record) => [words.evidence, EVIDENCE_FIELDS.slice(1).map((field) => record[field]).filter((text) => text !== '').join(' ')])];
  return [`${entry.measure} ${entry.name}`, words.values[value] ?? '', ...labelled.filter(([, text]) => text !== '').map((part) => part.join('\n'))].filter((line) => line !== '').join('\n');
}
