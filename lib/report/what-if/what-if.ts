import {ANSWER_VALUES, type AnswerValue} from '@/lib/answers/answer-value';
import {buildModel} from '@/lib/diagnosis/build-model';
import {compareFractions} from '@/lib/diagnosis/fraction';
import type {Fraction, Model} from '@/lib/diagnosis/model';
import {readAnswer} from '@/lib/diagnosis/read-answer';
import {formatPlacement} from '@/lib/format';
import type {Translate} from '@/lib/messages/translator';
import {type CoverageWords, buildCoverageWords} from '../coverage-words';
import {formatStageHeading} from '../result';
import {type SurenessSubject, writeFraction, writeShare, writeStage} from '../sureness/subject';
import {placementKey} from './placement-key';

/** One measure of the trial with its real answer. */
export type WhatIfMeasure = {code: string; name: string; value: AnswerValue};

/** All that a trial needs in the browser: the engine's model, the real answers, and words without placeholders. */
export type WhatIf = {
  model: Model;
  threshold: Fraction;
  stages: {
    stage: number;
    /** Its number in words, its name, and its whole heading. */
    numeral: string;
    name: string;
    heading: string;
    /** Shown open from the start: the stage above the result, where a trial most often begins. */
    open: boolean;
    measures: WhatIfMeasure[];
  }[];
  choices: {key: string; threshold: Fraction; label: string}[];
  /** Every place that a diagnosis can give, in words, by `placementKey`. */
  placements: Record<string, string>;
  values: {value: AnswerValue; label: string; was: string}[];
  coverage: CoverageWords & Record<'yes' | 'no', string>;
  words: Record<(typeof WORDS)[number], string>;
};

/** What stands on the page before the trial is opened. */
export type WhatIfWords = Record<(typeof OPENING_WORDS)[number], string>;

const WORDS = [
  'trial', 'now', 'real', 'same', 'moved', 'reset', 'changed', 'none-changed', 'needed-up', 'kept', 'nothing-up', 'threshold',
  'threshold-other', 'percent', 'percent-hint', 'percent-bad', 'in-use', 'measures',
] as const;

const OPENING_WORDS = ['title', 'lead', 'no-script', 'open', 'opening', 'failed'] as const;

const THRESHOLDS: readonly Fraction[] = [[1, 4], [1, 3], [2, 5], [1, 2], [3, 5], [2, 3], [3, 4], [1, 1]];

/** Builds what the trial starts from; the instrument's own threshold is always among the choices. */
export function buildWhatIf({instrument, benchmarks, diagnosis, answers, threshold, locale, t}: SurenessSubject): WhatIf {
  const open = Math.min(diagnosis.stage + 1, instrument.stages.length);
  const others = THRESHOLDS.filter((each) => compareFractions(each, threshold) !== 0);
  return {
    model: buildModel(instrument, benchmarks),
    threshold,
    stages: instrument.stages.map((stage) => ({
      stage: stage.number,
      numeral: writeStage(t, stage.number),
      name: stage.name[locale],
      heading: formatStageHeading(stage, locale, t),
      open: stage.number === open,
      measures: stage.categories.flatMap(({measures}) =>
        measures.map(({code, name}) => ({code, name: name[locale], value: readAnswer(answers, code).value})),
      ),
    })),
    choices: [...others, threshold].toSorted(compareFractions).map((each) => ({
      key: writeFraction(each),
      threshold: each,
      label: each === threshold ? t('what-if.threshold-own', {share: writeShare(t, each)}) : writeShare(t, each),
    })),
    placements: listPlacements(instrument.stages.length, t),
    values: ANSWER_VALUES.map((value) => {
      const label = t(`answer.${value}`);
      return {value, label, was: t('what-if.was', {value: label})};
    }),
    coverage: {...buildCoverageWords(t), yes: t('result.coverage-yes'), no: t('result.coverage-no')},
    words: listWords(WORDS, t),
  };
}

function listPlacements(stages: number, t: Translate): Record<string, string> {
  const placements: Record<string, string> = {};
  const add = (placement: {low: number; high: number; entering: boolean}) => {
    placements[placementKey(placement)] = formatPlacement(placement, t);
  };
  for (let low = 1; low <= stages; low += 1) {
    for (let high = low; high <= stages; high += 1) add({low, high, entering: false});
  }
  add({low: 1, high: 1, entering: true});
  return placements;
}

/** Writes what stands on the page before the trial is opened. */
export function buildWhatIfWords(t: Translate): WhatIfWords {
  return listWords(OPENING_WORDS, t);
}

function listWords<W extends (typeof WORDS)[number] | (typeof OPENING_WORDS)[number]>(words: readonly W[], t: Translate): Record<W, string> {
  return Object.fromEntries(words.map((word) => [word, t(`what-if.${word}`)])) as Record<W, string>;
}
