import {type StatedAnswers, answerHash} from '@/lib/answers/answer-hash';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import {buildModel} from './build-model';
import {diagnose} from './diagnose';

/** Where a diagnosis places a county: the stage, whether it is still below the first one, and the interval. */
export type StatedResult = {readonly stage: number; readonly entering: boolean; readonly low: number; readonly high: number};

/** What a report, workbook or archive states: answers under an instrument version, their hash and the result. */
export type Claim = {
  readonly county: string;
  readonly period: string;
  /** Which version of the period's assessment; null where a file does not say. */
  readonly revision: number | null;
  readonly instrument: {readonly id: string; readonly version: string; readonly hash: string};
  readonly answers: StatedAnswers;
  readonly answerHash: string;
  readonly result: StatedResult;
};

/** What was found when a claim was computed again. */
export type ClaimCheck = {
  /** The stated result is the one that follows from the stated answers. */
  readonly follows: boolean;
  readonly computed: StatedResult;
  /** The stated answers are those that the stated hash was made of. */
  readonly answersIntact: boolean;
  readonly computedAnswerHash: string;
  /** The instrument version of the same name asks the same here as where the claim was made. */
  readonly sameContent: boolean;
};

/**
 * Computes again what a claim states, with the instrument version that it names; a measure without an answer is unknown.
 * Assumes that `registered` has the claim's instrument id and version.
 */
export function checkClaim({answers, instrument, answerHash: statedHash, result}: Claim, registered: RegisteredInstrument): ClaimCheck {
  const {stage, entering, interval} = diagnose(buildModel(registered.instrument, registered.benchmarks), answers);
  const computed = {stage, entering, low: interval.low, high: interval.high};
  const codes = listMeasures(registered.instrument).map(({measure}) => measure.code);
  const computedAnswerHash = answerHash(instrument.hash, codes, answers);
  return {
    follows: stage === result.stage && entering === result.entering && interval.low === result.low && interval.high === result.high,
    computed,
    answersIntact: computedAnswerHash === statedHash,
    computedAnswerHash,
    sameContent: registered.hash === instrument.hash,
  };
}
