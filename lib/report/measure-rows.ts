import {readAnswerValue} from '@/lib/answers/read-answer-value';
import type {AnswerValue} from '@/lib/answers/answer-value';
import type {BenchmarkFile, InstrumentFile, Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import type {AnswerRow} from './category-page';
import {formatStageHeading, listBenchmarksOf} from './result';

/** One measure with its answer in words. */
export type MeasureRow = {
  code: string;
  name: string;
  /** `carried` waits for confirmation, `none` has no answer. */
  state: AnswerValue | 'carried' | 'none';
  answer: string;
  note: string;
  reason: string;
  evidence: {text: string; link: string}[];
  benchmarks: string;
  /** Where the answer can be changed; null when it can't. */
  href: string | null;
};

/** All measures by stage and first-level category. */
export type MeasureSection = {
  stage: number;
  heading: string;
  categories: {code: string; name: string; rows: MeasureRow[]}[];
};

type Input = {
  instrument: InstrumentFile;
  benchmarks: readonly BenchmarkFile[];
  answers: readonly AnswerRow[];
  /** The assessment to lead to for changes; null when it is final. */
  editableId: string | null;
  locale: Locale;
  t: Translate;
};

/** Builds the table of all measures; a measure without an answer is shown as unanswered. */
export function buildMeasureSections(input: Input): MeasureSection[] {
  const {instrument, answers, editableId, locale, t} = input;
  const given = new Map(answers.map((answer) => [answer.measure, answer]));
  return instrument.stages.map((stage) => ({
    stage: stage.number,
    heading: formatStageHeading(stage, locale, t),
    categories: stage.categories.map((category) => ({
      code: category.code,
      name: category.name[locale],
      rows: category.measures.map((measure): MeasureRow => {
        const row = given.get(measure.code);
        const value = readAnswerValue(row?.value ?? 'unknown');
        return {
          code: measure.code,
          name: measure.name[locale],
          state: !row ? 'none' : row.confirmed ? value : 'carried',
          answer: !row
            ? t('check.unanswered')
            : row.confirmed
              ? t(`answer.${value}`)
              : t('check.unconfirmed', {value: t(`answer.${value}`)}),
          note: row?.note ?? '',
          reason: row?.reason ?? '',
          evidence: (row?.evidence ?? []).map((record) => describeEvidence(record, instrument, locale)),
          benchmarks: listBenchmarksOf(measure, input),
          href: editableId ? paths.measure(editableId, category.code, measure.code) : null,
        };
      }),
    })),
  }));
}

/** One evidence record in a line, with its address apart. */
export function describeEvidence(record: AnswerRow['evidence'][number], instrument: InstrumentFile, locale: Locale) {
  const kind = instrument.evidenceKinds.find(({id}) => id === record.kind)?.name[locale] ?? record.kind;
  const details = [kind, record.documentNumber, record.issuer, record.date].filter((part) => part !== '');
  const open = locale === 'zh-CN' ? '（' : ' (';
  const close = locale === 'zh-CN' ? '）' : ')';
  return {text: `${record.title}${open}${details.join(locale === 'zh-CN' ? '，' : ', ')}${close}`, link: record.link};
}
