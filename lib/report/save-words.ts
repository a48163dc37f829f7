import type {AnswerContent} from '@/lib/answers/answer-change';
import type {TypedAnswer} from '@/lib/answers/answer-form';
import {readAnswerValue} from '@/lib/answers/read-answer-value';
import type {Translate} from '@/lib/messages/translator';
import {type AnswerVersion, type VersionContext, describeVersion} from './answer-version';

/** “Saved 14:03”, in China's time. */
export function describeSaved(when: Date, t: Translate): string {
  return t('questionnaire.saved-at', {when});
}

type Content = Omit<AnswerContent, 'value'> & {value: string};
type Standing = Content & {revision: number; answeredBy: string; updatedAt: Date};

/**
 * Tells who saved what meanwhile: for the two buttons of a page, or for a form that is sent again.
 * A missing answer (removed meanwhile) is told as unknown.
 */
export function describeConflict(standing: Pick<Standing, 'value' | 'answeredBy' | 'updatedAt'> | null, t: Translate, where: 'page' | 'form' = 'page'): string {
  const values = {
    value: t(`answer.${readAnswerValue(standing?.value ?? 'unknown')}`),
    who: standing?.answeredBy ?? '',
    when: standing?.updatedAt ?? new Date(0),
  };
  return where === 'page' ? t('questionnaire.conflict-text', values) : t('questionnaire.conflict-form', values);
}

/** Two answers to one measure, of which one is to be chosen, in full; `current` is what the fields hold when the stored one is. */
export type AnswerConflict = {mine: AnswerVersion; theirs: AnswerVersion; message: string; current: Omit<TypedAnswer, 'confirm'>};

/** Puts the stored answer and the one that `who` wanted to save over it side by side. */
export function buildConflict(standing: Standing, mine: Content, who: string, context: VersionContext): AnswerConflict {
  const {t} = context;
  const {value, note, reason, evidence, revision, answeredBy, updatedAt} = standing;
  return {
    mine: describeVersion(t('changes.mine', {who}), mine, context),
    theirs: describeVersion(t('changes.theirs', {who: answeredBy, when: updatedAt}), standing, context),
    message: describeConflict(standing, t),
    current: {value, note, reason, evidence, revision},
  };
}

/** As `buildConflict` for an answer that was saved and then changed by somebody. */
export function buildReplaced(standing: Standing, mine: Content, who: string, context: VersionContext): AnswerConflict {
  const {t} = context;
  const {value, answeredBy, updatedAt} = standing;
  return {
    ...buildConflict(standing, mine, who, context),
    mine: describeVersion(t('outbox.mine', {who}), mine, context),
    message: t('outbox.replaced', {who: answeredBy, when: updatedAt, value: t(`answer.${readAnswerValue(value)}`)}),
  };
}
