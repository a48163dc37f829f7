import {z} from 'zod';
import type {TraitInstrument} from '@/lib/instrument/trait-schema';

/** The form value of “don't know”; any other value is the number of a stage. */
export const TRAIT_UNKNOWN = 'unknown';

/** A trait's answer as it is saved: a stage or null for “don't know”, with the revision that was seen. */
export type TraitInput = {trait: string; value: number | null; revision: number};

/** What is wrong with one trait's field. */
export type TraitProblem = {trait: string; problem: 'choose-value'};

/** The name of a trait's field in the form: its choice, or the revision that the page has seen. */
export function traitField(trait: string, field: 'value' | 'revision'): string {
  return `${trait}.${field}`;
}

/**
 * Reads the section's fields. A choice can't be taken back, so that a trait without one was not touched and is left out;
 * values that the instrument does not offer come back as problems, all of them. A revision that is no number reads as 0.
 */
export function readTraitForm({traits, stages}: TraitInstrument, get: (name: string) => string): {inputs: TraitInput[]; problems: TraitProblem[]} {
  const valueSchema = z.enum([TRAIT_UNKNOWN, ...stages.map(({number}) => String(number))]);
  const inputs: TraitInput[] = [];
  const problems: TraitProblem[] = [];
  for (const {id} of traits) {
    const given = get(traitField(id, 'value'));
    if (given === '') continue;
    const parsed = valueSchema.safeParse(given);
    const revision = Number(get(traitField(id, 'revision')));
    if (!parsed.success) problems.push({trait: id, problem: 'choose-value'});
    else inputs.push({trait: id, value: parsed.data === TRAIT_UNKNOWN ? null : Number(parsed.data), revision: Number.isSafeInteger(revision) && revision >= 0 ? revision : 0});
  }
  return {inputs, problems};
}
