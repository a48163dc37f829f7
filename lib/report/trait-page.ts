import {TRAIT_UNKNOWN, traitField} from '@/lib/answers/trait-form';
import type {Locale, SourcesFile} from '@/lib/instrument/schema';
import type {TraitInstrument} from '@/lib/instrument/trait-schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import type {TraitAnswerRow} from './trait-rows';

/** One trait of the form: a question, its choices, and the passages that they rest on. */
export type TraitFields = {id: string; name: string; question: string; choices: {value: string; label: string}[]; passages: string[]; /** Its part of the log; empty while there is no answer. */ changesUrl: string};

/** All that the form of the section on cluster traits shows. */
export type TraitPage = {
  assessmentId: string;
  lead: string;
  source: string;
  /** Where the answers come from while they wait to be looked at; empty otherwise. */
  carried: string;
  traits: TraitFields[];
  /** Texts of the fields as they stand, by field name. */
  initial: Record<string, string>;
  skipUrl: string;
  words: Record<'errorTitle' | 'offline' | 'passages' | 'saveCheck' | 'saveList' | 'skip' | 'changes', string>;
};

type Input = {
  assessmentId: string;
  instrument: TraitInstrument;
  answers: readonly (TraitAnswerRow & {revision: number})[];
  /** The assessment that answers were carried over from, as shown to people; empty when there is none. */
  carriedFrom: string;
  sources: SourcesFile;
  locale: Locale;
  t: Translate;
};

/** Writes the page of the section on cluster traits. */
export function buildTraitPage({assessmentId, instrument, answers, carriedFrom, sources, locale, t}: Input): TraitPage {
  const {traits, stages, description} = instrument;
  const cited = sources.find(({id}) => description.source.startsWith(`${id}#`));
  return {
    assessmentId,
    lead: description[locale],
    source: cited ? t('traits.source', {citation: cited.citation[locale]}) : '',
    carried: answers.some(({confirmed}) => !confirmed) ? t('traits.carried', {from: carriedFrom}) : '',
    traits: traits.map(({id, name, question, descriptions}) => ({
      id,
      name: name[locale],
      question: question[locale],
      choices: [
        ...descriptions.map(({stage, text}) => ({value: String(stage), label: text[locale]})),
        {value: TRAIT_UNKNOWN, label: t('traits.dont-know')},
      ],
      passages: descriptions.map(({stage, text, passage}) =>
        t('traits.passage', {
          stage: stages[stage - 1]?.name[locale] ?? '',
          section: text.source.split('#')[1] ?? '',
          passage: passage[locale],
          from: t(`traits.from.${text.from}`),
        }),
      ),
      changesUrl: answers.some(({trait}) => trait === id) ? paths.changes(assessmentId, id) : '',
    })),
    initial: Object.fromEntries(
      answers.flatMap(({trait, value, revision}) => [
        [traitField(trait, 'value'), value === null ? TRAIT_UNKNOWN : String(value)],
        [traitField(trait, 'revision'), String(revision)],
      ]),
    ),
    skipUrl: paths.check(assessmentId),
    words: {
      errorTitle: t('site.error-title'),
      offline: t('questionnaire.offline'),
      passages: t('traits.passages'),
      saveCheck: t('traits.save-check'),
      saveList: t('questionnaire.save-list'),
      skip: t('traits.skip'),
      changes: t('changes.title'),
    },
  };
}

/** Tells that a trait was saved elsewhere meanwhile, and as what. */
export function describeTraitConflict(
  standing: {trait: string; value: number | null; answeredBy: string; updatedAt: Date},
  {traits}: TraitInstrument,
  locale: Locale,
  t: Translate,
): string {
  const description = traits.find(({id}) => id === standing.trait)?.descriptions.find(({stage}) => stage === standing.value);
  return t('traits.conflict', {value: description?.text[locale] ?? t('traits.dont-know'), who: standing.answeredBy, when: standing.updatedAt});
}
