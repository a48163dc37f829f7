import {countReading} from '@/lib/diagnosis/count-reading';
import {ceilTimes} from '@/lib/diagnosis/fraction';
import {isMet} from '@/lib/diagnosis/is-met';
import type {Diagnosis, EngineAnswer, StageCounts} from '@/lib/diagnosis/model';
import {readAnswer} from '@/lib/diagnosis/read-answer';
import {listMeasures} from '@/lib/instrument/list-measures';
import {type SurenessSubject, writeStage} from './subject';

type Reading = keyof Diagnosis['readings'];

/** A measure that a reading counts otherwise than the claimed one. */
export type ReadingMeasure = {code: string; name: string; href: string};

/** One reading of the answers, with what sets it apart from the claimed one. */
export type ReadingRow = {
  key: Reading;
  name: string;
  meaning: string;
  standing: string;
  /** What is counted, stage by stage. */
  counts: string;
  /** True where the stage is not the claimed one. */
  parts: boolean;
  /** Sentences on the difference; empty for the claimed reading. */
  difference: string[];
  /** The measures that make the stage another one. */
  decisive: ReadingMeasure[];
  /** Measures counted otherwise without moving the stage. */
  others: {lead: string; measures: ReadingMeasure[]} | null;
};

/** The four readings beside one another. */
export type FourReadings = {title: string; lead: string; words: Record<'mark' | 'counts' | 'decisive', string>; rows: ReadingRow[]};

const READINGS = ['claimed', 'strict', 'evidenced', 'outlook'] as const satisfies readonly Reading[];

/** Which answers a reading counts otherwise than the claimed one. */
const DIFFERS: Record<Reading, (answer: EngineAnswer) => boolean> = {
  claimed: () => false,
  strict: ({value}) => value === 'not-applicable',
  evidenced: ({value, evidenced}) => value === 'in-place' && evidenced !== true,
  outlook: ({value}) => value === 'under-way',
};

/** Writes the four readings; stages are the diagnosis's own, measures come from the answers. */
export function buildFourReadings(subject: SurenessSubject): FourReadings {
  const {t} = subject;
  return {
    title: t('sureness.readings'),
    lead: t('sureness.readings-lead'),
    words: {mark: t('sureness.differs'), counts: t('sureness.reading-counts'), decisive: t('sureness.decisive')},
    rows: READINGS.map((reading) => buildRow(subject, reading)),
  };
}

function buildRow(subject: SurenessSubject, reading: Reading): ReadingRow {
  const {diagnosis, t, locale} = subject;
  const {stages} = diagnosis;
  const decisiveStages = listDecisiveStages(subject, reading);
  const differing = listDiffering(subject, reading);
  const decisive = differing.filter(({stage}) => decisiveStages.some((counts) => counts.stage === stage));
  const others = differing.filter((each) => !decisive.includes(each));
  const counted = stages.map((counts) => `${counts.code} ${countReading(reading, counts).join('/')}`);
  const standing = standsAt(subject, reading);
  return {
    key: reading,
    name: t(`sureness.reading.${reading}`),
    meaning: t(`sureness.meaning.${reading}`),
    standing: standing === 0 ? t('stage.entering') : writeStage(t, standing),
    counts: new Intl.ListFormat(locale, {type: 'conjunction'}).format(counted),
    parts: decisiveStages.length > 0,
    difference: reading === 'claimed' ? [] : writeDifference(subject, reading, decisiveStages, differing.length),
    decisive: decisive.map(({measure}) => measure),
    others: others.length > 0 ? {lead: t('sureness.others', {count: others.length}), measures: others.map(({measure}) => measure)} : null,
  };
}

/** The stage of a reading, 0 where not even the first is met. */
function standsAt({diagnosis, threshold}: SurenessSubject, reading: Reading): number {
  return diagnosis.stages.some((counts) => isMet(...countReading(reading, counts), threshold)) ? diagnosis.readings[reading] : 0;
}

/** The stages that are met in only one of the two readings, as far as they decide: all that fell, or the one reached. */
function listDecisiveStages(subject: SurenessSubject, reading: Reading): StageCounts[] {
  const {diagnosis, threshold} = subject;
  const claimed = standsAt(subject, 'claimed');
  const here = standsAt(subject, reading);
  if (here > claimed) return diagnosis.stages.filter(({stage}) => stage === here);
  return diagnosis.stages.filter((counts) => counts.stage > here && counts.met && !isMet(...countReading(reading, counts), threshold));
}

function listDiffering({instrument, answers, hrefOf, locale}: SurenessSubject, reading: Reading) {
  return listMeasures(instrument)
    .filter(({measure}) => DIFFERS[reading](readAnswer(answers, measure.code)))
    .map(({measure: {code, name}, stage}) => ({stage: stage.number, measure: {code, name: name[locale], href: hrefOf(code)}}));
}

function writeDifference({threshold, t}: SurenessSubject, reading: Reading, decisive: readonly StageCounts[], differing: number): string[] {
  if (differing === 0) return [t('sureness.difference-none')];
  if (decisive.length === 0) return [t('sureness.difference-same')];
  return decisive.map((counts) => {
    const [counted, outOf] = countReading(reading, counts);
    const values = {stage: writeStage(t, counts.stage), counted, outOf, needed: ceilTimes(threshold, outOf)};
    return isMet(counted, outOf, threshold) ? t('sureness.difference-reaches', values) : t('sureness.difference-falls', values);
  });
}
