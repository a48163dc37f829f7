import type {z} from 'zod';
import {EVIDENCE_FIELDS, type EvidenceField} from '@/lib/answers/answer-form';
import {type AnswerInput, buildAnswerSchema} from '@/lib/answers/answer-schema';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {InstrumentFile, Locale} from '@/lib/instrument/schema';
import {explainIssues} from '@/lib/messages/explain-issues';
import type {Translate} from '@/lib/messages/translator';
import type {SheetColumn} from '../xlsx/sheet-layout';
import type {FilledFile, FilledRow, FilledSheet} from './filled-file';
import {readCode, readDateWord, readKindWord, readValueWord} from './read-words';

/** What a file proposes: sound answers by measure code, and every problem of the others in words, in the order of the file. */
export type Proposal = {readonly answers: ReadonlyMap<string, AnswerInput>; readonly problems: readonly string[]};

/** What is known while a file is judged. */
export type ProposalSubject = {
  readonly instrument: InstrumentFile;
  /** The answers that stand, of which a file changes only what it has columns for. */
  readonly present: ReadonlyMap<string, AnswerInput>;
  readonly locale: Locale;
  readonly t: Translate;
};

/** A cell's place in the file. */
type Place = {sheet: FilledSheet; row: FilledRow; column: SheetColumn};

/**
 * Judges what was filled in by the rules of every answer (`buildAnswerSchema`). A measure without anything filled in is
 * not proposed. A workbook's row replaces the whole answer; where a column is missing, as note, reason and evidence are
 * from a text file, what stands is kept.
 */
export function proposeAnswers(file: FilledFile, subject: ProposalSubject): Proposal {
  const {instrument, t} = subject;
  const known = new Set(listMeasures(instrument).map(({measure}) => measure.code));
  const schema = buildAnswerSchema(instrument);
  const problems: {place: Place; message: string}[] = [];
  const tell = (place: Place, message: string) => problems.push({place, message});
  const rows = new Map<string, FilledRow>();
  const records = new Map<string, {sheet: FilledSheet; row: FilledRow}[]>();

  for (const sheet of [file.answers, file.moreEvidence]) {
    for (const row of sheet?.rows ?? []) {
      if (!sheet) continue;
      const code = readCode(row.cells.code?.text ?? '');
      const at = (column: SheetColumn): Place => ({sheet, row, column});
      for (const [column, cell] of Object.entries(row.cells)) if (cell.fault) tell(at(column as SheetColumn), t(`import.fault.${cell.fault}`));
      if (row.cells.code?.fault) continue;
      if (!known.has(code)) tell(at('code'), code === '' ? t('import.no-code') : t('import.unknown-code', {code: code.slice(0, 40)}));
      else if (sheet === file.answers && rows.has(code)) tell(at('code'), t('import.repeated', {code, row: rows.get(code)?.row ?? 0}));
      else {
        if (sheet === file.answers) rows.set(code, row);
        if (hasEvidence(row)) records.set(code, [...(records.get(code) ?? []), {sheet, row}]);
      }
    }
  }

  const answers = new Map<string, AnswerInput>();
  for (const code of new Set([...rows.keys(), ...records.keys()])) {
    const row = rows.get(code);
    const evidence = records.get(code) ?? [];
    const alone = evidence[0];
    if (!row) {
      if (alone) tell({...alone, column: 'code'}, t('import.evidence-without-answer', {code}));
      continue;
    }
    const place = (path: readonly PropertyKey[]): Place => placeOf(path, {sheet: file.answers, row}, evidence);
    const parsed = schema.safeParse(assemble(file, row, evidence, subject, code));
    if (parsed.success) answers.set(code, parsed.data);
    else {
      for (const [at, {message}] of explainIssues(t, parsed.error).entries()) {
        const issue = parsed.error.issues[at];
        const where = place(issue?.path ?? []);
        // A cell that is not taken has been told of; that nothing is in its place goes without saying.
        if (issue && !where.row.cells[where.column]?.fault) tell(where, explain(issue, where, message, subject));
      }
    }
  }
  const faulty = new Set(problems.map(({place: {row}}) => row));
  for (const [code, row] of rows) if (faulty.has(row) || records.get(code)?.some((record) => faulty.has(record.row))) answers.delete(code);
  return {answers, problems: sortByPlace(file, problems).map(({place, message}) => describe(place, message, t))};
}

function hasEvidence(row: FilledRow): boolean {
  return EVIDENCE_FIELDS.some((field) => row.cells[field] !== undefined);
}

/** The answer that a row makes with its evidence, and with what stands where the file has no column. */
function assemble(file: FilledFile, row: FilledRow, evidence: readonly {row: FilledRow}[], {instrument, present}: ProposalSubject, code: string) {
  const has = (column: SheetColumn) => file.kind === 'workbook' && file.answers.headings[column] !== undefined;
  const take = (cells: FilledRow['cells'], column: SheetColumn) => (cells[column]?.fault ? '' : (cells[column]?.text ?? ''));
  const standing = present.get(code);
  const read: Partial<Record<EvidenceField, (text: string) => string>> = {kind: (text) => readKindWord(text, instrument), date: readDateWord};
  const hasOwnEvidence = file.moreEvidence !== null || EVIDENCE_FIELDS.some(has);
  return {
    value: readValueWord(take(row.cells, 'value')),
    note: has('note') || row.cells.note ? take(row.cells, 'note') : (standing?.note ?? ''),
    reason: has('reason') ? take(row.cells, 'reason') : (standing?.reason ?? ''),
    evidence: hasOwnEvidence
      ? evidence.map(({row: {cells}}) => Object.fromEntries(EVIDENCE_FIELDS.map((field) => [field, (read[field] ?? String)(take(cells, field))])))
      : (standing?.evidence ?? []),
  };
}

/** The cell that an issue's path leads to. */
function placeOf([field, index, part]: readonly PropertyKey[], own: {sheet: FilledSheet; row: FilledRow}, evidence: readonly {sheet: FilledSheet; row: FilledRow}[]): Place {
  if (field !== 'evidence') return {...own, column: field as SheetColumn};
  const record = evidence[typeof index === 'number' ? index : evidence.length - 1] ?? own;
  return {...record, column: (part as SheetColumn | undefined) ?? 'title'};
}

/** Problems of the two columns with a list are told with what was written and what may be. */
function explain(issue: z.core.$ZodIssue, {row, column}: Place, message: string, {instrument, locale, t}: ProposalSubject): string {
  const text = (row.cells[column]?.text ?? '').slice(0, 40);
  if (column === 'value') return text === '' ? t('import.no-value') : t('import.bad-value', {text, values: ANSWER_VALUES.map((value) => t(`answer.${value}`)).join(t('compare.listComma'))});
  if (column === 'kind' && text !== '') {
    const kinds = instrument.evidenceKinds.map(({name}) => name[locale]);
    return t('import.bad-kind', {text, values: kinds.join(t('compare.listComma'))});
  }
  return message;
}

function sortByPlace(file: FilledFile, problems: readonly {place: Place; message: string}[]) {
  const order = ({place: {sheet, row}}: {place: Place}) => (sheet === file.answers ? 0 : 1_000_000) + row.row;
  return problems.toSorted((one, other) => order(one) - order(other));
}

/** “Fill in”, row 12, “Answer”: what is wrong. A text file has no sheet to name. */
function describe({sheet, row, column}: Place, message: string, t: Translate): string {
  const where = {row: row.row, column: sheet.headings[column] ?? t(`workbook.column.${column}`), message};
  return sheet.name === '' ? t('import.at-row', where) : t('import.at-cell', {...where, sheet: sheet.name});
}
