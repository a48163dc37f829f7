import {listMeasures} from '@/lib/instrument/list-measures';
import {paths} from '@/lib/paths';
import {listBenchmarksOf} from '../result';
import {getOpenStage} from '../staircase/words';
import {listUp} from './list-up';
import {type SurenessSubject, countUnknown, writeFraction, writeStage, writeStanding} from './subject';
import {type ThresholdLine, buildThresholdLine, listThresholdSegments, writeRange} from './threshold-line';

/** How sure a result is: what the unknown answers leave open, what lies between the stages, which thresholds keep it. */
export type HowSure = {
  title: string;
  verdict: string;
  next: {lead: string; measure: string; href: string; why: string; settle: string; hint: string} | null;
  margins: {title: string; lead: string; items: string[]; note: string};
  range: {title: string; sentences: string[]; kept: string};
  line: ThresholdLine;
};

/** Writes how sure a diagnosis is; every number is the diagnosis's own. */
export function buildHowSure(subject: SurenessSubject): HowSure {
  const {diagnosis, t} = subject;
  return {
    title: t('sureness.title'),
    verdict: writeVerdict(subject),
    next: writeNext(subject),
    margins: {
      title: t('sureness.margins'),
      lead: countUnknown(diagnosis.stages) > 0 ? t('sureness.margins-known') : '',
      items: [...writeUp(subject), writeDown(subject)],
      note: t('sureness.margins-note'),
    },
    range: {title: t('sureness.range'), sentences: writeRangeSentences(subject), kept: t('sureness.kept')},
    line: buildThresholdLine(subject),
  };
}

function writeVerdict({diagnosis, t}: SurenessSubject): string {
  const {interval, entering, stages} = diagnosis;
  const unknown = countUnknown(stages);
  // The lower end is the stage that the known answers already give, so it is not told as a finding of its own.
  const low = writeStanding(t, interval.low, entering);
  if (interval.low !== interval.high) return t('sureness.open', {unknown, low, high: writeStanding(t, interval.high, false)});
  if (unknown === 0) return t('sureness.firm', {standing: low});
  return getOpenStage(diagnosis) === null ? t('sureness.firm-unknown', {unknown, standing: low}) : t('sureness.first-open', {unknown});
}

function writeNext(subject: SurenessSubject): HowSure['next'] {
  const {instrument, benchmarks, diagnosis, editableId, hrefOf, locale, t} = subject;
  const placed = listMeasures(instrument).find(({measure}) => measure.code === diagnosis.nextQuestion);
  if (!placed || !diagnosis.settle) return null;
  const {measure, category, stage} = placed;
  const values = {stage: writeStage(t, stage.number), counties: listBenchmarksOf(measure, {benchmarks, locale, t})};
  return {
    lead: t('sureness.next'),
    measure: t('sureness.measure', {code: measure.code, name: measure.name[locale]}),
    href: editableId === null ? hrefOf(measure.code) : paths.measure(editableId, category.code, measure.code),
    why: measure.benchmarks.ids.length > 0 ? t('sureness.next-why', values) : t('sureness.next-why-first', {stage: values.stage}),
    settle: t('sureness.settle', {...diagnosis.settle, stage: writeStage(t, diagnosis.settle.stage)}),
    hint: editableId === null ? t('sureness.next-final') : '',
  };
}

function writeUp({diagnosis, t}: SurenessSubject): string[] {
  const {stages, stage, entering} = diagnosis;
  const up = listUp(diagnosis).map((each) => t('sureness.up', {measures: each.measures, stage: writeStage(t, each.stage)}));
  const closed = stages
    .filter((counts) => counts.applicable === 0 && (counts.stage > stage || entering))
    .map((counts) => t('result.reason-none-applicable', {stage: writeStage(t, counts.stage)}));
  return [...up, ...closed];
}

function writeDown({diagnosis: {stages, stage, entering, margin}, t}: SurenessSubject): string {
  if (margin.down === null) return entering ? t('sureness.down-entering') : t('sureness.down-lowest', {stage: writeStage(t, stage)});
  const lower = stages.findLast((counts) => counts.stage < stage && counts.met);
  const values = {measures: margin.down, stage: writeStage(t, stage)};
  return lower ? t('sureness.down', {...values, lower: writeStage(t, lower.stage)}) : t('sureness.down-below-first', values);
}

function writeRangeSentences({diagnosis, threshold, t}: SurenessSubject): string[] {
  const {thresholdRange, stage, stages} = diagnosis;
  const range = writeRange(t, thresholdRange);
  const sentences = [t('sureness.range-keeps', {range, stage: writeStage(t, stage), threshold: writeFraction(threshold)})];
  const belowFirst = stage === 1 ? listThresholdSegments(stages).find(({entering}) => entering) : undefined;
  if (belowFirst) sentences.push(t('sureness.range-entering', {range: writeRange(t, belowFirst)}));
  return sentences;
}
