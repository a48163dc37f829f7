import {EVIDENCE_FIELDS} from '@/lib/answers/answer-form';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {readAnswerValue} from '@/lib/answers/read-answer-value';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {InstrumentFile, Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import type {AnswerRow} from './category-page';
import {describeEvidence} from './measure-rows';

/** What importing does to a measure: answers it, changes its answer, or confirms one that was carried over. */
export type ImportKind = 'new' | 'changed' | 'confirmed';

/** One part of an answer before and after; a text of several lines for several evidence records. */
export type ImportedField = {readonly label: string; readonly was: string; readonly becomes: string};

/** A measure that an import would touch. */
export type ImportedMeasure = {readonly code: string; readonly name: string; readonly kind: ImportKind; readonly kindLabel: string; readonly fields: readonly ImportedField[]};

/** What an import would do, before it is done. */
export type ImportPreview = {
  readonly measures: readonly ImportedMeasure[];
  /** How many measures are new, changed, confirmed and unchanged, in words; those that are none are left out. */
  readonly counts: readonly string[];
};

/** What a preview is built from; the rows of lib/db fit `standing`. */
export type ImportSubject = {
  readonly instrument: InstrumentFile;
  readonly standing: readonly Pick<AnswerRow, 'measure' | 'value' | 'note' | 'reason' | 'evidence' | 'confirmed'>[];
  /** Sound answers by measure code; a measure without one is not touched. */
  readonly proposed: ReadonlyMap<string, AnswerInput>;
  readonly locale: Locale;
  readonly t: Translate;
};

/** Compares proposed answers with those that stand: measure by measure in table order, part by part. */
export function buildImportPreview({instrument, standing, proposed, locale, t}: ImportSubject): ImportPreview {
  const given = new Map(standing.map((answer) => [answer.measure, answer]));
  const count = {new: 0, changed: 0, confirmed: 0, unchanged: 0};
  const measures = listMeasures(instrument).flatMap(({measure: {code, name}}): ImportedMeasure[] => {
    const after = proposed.get(code);
    if (!after) return [];
    const before = given.get(code);
    const lines = (answer: Pick<AnswerRow, 'evidence'> | undefined) => (answer?.evidence ?? []).map((record) => writeEvidence(record, instrument, locale)).join('\n');
    const fields: ImportedField[] = [
      {label: t('workbook.column.value'), was: before ? t(`answer.${readAnswerValue(before.value)}`) : '', becomes: t(`answer.${after.value}`)},
      {label: t('workbook.column.note'), was: before?.note ?? '', becomes: after.note},
      {label: t('workbook.column.reason'), was: before?.reason ?? '', becomes: after.reason},
      {label: t('questionnaire.evidence'), was: lines(before), becomes: lines(after)},
    ];
    const hasOtherEvidence = before !== undefined && keyOf(before) !== keyOf(after);
    const changed = fields.filter(({was, becomes}, at) => was !== becomes || (at === 3 && hasOtherEvidence));
    const kind = !before ? 'new' : changed.length > 0 ? 'changed' : before.confirmed ? 'unchanged' : 'confirmed';
    count[kind] += 1;
    if (kind === 'unchanged') return [];
    return [{code, name: name[locale], kind, kindLabel: t(`import.kind.${kind}`), fields: changed.length > 0 ? changed : fields.slice(0, 1)}];
  });
  const kinds = ['new', 'changed', 'confirmed', 'unchanged'] as const;
  return {measures, counts: kinds.filter((kind) => count[kind] > 0).map((kind) => t(`import.count.${kind}`, {count: count[kind]}))};
}

/** An evidence record in a line: as elsewhere, with its address. */
function writeEvidence(record: AnswerRow['evidence'][number], instrument: InstrumentFile, locale: Locale): string {
  const {text, link} = describeEvidence(record, instrument, locale);
  return link === '' ? text : `${text} ${link}`;
}

/** All of an answer's evidence, for telling apart what reads the same. */
function keyOf({evidence}: Pick<AnswerRow, 'evidence'>): string {
  return JSON.stringify(evidence.map((record) => EVIDENCE_FIELDS.map((field) => record[field])));
}
