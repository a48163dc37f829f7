import type {AnswerValue} from '@/lib/answers/answer-value';
import type {Diagnosis} from '@/lib/diagnosis/model';
import type {InstrumentFile, Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';

/** One county as chosen for a comparison: a profile's assessment or a benchmark county. */
export type ComparedCounty = {
  readonly key: string;
  readonly name: string;
  /** What tells two rows of the same county apart, such as industry and period. */
  readonly detail: string;
  readonly isBenchmark: boolean;
  readonly href: string | null;
  /** Answers by measure code; a missing code is `unknown`. */
  readonly values: Readonly<Record<string, AnswerValue>>;
  readonly diagnosis: Diagnosis;
  /** False where only ticks are known (Table 1): a measure without a tick is then not a declared "no". */
  readonly underWayKnown: boolean;
};

/** What the parts of a comparison are built from. */
export type ComparisonInput = {
  readonly instrument: InstrumentFile;
  readonly counties: readonly ComparedCounty[];
  readonly locale: Locale;
  readonly t: Translate;
};

/** A county as a heading of rows and columns. */
export type CountyHeading = {
  readonly key: string;
  /** The name, with the detail where two counties have the same name. */
  readonly label: string;
};

/** The headings of the counties in the order in which they were chosen. Nothing can be missing. */
export function listCountyHeadings({counties, t}: ComparisonInput): CountyHeading[] {
  return counties.map(({key, name, detail}) => {
    const isShared = counties.filter((other) => other.name === name).length > 1;
    return {key, label: isShared && detail !== '' ? t('compare.nameWithDetail', {name, detail}) : name};
  });
}

/** A stage's number and name as one heading. */
export function formatStageTitle({t, locale}: ComparisonInput, stage: InstrumentFile['stages'][number]): string {
  return t('compare.stage', {number: stage.number, name: stage.name[locale]});
}

/** A county's answer to a measure; a missing one is `unknown` (METHOD.md: Answers). */
export function readValue(county: ComparedCounty, code: string): AnswerValue {
  return county.values[code] ?? 'unknown';
}
