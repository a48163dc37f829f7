import type {AnswerValue} from '@/lib/answers/answer-value';
import {readAnswerValue} from '@/lib/answers/read-answer-value';
import type {Translate} from '@/lib/messages/translator';

/** “Saved 14:03”, in China's time. */
export function describeSaved(when: Date, t: Translate): string {
  return t('questionnaire.saved-at', {when});
}

type Standing = {value: AnswerValue | string; answeredBy: string; updatedAt: Date};

/**
 * Tells who saved what meanwhile: for the two buttons of a page, or for a form that is sent again.
 * A missing answer (removed meanwhile) is told as unknown.
 */
export function describeConflict(standing: Standing | null, t: Translate, where: 'page' | 'form' = 'page'): string {
  const values = {
    value: t(`answer.${readAnswerValue(standing?.value ?? 'unknown')}`),
    who: standing?.answeredBy ?? '',
    when: standing?.updatedAt ?? new Date(0),
  };
  return where === 'page' ? t('questionnaire.conflict-text', values) : t('questionnaire.conflict-form', values);
}
