import {type AnswerContent, type LoggedChange, isSameContent} from '@/lib/answers/answer-change';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {TraitInstrument} from '@/lib/instrument/trait-schema';
import {paths} from '@/lib/paths';
import {type VersionContext, listParts} from './answer-version';
import type {AnswerRow} from './category-page';
import type {TraitAnswerRow} from './trait-rows';

/** What changed in one part of an answer; `from` is null where there was no answer before. */
export type ChangedPart = {label: string; from: string | null; to: string};

/** An entry of the log in words. */
export type ChangeEntry = {
  position: number;
  title: string;
  /** Where the measure or trait is answered; null when it can't be. */
  href: string | null;
  origin: string;
  byline: string;
  parts: ChangedPart[];
  /** What the button sends that makes this version stand again; null where there is nothing to restore. */
  restore: {revision: number; label: string} | null;
};

type Input = VersionContext & {
  assessmentId: string;
  changes: readonly LoggedChange[];
  /** The answers that stand. */
  answers: readonly AnswerRow[];
  traits: TraitInstrument;
  traitAnswers: readonly (TraitAnswerRow & {revision: number})[];
  editable: boolean;
};

type OfTrait = Extract<LoggedChange, {trait: string}>;
type OfMeasure = Exclude<LoggedChange, OfTrait>;
type Described = Pick<ChangeEntry, 'title' | 'href' | 'parts' | 'restore'>;

/** The entries of a page of the log, in the order given; what an answer's change left as it was is not told. */
export function buildChangeLog(input: Input): ChangeEntry[] {
  const {changes, instrument, t} = input;
  const placed = new Map(listMeasures(instrument).map((each) => [each.measure.code, each]));
  return changes.map((change) => ({
    position: change.position,
    origin: t(`change-origin.${change.origin}`),
    byline: t('changes.byline', {who: change.who, when: change.at}),
    ...(change.trait === null ? describeMeasure(change, change.measure === null ? undefined : placed.get(change.measure), input) : describeTrait(change, input)),
  }));
}

function describeMeasure({measure, revision, before, after}: OfMeasure, found: ReturnType<typeof listMeasures>[number] | undefined, input: Input): Described {
  const {assessmentId, answers, editable, locale, t} = input;
  const standing = answers.find((answer) => answer.measure === measure);
  const restorable = editable && standing && after && !isSameContent(standing, after);
  return {
    title: measure === null ? t('changes.whole') : `${measure} ${found?.measure.name[locale] ?? ''}`.trim(),
    href: editable && found ? paths.measure(assessmentId, found.category.code, found.measure.code) : null,
    parts: after ? listChanges(before, after, input) : [],
    restore: restorable ? {revision: standing.revision, label: t('changes.restore-label', {measure: measure ?? '', revision: revision ?? 0})} : null,
  };
}

function describeTrait({trait, revision, before, after}: OfTrait, {assessmentId, traits, traitAnswers, editable, locale, t}: Input): Described {
  const found = traits.traits.find(({id}) => id === trait);
  const title = found?.name[locale] ?? trait;
  const nameOf = (stage: number | null) => (stage === null ? t('traits.dont-know') : (traits.stages.find(({number}) => number === stage)?.name[locale] ?? String(stage)));
  const standing = traitAnswers.find((answer) => answer.trait === trait);
  const restorable = editable && standing && standing.value !== after.stage;
  return {
    title,
    href: editable && found ? paths.trait(assessmentId, trait) : null,
    parts: [{label: t('traits.stage'), from: before && nameOf(before.stage), to: nameOf(after.stage)}],
    restore: restorable ? {revision: standing.revision, label: t('changes.restore-label', {measure: title, revision})} : null,
  };
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
