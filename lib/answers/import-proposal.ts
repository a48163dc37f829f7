import {z} from 'zod';
import type {InstrumentFile} from '@/lib/instrument/schema';
import {listMeasures} from '@/lib/instrument/list-measures';
import {type AnswerInput, buildAnswerSchema} from './answer-schema';

/** An answer that a preview proposed, with the revision of the answer that it was compared with; 0 where there was none. */
export type ProposedAnswer = {readonly input: AnswerInput; readonly revision: number};

/** Writes proposed answers by measure code as a form's hidden field carries them. */
export function writeProposal(answers: ReadonlyMap<string, ProposedAnswer>): string {
  return JSON.stringify(Object.fromEntries(answers));
}

/** Reads what came back from a form by the rules of every answer; null for anything that breaks one of them. */
export function readProposal(text: string, instrument: InstrumentFile): Map<string, ProposedAnswer> | null {
  const answer = z.strictObject({input: buildAnswerSchema(instrument), revision: z.int().min(0)});
  const known = new Set(listMeasures(instrument).map(({measure}) => measure.code));
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const answers = new Map<string, ProposedAnswer>();
  for (const [code, each] of Object.entries(given)) {
    const parsed = answer.safeParse(each);
    if (!known.has(code) || !parsed.success) return null;
    answers.set(code, parsed.data);
  }
  return answers.size > 0 ? answers : null;
}
