import {type TypedAnswer, readTypedAnswer} from '@/lib/answers/answer-form';
import {ANSWER_LIMITS} from '@/lib/answers/answer-limits';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import type {BenchmarkFile, Category, InstrumentFile, Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {type OutboxWords, buildOutboxWords} from './outbox-words';
import {describeSaved} from './save-words';

/** A stored answer as the page needs it; the row of lib/db fits. */
export type AnswerRow = Omit<TypedAnswer, 'confirm'> & {measure: string; confirmed: boolean; answeredBy: string; updatedAt: Date};

/** One measure of a category page: its words, and what its fields hold. */
export type MeasureFields = {
  code: string;
  name: string;
  question: string;
  inPlaceWhen: string;
  why: string;
  better: string;
  evidenceAccepted: string;
  benchmarks: string;
  answer: TypedAnswer;
  /** Where a script saves this answer. */
  saveUrl: string;
  /** What was changed in this answer, and by whom. */
  changesUrl: string;
  /** Whether note and evidence are shown: when there are any, or the reader asked for them. */
  opened: boolean;
  /** Where the answer comes from while it waits for confirmation; empty otherwise. */
  carried: string;
  /** The state shown before anything is changed. */
  status: string;
};

/** All that the form of a category page shows. */
export type CategoryPage = {
  assessmentId: string;
  /** Tells a form that comes twice from one that was filled in anew. */
  formId: string;
  /** The category's code. */
  category: string;
  /** What the five answers mean, in one line. */
  meanings: string;
  measures: MeasureFields[];
  values: {value: string; label: string}[];
  kinds: {id: string; name: string}[];
  limits: typeof ANSWER_LIMITS;
  words: CategoryWords;
  outbox: OutboxWords;
};

const WORD_KEYS = [
  'answer-needed',
  'better',
  'confirm',
  'conflict-keep',
  'conflict-take',
  'conflict-title',
  'continue',
  'date',
  'date-hint',
  'document-number',
  'evidence',
  'evidence-accepted',
  'evidence-add',
  'in-place-when',
  'issuer',
  'kind',
  'link',
  'more',
  'note',
  'not-saved',
  'offline',
  'optional',
  'reason',
  'reason-hint',
  'reason-needed',
  'retry',
  'save-list',
  'saving',
  'title',
  'why',
  'with-benchmarks',
] as const;

/** Words of the form by their key in `questionnaire`. */
export type CategoryWords = Record<(typeof WORD_KEYS)[number] | 'error-title' | 'evidence-record' | 'changes', string>;

type Input = {
  assessmentId: string;
  /** A new uuid for each page. */
  formId: string;
  instrument: InstrumentFile;
  category: Category;
  benchmarks: readonly BenchmarkFile[];
  answers: readonly AnswerRow[];
  /** The measure whose note and evidence the reader asked for; empty when none. */
  opened: string;
  /** The assessment that answers were carried over from, as shown to people; empty when there is none. */
  carriedFrom: string;
  locale: Locale;
  t: Translate;
};

/**
 * A category page as two JSON texts, because a text crosses to the browser several times faster than
 * some two hundred values: what every assessment has in common, and this assessment's own entries.
 */
export type CategoryPageTexts = {common: string; own: string};

type Common = Pick<CategoryPage, 'category' | 'meanings' | 'values' | 'kinds' | 'limits' | 'words' | 'outbox'> & {
  measures: Omit<MeasureFields, keyof Entry | 'saveUrl' | 'changesUrl'>[];
};

type Entry = Pick<MeasureFields, 'answer' | 'opened' | 'carried' | 'status'>;

/** The entries by measure; a measure without one is blank. */
type Own = Pick<CategoryPage, 'assessmentId' | 'formId'> & {entries: Record<string, Entry>};

/** The common parts that were put together before, by category and language. */
const commonParts = new WeakMap<Category, Map<Locale, string>>();

/** Builds a category page from an instrument's category and the stored answers; `readCategoryPage` reads it. */
export function buildCategoryPage(input: Input): CategoryPageTexts {
  const {assessmentId, formId, category, answers, opened, carriedFrom, t} = input;
  const own: Own = {assessmentId, formId, entries: {}};
  for (const {code} of category.measures) {
    const row = answers.find((answer) => answer.measure === code);
    if (row) {
      const {value, note, reason, evidence, revision, confirmed, updatedAt} = row;
      own.entries[code] = {
        answer: {value, note, reason, evidence, revision, confirm: false},
        opened: opened === code || note !== '' || evidence.length > 0,
        carried: confirmed ? '' : t('questionnaire.carried', {from: carriedFrom}),
        status: confirmed ? describeSaved(updatedAt, t) : '',
      };
    } else if (opened === code) {
      own.entries[code] = {...BLANK, opened: true};
    }
  }
  return {common: getCommonPart(input), own: JSON.stringify(own)};
}

const BLANK: Entry = {answer: {value: '', note: '', reason: '', evidence: [], revision: 0, confirm: false}, opened: false, carried: '', status: ''};

/** Reads what `buildCategoryPage` made; a measure without an answer has empty fields. */
export function readCategoryPage(texts: CategoryPageTexts): CategoryPage {
  const common: Common = JSON.parse(texts.common);
  const {assessmentId, formId, entries}: Own = JSON.parse(texts.own);
  return {
    ...common,
    assessmentId,
    formId,
    measures: common.measures.map((measure) => ({
      ...measure,
      ...(entries[measure.code] ?? BLANK),
      saveUrl: paths.api.answer(assessmentId, measure.code),
      changesUrl: paths.changes(assessmentId, measure.code),
    })),
  };
}

/** Registered categories never change, so their words are put together once for each language. */
function getCommonPart(input: Input): string {
  const {category, locale} = input;
  const parts = commonParts.get(category) ?? new Map<Locale, string>();
  commonParts.set(category, parts);
  const common = parts.get(locale) ?? JSON.stringify(buildCommonPart(input));
  parts.set(locale, common);
  return common;
}

function buildCommonPart({instrument, category, benchmarks, locale, t}: Input): Common {
  const listed = new Intl.ListFormat(locale, {type: 'conjunction'});
  const kindName = new Map(instrument.evidenceKinds.map(({id, name}) => [id, name[locale]]));
  return {
    category: category.code,
    meanings: t('questionnaire.meanings'),
    measures: category.measures.map((measure) => {
      const having = benchmarks.filter(({id}) => measure.benchmarks.ids.includes(id)).map(({shortName}) => shortName[locale]);
      return {
        code: measure.code,
        name: measure.name[locale],
        question: measure.question[locale],
        inPlaceWhen: measure.inPlaceWhen[locale],
        why: measure.why[locale],
        better: measure.better[locale],
        evidenceAccepted: listed.format(measure.evidence.kinds.map((kind) => kindName.get(kind) ?? kind)),
        benchmarks: having.length > 0 ? listed.format(having) : t('questionnaire.no-benchmark'),
      };
    }),
    values: ANSWER_VALUES.map((value) => ({value, label: t(`answer.${value}`)})),
    kinds: instrument.evidenceKinds.map(({id, name}) => ({id, name: name[locale]})),
    limits: ANSWER_LIMITS,
    outbox: buildOutboxWords(t),
    words: {
      ...(Object.fromEntries(WORD_KEYS.map((key) => [key, t(`questionnaire.${key}`)])) as Record<(typeof WORD_KEYS)[number], string>),
      'error-title': t('site.error-title'),
      changes: t('changes.title'),
      // The form fills in the number of each record; asking without a value fails in development.
      'evidence-record': t('questionnaire.evidence-record', {n: '{n}'}),
    },
  };
}

/** Puts what was typed, as a refused form gave it back, in place of what is stored. */
export function withTyped(page: CategoryPage, input: Readonly<Record<string, string>>): CategoryPage {
  return {
    ...page,
    formId: input.saveId ?? page.formId,
    measures: page.measures.map((measure) => {
      const answer = readTypedAnswer((name) => input[name] ?? '', measure.code);
      return {...measure, status: '', answer, opened: measure.opened || answer.note !== '' || answer.evidence.length > 0};
    }),
  };
}
