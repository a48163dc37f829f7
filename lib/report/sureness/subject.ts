import type {Diagnosis, EngineAnswers, Fraction, StageCounts} from '@/lib/diagnosis/model';
import type {BenchmarkFile, InstrumentFile, Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';

/** What the sections on how far a result holds are written from. */
export type SurenessSubject = {
  readonly instrument: InstrumentFile;
  readonly benchmarks: readonly BenchmarkFile[];
  readonly diagnosis: Diagnosis;
  /** The answers that were diagnosed. */
  readonly answers: EngineAnswers;
  /** The threshold that they were diagnosed with. */
  readonly threshold: Fraction;
  /** The assessment to lead to for changes; null when it is final. */
  readonly editableId: string | null;
  /** Where this page shows a measure. */
  readonly hrefOf: (code: string) => string;
  readonly locale: Locale;
  readonly t: Translate;
};

/** The stage as a heading of sentences: “第二阶段”. */
export function writeStage(t: Translate, stage: number): string {
  return t('stage.numeral', {stage: String(stage)});
}

/** Where a county stands, in a sentence's words: at a stage, or not yet at the first. */
export function writeStanding(t: Translate, stage: number, entering: boolean): string {
  return entering ? t('stage.entering') : t('sureness.at', {stage: writeStage(t, stage)});
}

/** A fraction with its percentage, said to be rounded where it is: “4/13（约 31%）”. */
export function writeShare(t: Translate, [numerator, denominator]: Fraction): string {
  const values = {fraction: writeFraction([numerator, denominator]), percent: Math.round((numerator / denominator) * 100)};
  return (numerator * 100) % denominator === 0 ? t('sureness.share', values) : t('sureness.share-about', values);
}

/** A fraction as it is written: “4/13”, 0 and 1 without a denominator. */
export function writeFraction([numerator, denominator]: Fraction): string {
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}

/** How many measures are unknown in all stages together. */
export function countUnknown(stages: readonly StageCounts[]): number {
  return stages.reduce((sum, {unknown}) => sum + unknown, 0);
}
