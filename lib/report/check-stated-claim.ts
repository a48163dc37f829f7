import {buildModel} from '@/lib/diagnosis/build-model';
import {type Claim, type ClaimCheck, checkClaim} from '@/lib/diagnosis/check-claim';
import {diagnose} from '@/lib/diagnosis/diagnose';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {buildResult} from './result';

/** A claim of a file with what came of computing it again; `check` is null where its instrument version is not here. */
export type CheckedClaim = {
  claim: Claim;
  check: ClaimCheck | null;
  /** Whether the file's text says the sentence that the stated answers lead to; null where a file has no sentences. */
  sentence: {expected: string; found: boolean} | null;
};

/** All text of a file, and the language that it is in. */
type SaidText = {text: string; locale: Locale; t: Translate};

/**
 * Computes again what a file states, and looks in its text for the conclusion: that is what its reader goes by, not the
 * annex. Without the instrument version neither can be done; without a text the conclusion is not looked for.
 */
export function checkStatedClaim(claim: Claim, registered: RegisteredInstrument | undefined, said: SaidText | null): CheckedClaim {
  if (!registered) return {claim, check: null, sentence: null};
  return {claim, check: checkClaim(claim, registered), sentence: said && findConclusion(claim, registered, said)};
}

function findConclusion({answers, county}: Claim, {instrument, benchmarks}: RegisteredInstrument, {text, locale, t}: SaidText) {
  const values = Object.fromEntries(Object.entries(answers).map(([code, {value}]) => [code, value]));
  const diagnosis = diagnose(buildModel(instrument, benchmarks), answers);
  const {headline} = buildResult({instrument, benchmarks, values, diagnosis, threshold: instrument.threshold.value, county, locale, t});
  return {expected: headline, found: text.includes(headline)};
}
