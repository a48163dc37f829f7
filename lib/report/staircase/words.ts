import type {AnswerValue} from '@/lib/answers/answer-value';
import {onceForEach} from '@/lib/answers/once-for-each';
import type {Diagnosis} from '@/lib/diagnosis/model';
import type {InstrumentFile, Locale, Measure, Stage} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import type {Staircase, StaircaseFlag} from './picture';

/** What a staircase is drawn from. */
export type StaircaseSubject = {
  readonly instrument: InstrumentFile;
  /** Answers by measure code; a missing one is unknown. */
  readonly values: Readonly<Record<string, AnswerValue | undefined>>;
  readonly diagnosis: Pick<Diagnosis, 'stage' | 'entering' | 'interval' | 'stages'>;
  readonly t: Translate;
  readonly locale: Locale;
  /** The county's name, for the flag and the title. */
  readonly name: string;
  /** Makes each brick a link; left out, the picture is one image. */
  readonly hrefOf?: ((code: string) => string) | undefined;
};

/** A measure with its answer and words, before it has a place. */
export type MeasureFacts = Pick<Staircase['steps'][number]['bricks'][number], 'code' | 'state' | 'label' | 'href'> & {
  readonly name: string;
};

/** A stage with its words, before it has a place. */
export type StageFacts = {
  readonly stage: number;
  readonly colour: number;
  readonly label: string;
  readonly cluster: string;
  /** Name of the e-commerce stage and kind of upgrade, as one line and as two. */
  readonly heading: string;
  readonly headingParts: readonly [name: string, upgrade: string];
  readonly counts: string;
  readonly categories: readonly {readonly code: string; readonly label: string; readonly measures: readonly MeasureFacts[]}[];
};

/** A flag with its words: in full, without the name, and around a shortened name. */
export type FlagFacts = Pick<StaircaseFlag, 'kind' | 'stage' | 'label'> & {
  readonly short: string;
  readonly write: (name: string) => string;
};

/** The numeral of a stage as a sentence wants it, in Chinese written out up to nine. */
export function writeNumeral(t: Translate, number: number): string {
  return t('staircase.numeral', {number: String(number)});
}

/** The five states in the order of the legend, each with its word. */
export function listStates(t: Translate): {state: AnswerValue; label: string}[] {
  return [
    {state: 'in-place', label: t('answer.in-place')},
    {state: 'under-way', label: t('answer.under-way')},
    {state: 'not-in-place', label: t('answer.not-in-place')},
    {state: 'unknown', label: t('answer.unknown')},
    {state: 'not-applicable', label: t('answer.not-applicable')},
  ];
}

/** The stages of a subject with their words, rising; colours come round again after `colours` stages. */
export function listStageFacts(subject: StaircaseSubject, colours: number): StageFacts[] {
  const {instrument, values, t, locale, hrefOf} = subject;
  const words = Object.fromEntries(listStates(t).map(({state, label}) => [state, label]));
  return instrument.stages.map((stage) => ({
    stage: stage.number,
    colour: ((stage.number - 1) % colours) + 1,
    label: t('staircase.step-label', {stage: writeNumeral(t, stage.number), stageName: stage.name[locale]}),
    cluster: stage.clusterStage[locale],
    heading: t('staircase.step', {stageName: stage.name[locale], upgrade: stage.upgrade[locale]}),
    headingParts: [stage.name[locale], stage.upgrade[locale]],
    counts: writeCounts(subject, stage.number),
    categories: stage.categories.map((category) => ({
      code: category.code,
      label: category.label[locale],
      measures: category.measures.map((measure) => {
        const {code, name} = measure;
        const state = values[code] ?? 'unknown';
        return {code, name: name[locale], state, label: writeBrick(subject, measure, state, words[state] ?? ''), href: hrefOf?.(code) ?? null};
      }),
    })),
  }));
}

/** What bricks say, by translator and measure, then by language and state: a list of counties says the same few again and again. */
const brickWords = onceForEach((_t: Translate) => onceForEach((_measure: Measure) => new Map<string, string>()));

function writeBrick({t, locale}: StaircaseSubject, measure: Measure, state: AnswerValue, word: string): string {
  const known = brickWords(t)(measure);
  const key = `${locale} ${state}`;
  const label = known.get(key) ?? t('staircase.brick', {code: measure.code, name: measure.name[locale], state: word});
  known.set(key, label);
  return label;
}

