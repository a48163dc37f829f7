import {getCoverage} from '@/lib/diagnosis/coverage';
import {compareFractions, reduceFraction} from '@/lib/diagnosis/fraction';
import type {Fraction, StageCounts} from '@/lib/diagnosis/model';
import type {Translate} from '@/lib/messages/translator';
import {type SurenessSubject, writeFraction, writeShare, writeStage} from './subject';

/** The thresholds `(above, upTo]` under which the answers give one and the same stage. */
export type ThresholdSegment = {
  readonly stage: number;
  /** True where no stage is met, not even the first. */
  readonly entering: boolean;
  readonly above: Fraction;
  readonly upTo: Fraction;
};

/** The thresholds from 0 to 1 as a line, with what stands on it; places are percentages of its length. */
export type ThresholdLine = {
  readonly label: string;
  readonly marks: readonly {readonly stage: number; readonly at: number; readonly label: string}[];
  readonly segments: readonly {readonly from: number; readonly to: number; readonly kept: boolean}[];
  readonly threshold: {readonly at: number; readonly label: string};
  readonly caption: string;
  readonly columns: {readonly range: string; readonly stage: string};
  readonly rows: readonly {readonly range: string; readonly stage: string; readonly note: string}[];
  /** The coverages of the stages, in one sentence. */
  readonly coverages: string;
};

/**
 * Cuts the thresholds in (0, 1] where the stage changes, rising: each stage holds from the highest coverage above
 * it up to its own.
 * Assumes all stages of one answer set; a stage without an applicable measure has coverage 0 and no segment.
 * Source: METHOD.md: What else a diagnosis holds (thresholdRange).
 */
export function listThresholdSegments(stages: readonly StageCounts[]): ThresholdSegment[] {
  const segments: ThresholdSegment[] = [];
  let above: Fraction = [0, 1];
  for (const counts of stages.toReversed()) {
    const coverage = reduceFraction(getCoverage(counts));
    if (compareFractions(coverage, above) <= 0) continue;
    segments.push({stage: counts.stage, entering: false, above, upTo: coverage});
    above = coverage;
  }
  if (compareFractions(above, [1, 1]) < 0) segments.push({stage: 1, entering: true, above, upTo: [1, 1]});
  return segments;
}

/** Builds the line of thresholds with the coverages of the stages and the threshold in use. */
export function buildThresholdLine({diagnosis, threshold, locale, t}: SurenessSubject): ThresholdLine {
  const {stage: current, stages} = diagnosis;
  const segments = listThresholdSegments(stages);
  const shares = stages.map((counts) =>
    t('sureness.coverage-of', {code: counts.code, share: counts.applicable === 0 ? t('sureness.none-applicable') : writeCoverage(t, counts)}),
  );
  return {
    label: t('sureness.line-label'),
    marks: stages
      .filter(({applicable}) => applicable > 0)
      .map((counts) => ({stage: counts.stage, at: place(getCoverage(counts)), label: `${counts.code} ${counts.inPlace}/${counts.applicable}`})),
    segments: segments.map(({stage, above, upTo}) => ({from: place(above), to: place(upTo), kept: stage === current})),
    threshold: {at: place(threshold), label: t('sureness.threshold', {threshold: writeFraction(threshold)})},
    caption: t('sureness.segments'),
    columns: {range: t('sureness.segment-range'), stage: t('sureness.segment-stage')},
    rows: segments.map((segment) => ({
      range: writeRange(t, segment),
      stage: segment.entering ? t('stage.entering') : writeStage(t, segment.stage),
      note: holds(segment, threshold) ? t('sureness.threshold-here', {threshold: writeFraction(threshold)}) : '',
    })),
    coverages: t('sureness.coverages', {list: new Intl.ListFormat(locale, {type: 'conjunction'}).format(shares)}),
  };
}

/** A range of thresholds in words; “any” where it is all of them. */
export function writeRange(t: Translate, {above, upTo}: Pick<ThresholdSegment, 'above' | 'upTo'>): string {
  const ends = {above: writeShare(t, above), upTo: writeShare(t, upTo)};
  if (above[0] === 0 && upTo[0] === upTo[1]) return t('sureness.range-any');
  if (above[0] === 0) return t('sureness.range-up-to', {upTo: ends.upTo});
  if (upTo[0] === upTo[1]) return t('sureness.range-above', {above: ends.above});
  return t('sureness.range-between', ends);
}

function holds({above, upTo}: ThresholdSegment, threshold: Fraction): boolean {
  return compareFractions(above, threshold) < 0 && compareFractions(threshold, upTo) <= 0;
}

/** Coverage as counted, so that its denominator is the number of applicable measures. */
function writeCoverage(t: Translate, {inPlace, applicable}: StageCounts): string {
  const percent = {fraction: `${inPlace}/${applicable}`, percent: Math.round((inPlace / applicable) * 100)};
  return (inPlace * 100) % applicable === 0 ? t('sureness.share', percent) : t('sureness.share-about', percent);
}

/** For the drawing only; nothing is decided by it. */
function place([numerator, denominator]: Fraction): number {
  return (numerator / denominator) * 100;
}
