import {type AnswerContent, type ChangeOrigin, isSameContent} from '@/lib/answers/answer-change';
import {listMeasures} from '@/lib/instrument/list-measures';
import {paths} from '@/lib/paths';
import {type VersionContext, listParts} from './answer-version';
import type {AnswerRow} from './category-page';

/** A stored entry of the log; the row of lib/db fits. */
export type ChangeRow = {
  position: number;
  at: Date;
  who: string;
  origin: ChangeOrigin;
  measure: string | null;
  revision: number | null;
  before: AnswerContent | null;
  after: AnswerContent | null;
};

/** What changed in one part of an answer; `from` is null where there was no answer before. */
export type ChangedPart = {label: string; from: string | null; to: string};

/** An entry of the log in words. */
export type ChangeEntry = {
  position: number;
  title: string;
  /** Where the measure is answered; null when it can't be. */
  href: string | null;
  origin: string;
  byline: string;
  parts: ChangedPart[];
  /** What the button sends that makes this version stand again; null where there is nothing to restore. */
  restore: {revision: number; label: string} | null;
};

type Input = VersionContext & {
  assessmentId: string;
  changes: readonly ChangeRow[];
  /** The answers that stand. */
  answers: readonly AnswerRow[];
  editable: boolean;
};

/** The entries of a page of the log, in the order given; what an answer's change left as it was is not told. */
export function buildChangeLog(input: Input): ChangeEntry[] {
  const {assessmentId, changes, answers, editable, instrument, locale, t} = input;
  const placed = new Map(listMeasures(instrument).map((each) => [each.measure.code, each]));
  return changes.map(({position, at, who, origin, measure, revision, before, after}) => {
    const found = measure === null ? undefined : placed.get(measure);
    const name = measure === null ? t('changes.whole') : `${measure} ${found?.measure.name[locale] ?? ''}`.trim();
    const standing = answers.find((answer) => answer.measure === measure);
    const restorable = editable && standing && after && !isSameContent(standing, after);
    return {
      position,
      title: name,
      href: editable && found ? paths.measure(assessmentId, found.category.code, found.measure.code) : null,
      origin: t(`change-origin.${origin}`),
      byline: t('changes.byline', {who, when: at}),
      parts: after ? listChanges(before, after, input) : [],
      restore: restorable ? {revision: standing.revision, label: t('changes.restore-label', {measure: measure ?? '', revision: revision ?? 0})} : null,
    };
  });
}

function listChanges(before: AnswerContent | null, after: AnswerContent, context: VersionContext): ChangedPart[] {
  const {t} = context;
  const value = {label: t('changes.answer'), from: before && t(`answer.${before.value}`), to: t(`answer.${after.value}`)};
  const keys = ['reason', 'note', 'evidence'] as const;
  const texts = keys.map((key) => ({
    label: t(`questionnaire.${key}`),
    from: before && textOf(before, key, context),
    to: textOf(after, key, context),
  }));
  // A first answer tells all that it says; a later one what it changed.
  const told = texts.filter(({from, to}) => (from === null ? to !== t('changes.nothing') : from !== to));
  return before && before.value === after.value ? [{...value, from: value.to}, ...told] : [value, ...told];
}

function textOf(content: AnswerContent, key: 'reason' | 'note' | 'evidence', context: VersionContext): string {
  const blank: AnswerContent = {value: content.value, reason: '', note: '', evidence: []};
  const parts = listParts({...blank, [key]: content[key]}, context);
  return parts.length === 0 ? context.t('changes.nothing') : parts.map(({text}) => text).join('\n');
}
