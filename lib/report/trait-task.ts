import type {TraitInstrument} from '@/lib/instrument/trait-schema';
import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import type {TraitAnswerRow} from './trait-rows';

/** The section on cluster traits as a line of the task list; it leads nowhere when the assessment can't be edited. */
export type TraitTask = {name: string; href: string | null; done: boolean; status: string};

type Context = {assessmentId: string; editable: boolean; locale: Locale; t: Translate};

/** Tells how far the section is: left out, begun, all answered, or carried over and still to be looked at. */
export function buildTraitTask({traits, title}: TraitInstrument, answers: readonly TraitAnswerRow[], {assessmentId, editable, locale, t}: Context): TraitTask {
  const own = answers.filter(({trait}) => traits.some(({id}) => id === trait));
  const answered = own.filter(({confirmed}) => confirmed).length;
  const done = answered === traits.length;
  return {name: title[locale], href: editable ? paths.traits(assessmentId) : null, done, status: describe()};

  function describe(): string {
    if (done) return t('assessment.category-done');
    if (own.length > answered) return t('assessment.category-confirm', {count: own.length - answered});
    return answered > 0 ? t('assessment.category-part', {answered, total: traits.length}) : t('assessment.category-open');
  }
}
