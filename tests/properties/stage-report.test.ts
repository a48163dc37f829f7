import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type AnswerInput, buildAnswerSchema} from '@/lib/answers/answer-schema';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {listMeasures} from '@/lib/instrument/list-measures';
import {LOCALES} from '@/lib/instrument/schema';
import {findFaults} from '../support/report-faults';
import {answerRow, buildReport, findTable, listBlocks} from '../support/report-subject';

const {instrument} = getInstrumentOrThrow('wang-zhang-2017');
const schema = buildAnswerSchema(instrument);
const CODES = listMeasures(instrument).map(({measure}) => measure.code);

/** Text that somebody typed, marked so that it can be told from the report's own. */
const typed = fc
  .oneof(
    fc.constantFrom('<script>', '=1+1', '{county}', '\u202e反', '　　首行缩进', '👩‍🌾', 'undefined', 'a\nb', ']]>', '\ufffe', "‘'", '𠮷'),
    fc.string({maxLength: 20}),
  )
  .map((text) => `⟦${text.replaceAll('\n', '⏎')}⟧`);
const optional = fc.option(typed, {nil: '', freq: 1});
const record = fc.record({
  kind: fc.constantFrom(...instrument.evidenceKinds.map(({id}) => id)),
  title: typed,
  documentNumber: optional,
  issuer: optional,
  date: fc.constantFrom('', '2026', '2026-03', '2026-03-05'),
  link: fc.constantFrom('', 'https://example.gov.cn/a?b=c&d=%E4%B8%AD'),
});
const answer = fc
  .record({
    value: fc.constantFrom(...ANSWER_VALUES),
    note: fc.array(optional, {maxLength: 3}).map((lines) => lines.join('\n')),
    reason: typed,
    evidence: fc.array(record, {maxLength: 2}),
  })
  .map((given) => schema.safeParse(given))
  .filter(({success}) => success)
  .map(({data}) => data as AnswerInput);
const answers = fc
  .array(fc.option(fc.record({answer, confirmed: fc.boolean()}), {nil: undefined, freq: 3}), {minLength: CODES.length, maxLength: CODES.length})
  .map((list) => list.flatMap((given, index) => (given ? [answerRow(CODES[index] ?? '', given.answer.value, {...given.answer, confirmed: given.confirmed})] : [])));
const traitValues = fc.option(fc.array(fc.option(fc.integer({min: 1, max: 3}), {nil: null}), {minLength: 8, maxLength: 8}), {nil: undefined});
const cases = fc.record({rows: answers, traitValues, setAside: fc.subarray(CODES), isFinal: fc.boolean()});

describe('buildStageReport', () => {
  it('is sound whatever was answered, and leaves out nothing of it', () => {
    fc.assert(
      fc.property(cases, ({rows, traitValues: traits, setAside, isFinal}) => {
        const entries = setAside.map((measure) => ({measure, decision: 'setAside' as const, reason: '⟦不属本县权限⟧', bureau: '', duePeriod: '', since: '2026', revision: 1}));
        for (const locale of LOCALES) {
          const report = buildReport(rows, locale, {entries, ...(traits && {traitValues: traits}), ...(isFinal ? {} : {finalisedAt: null})});
          expect(findFaults(report)).toEqual([]);
          const cells = new Map(
            findTable(report, 'measures').groups.flatMap((group) => group.rows.map((row) => [row.id, row.cells.map(({lines}) => lines.map(({text}) => text).join('\n'))] as const)),
          );
          expect([...cells.keys()]).toEqual(CODES);
          for (const {measure, note, reason, evidence} of rows) {
            const [, , , notes = '', records = ''] = cells.get(measure) ?? [];
            for (const line of [...note.split('\n'), reason]) expect(notes).toContain(line);
            for (const {title, documentNumber, issuer, date, link} of evidence) for (const field of [title, documentNumber, issuer, date, link]) expect(records).toContain(field);
          }
        }
      }),
      {numRuns: 40},
    );
  });

  it('gives the same report for the same subject, in whatever order the answers come', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const [forwards, backwards] = [buildReport(rows), buildReport(rows.toReversed())];
        expect(backwards).toEqual(forwards);
        expect(listBlocks(buildReport(rows))).toEqual(listBlocks(forwards));
      }),
      {numRuns: 10},
    );
  });
});
