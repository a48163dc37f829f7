import type {Locale, SourcedText} from '@/lib/instrument/schema';
import type {TraitInstrument} from '@/lib/instrument/trait-schema';
import type {Translate} from '@/lib/messages/translator';

/** One trait with the description that was chosen; `stage` is empty where none was. */
export type TraitRow = {id: string; name: string; text: string; stage: string};

/** An answer to a trait; the row of lib/db fits. */
export type TraitAnswerRow = {trait: string; value: number | null; confirmed: boolean};

type Context = {locale: Locale; t: Translate};

/** Rows of all traits in their order: the chosen description in words, also of an answer still to be looked at. */
export function buildTraitRows({traits, stages}: TraitInstrument, answers: readonly TraitAnswerRow[], {locale, t}: Context): TraitRow[] {
  return traits.map(({id, name, descriptions}) => {
    const answer = answers.find(({trait}) => trait === id);
    const description = descriptions.find(({stage}) => stage === answer?.value);
    const stage = description ? (stages[description.stage - 1]?.name[locale] ?? '') : '';
    const text = description?.text[locale] ?? (answer ? t('traits.dont-know') : t('traits.unanswered'));
    return {id, name: name[locale], stage, text: !answer || answer.confirmed ? text : t('traits.unconfirmed', {text})};
  });
}

/** Where a text comes from: “第 2 节（由论文推得）”. */
export function citeSection({from, source}: SourcedText, t: Translate): string {
  return t('traits.section', {section: source.split('#')[1] ?? '', from: t(`traits.from.${from}`)});
}