/**
 * The flags of a subject: the stage that the known answers reach (0, the foot, while even stage 1 is not met), and,
 * if unknown answers leave a higher one open, that one. Source: METHOD.md: The stage, interval.
 */
export function listFlagFacts({diagnosis, t, name}: StaircaseSubject): FlagFacts[] {
  const {stage, entering} = diagnosis;
  const reached = writeNumeral(t, stage);
  const flags: FlagFacts[] = [
    entering
      ? buildFlagFacts('reached', 0, name, t('staircase.flag-foot'), (short) => t('staircase.flag-foot-named', {name: short}))
      : buildFlagFacts('reached', stage, name, t('staircase.small-reached', {stage: reached}), (short) =>
          t('staircase.flag-reached', {name: short, stage: reached}),
        ),
  ];
  const high = getOpenStage(diagnosis);
  if (high !== null) {
    const open = writeNumeral(t, high);
    flags.push(
      buildFlagFacts('open', high, name, t('staircase.flag-open', {stage: open}), (short) =>
        t('staircase.flag-open-named', {name: short, stage: open}),
      ),
    );
  }
  return flags;
}

/** The stage or interval in a few words, for the line under a small picture. */
export function writeStanding({diagnosis, t}: StaircaseSubject): string {
  const {stage, entering} = diagnosis;
  const high = getOpenStage(diagnosis);
  const words = {stage: writeNumeral(t, stage), high: high === null ? '' : writeNumeral(t, high)};
  if (entering) return high === null ? t('staircase.flag-foot') : t('staircase.small-foot-open', words);
  return high === null ? t('staircase.small-reached', words) : t('staircase.small-open', words);
}

/** The whole picture in sentences: where the county stands, what unknown answers leave open, and each stage. */
export function describeStaircase(subject: StaircaseSubject): string {
  const {instrument, diagnosis, t, locale, name} = subject;
  const nameOf = (number: number) => instrument.stages.find((stage) => stage.number === number)?.name[locale] ?? '';
  const standing = {name, stage: writeNumeral(t, diagnosis.stage), stageName: nameOf(diagnosis.stage)};
  const high = getOpenStage(diagnosis);
  const sentences = [
    diagnosis.entering ? t('staircase.described-foot', standing) : t('staircase.described-reached', standing),
    ...(high === null ? [] : [t('staircase.described-open', {stage: writeNumeral(t, high)})]),
    ...instrument.stages.map((stage) => describeStep(subject, stage)),
  ];
  return sentences.join(locale === 'en' ? ' ' : '');
}

/** How many of a stage's applicable measures are in place and how many it needs. */
export function writeCounts({diagnosis, t}: StaircaseSubject, stage: number): string {
  const counts = diagnosis.stages.find((candidate) => candidate.stage === stage);
  if (!counts || counts.applicable === 0) return t('staircase.counts-none');
  return t('staircase.counts', {inPlace: counts.inPlace, applicable: counts.applicable, needed: counts.needed});
}

function describeStep(subject: StaircaseSubject, stage: Stage): string {
  const {t, locale} = subject;
  return t('staircase.described-step', {
    stage: writeNumeral(t, stage.number),
    stageName: stage.name[locale],
    upgrade: stage.upgrade[locale],
    cluster: stage.clusterStage[locale],
    counts: writeCounts(subject, stage.number),
  });
}

/** The stage that unknown answers leave open, stage 1 itself among them; null where there is none. */
export function getOpenStage({stage, entering, interval, stages}: StaircaseSubject['diagnosis']): number | null {
  if (interval.high > stage) return interval.high;
  // The interval starts at 1 even at the foot, so stage 1 itself may still be open.
  const first = stages[0];
  const open = entering && first !== undefined && first.applicable > 0 && first.inPlace + first.unknown >= first.needed;
  return open ? first.stage : null;
}

function buildFlagFacts(
  kind: FlagFacts['kind'],
  stage: number,
  name: string,
  short: string,
  write: FlagFacts['write'],
): FlagFacts {
  return {kind, stage, label: write(name), short, write};
}
