import {contentHash} from '@/lib/instrument/content-hash';
import type {AnswerValue} from './answer-value';

/** What a diagnosis follows from, by measure code: the value, and whether it has at least one evidence record. */
export type StatedAnswers = Readonly<Record<string, {readonly value: AnswerValue; readonly evidenced: boolean}>>;

/**
 * SHA-256 of the stated answers under one instrument version, as 64 hex digits. Each of `codes` counts, a missing one as
 * unknown without evidence, so that the same answers have the same hash however they were written down.
 */
export function answerHash(instrumentHash: string, codes: readonly string[], answers: StatedAnswers): string {
  const stated = Object.fromEntries(codes.map((code) => {
    const {value = 'unknown', evidenced = false} = answers[code] ?? {};
    return [code, [value, evidenced]];
  }));
  return contentHash({instrument: instrumentHash, answers: stated});
}
