import {listMeasures} from '@/lib/instrument/list-measures';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import type {Category, Locale, Measure, Provenance, SourcedText, SourcesFile, Stage} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {formatStageHeading, listBenchmarksOf} from './result';

/** Most characters of a filter's text. */
export const FILTER_TEXT_LIMIT = 200;

/** Which measures to show: those of a stage (all for null) that hold every word of a text. */
export type InstrumentFilter = {readonly stage: number | null; readonly text: string};

/** A labelled text with where it comes from. */
export type SourcedField = {readonly key: string; readonly label: string; readonly text: string; readonly from: Provenance};

/** One measure with all that the instrument says of it. */
export type InstrumentMeasure = {
  readonly code: string;
  readonly name: string;
  readonly from: Provenance;
  readonly linkLabel: string;
  readonly fields: readonly SourcedField[];
  /** The passages that its texts name. */
  readonly sources: string;
};

/** The words of the instrument page. */
export type InstrumentPage = {
  readonly shown: number;
  readonly total: number;
  /** What the filter keeps, in words; null where it keeps everything. */
  readonly filtered: string | null;
  readonly stages: readonly {
    readonly number: number;
    readonly heading: string;
    /** What the model says of the stage; left out where a text is looked for. */
    readonly about: readonly SourcedField[];
    readonly categories: readonly {readonly code: string; readonly name: string; readonly measures: readonly InstrumentMeasure[]}[];
  }[];
};

type Input = {
  readonly registered: RegisteredInstrument;
  readonly sources: SourcesFile;
  readonly filter: InstrumentFilter;
  readonly locale: Locale;
  readonly t: Translate;
};

/** Reads a filter from the texts of an address; an unknown stage and a text cut short are told as problems. */
export function readInstrumentFilter(
  given: {readonly stage: string; readonly text: string; readonly isCut: boolean},
  {instrument}: RegisteredInstrument,
  t: Translate,
): {filter: InstrumentFilter; problems: string[]} {
  const problems: string[] = [];
  const stage = instrument.stages.find(({number}) => String(number) === given.stage)?.number ?? null;
  if (stage === null && given.stage !== '') problems.push(t('instrument-page.unknown-stage', {stage: given.stage.slice(0, 40)}));
  if (given.isCut) problems.push(t('instrument-page.too-long', {max: FILTER_TEXT_LIMIT}));
  return {filter: {stage, text: given.text.trim()}, problems};
}

/**
 * Builds the page. A measure fits when its code, its category and its texts in the reader's language hold every
 * word of the filter, whatever the case and width of letters; stages and categories without one are left out.
 */
export function buildInstrumentPage(input: Input): InstrumentPage {
  const {registered, filter, locale, t} = input;
  const {instrument} = registered;
  const words = fold(filter.text).split(/\s+/).filter((word) => word !== '');
  const stages = instrument.stages
    .filter(({number}) => filter.stage === null || number === filter.stage)
    .map((stage) => ({
      number: stage.number,
      heading: formatStageHeading(stage, locale, t),
      about: words.length === 0 ? describeStage(stage, locale, t) : [],
      categories: stage.categories
        .map((category) => ({
          code: category.code,
          name: category.name[locale],
          measures: category.measures.map((measure) => describeMeasure(measure, input)).filter((measure) => holdsAll(measure, category, locale, words)),
        }))
        .filter(({measures}) => measures.length > 0),
    }))
    .filter(({categories}) => categories.length > 0);
  return {
    stages,
    shown: stages.flatMap(({categories}) => categories.flatMap(({measures}) => measures)).length,
    total: listMeasures(instrument).length,
    filtered: describeFilter(input),
  };
}

function describeFilter({registered, filter, locale, t}: Input): string | null {
  const stage = registered.instrument.stages.find(({number}) => number === filter.stage);
  const parts = [
    ...(stage ? [formatStageHeading(stage, locale, t)] : []),
    ...(filter.text === '' ? [] : [t('instrument-page.filtered-text', {text: filter.text})]),
  ];
  return parts.length === 0 ? null : t('instrument-page.filtered', {parts: parts.join(locale === 'zh-CN' ? '；' : '; ')});
}

function describeStage({cluster, government, market}: Stage, locale: Locale, t: Translate): SourcedField[] {
  const field = (key: string, label: string, text: SourcedText): SourcedField => ({key, label, text: text[locale], from: text.from});
  return [
    field('cluster', t('instrument-page.cluster'), cluster),
    field('government', t('instrument-page.government'), government),
    field('market', t('instrument-page.market'), market),
  ];
}

function describeMeasure(measure: Measure, {registered, sources, locale, t}: Input): InstrumentMeasure {
  const {instrument, benchmarks} = registered;
  const {code, name, question, inPlaceWhen, better, why, evidence} = measure;
  const kinds = evidence.kinds.map((kind) => instrument.evidenceKinds.find(({id}) => id === kind)?.name[locale] ?? kind);
  const passages = new Set([name, question, inPlaceWhen, better, why, evidence, measure.benchmarks].map(({source}) => source));
  return {
    code,
    name: name[locale],
    from: name.from,
    linkLabel: t('instrument-page.link-to', {code}),
    fields: [
      {key: 'question', label: t('instrument-page.question'), text: question[locale], from: question.from},
      {key: 'in-place-when', label: t('instrument-page.in-place-when'), text: inPlaceWhen[locale], from: inPlaceWhen.from},
      {key: 'evidence', label: t('instrument-page.evidence'), text: new Intl.ListFormat(locale, {type: 'disjunction'}).format(kinds), from: evidence.from},
      {key: 'why', label: t('instrument-page.why'), text: why[locale], from: why.from},
      {key: 'better', label: t('instrument-page.better'), text: better[locale], from: better.from},
      {
        key: 'benchmarks',
        label: t('instrument-page.benchmarks'),
        text: listBenchmarksOf(measure, {benchmarks, locale, t}),
        from: measure.benchmarks.from,
      },
    ],
    sources: [...passages].map((passage) => titleOf(passage, sources, locale)).join(locale === 'zh-CN' ? '；' : '; '),
  };
}

/** The title of a passage named `sourceId#sectionId`. */
function titleOf(passage: string, sources: SourcesFile, locale: Locale): string {
  const [source, section] = passage.split('#');
  return sources.find(({id}) => id === source)?.sections.find(({id}) => id === section)?.title[locale] ?? passage;
}

function holdsAll({code, name, fields}: InstrumentMeasure, category: Category, locale: Locale, words: readonly string[]): boolean {
  const text = fold([code, name, category.code, category.name[locale], ...fields.map((field) => field.text)].join('\n'));
  return words.every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
