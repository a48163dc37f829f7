import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {EVIDENCE_FIELDS} from '@/lib/answers/answer-form';
import {ANSWER_LIMITS} from '@/lib/answers/answer-limits';
import {buildAnswerSchema} from '@/lib/answers/answer-schema';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {writeWorkbook} from '@/lib/files/xlsx/write-workbook';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {readParts, readSheets, readTable} from '@/tests/support/read-workbook';
import {buildReport} from '@/tests/support/report-subject';

const registered = getInstrumentOrThrow('wang-zhang-2017');
const {instrument} = registered;
const codes = listMeasures(instrument).map(({measure}) => measure.code);
const schema = buildAnswerSchema(instrument);
const report = {'zh-CN': buildReport([], 'zh-CN'), en: buildReport([], 'en')};

/** Texts that spreadsheets, XML or readers are known to trip over, alone and in the midst of other text. */
const nasty = fc.constantFrom(
  '=1+1', '=HYPERLINK("http://example.com")', '+86', '-1', '@SUM(A1)', '\t=1', '\n=1', '＝1', '＋', '－', '＠', '#N/A', '#REF!', '#SPILL!', 'TRUE', '0123', '1e5', '2026-03',
  '_x0041_', '_x005F_', '_x', '<![CDATA[', ']]>', '&amp;', '&', '<f>1</f>', '"', "'", '👩‍🌾', '\u2028', '\u202e反', '\ufeff', '\ufffe', '\uffff', '\n\n', '  ', '\u3000', '#', ',',
);
const text = (max: number) =>
  fc
    .oneof(nasty, fc.string({unit: 'binary', maxLength: 30}), fc.array(fc.oneof(nasty, fc.string({unit: 'grapheme', maxLength: 4})), {maxLength: 8}).map((parts) => parts.join('')), fc.constant('长'.repeat(max)), fc.constant('🧶'.repeat(max / 2)))
    .map((given) => given.slice(0, max));
const record = fc.record({
  kind: fc.constantFrom(...instrument.evidenceKinds.map(({id}) => id)),
  title: text(ANSWER_LIMITS.title),
  documentNumber: text(ANSWER_LIMITS.documentNumber),
  issuer: text(ANSWER_LIMITS.issuer),
  date: fc.constantFrom('', '2026', '2026-03', '2026-03-05'),
  link: fc.constantFrom('', 'https://example.org/?a=1&b=<2>'),
});
/** Answers as the product keeps them: only what its schema lets in. */
const answer = fc
  .record({value: fc.constantFrom(...ANSWER_VALUES), note: text(ANSWER_LIMITS.note), reason: text(ANSWER_LIMITS.reason), evidence: fc.array(record, {maxLength: 3})})
  .map((given) => schema.safeParse(given))
  .filter(({success}) => success)
  .map(({data}) => data as NonNullable<typeof data>);
const answers = fc
  .dictionary(fc.constantFrom(...codes), answer, {maxKeys: 12})
  .map((given) => Object.entries(given).map(([measure, input]) => ({measure, ...input, confirmed: true})));

describe('the workbook of any answers', () => {
  it('holds them as they are, the first evidence record beside them and the others on their own sheet, and no formula', async () => {
    await fc.assert(
      fc.asyncProperty(answers, fc.constantFrom(...LOCALES), async (given, locale) => {
        const t = translatorFor(locale);
        const workbook = await writeWorkbook({locale, registered, assessment: {answers: given, report: report[locale]}});
        const sheets = await readSheets(workbook);
        const read = (sheet: 'fill-in' | 'more-evidence') => readTable(sheets.get(t(`workbook.sheet.${sheet}`)) ?? [], t('workbook.column.code'), (code) => codes.includes(code));
        const kinds = new Map(instrument.evidenceKinds.map(({id, name}) => [name[locale], id]));
        const evidenceOf = (row: Record<string, unknown>) => Object.fromEntries(EVIDENCE_FIELDS.map((field) => {
          const cell = String(row[t(`workbook.column.${field}`)] ?? '');
          return [field, field === 'kind' ? kinds.get(cell) : cell];
        }));
        const rows = read('fill-in');
        const more = read('more-evidence');
        expect(rows.map((row) => row[t('workbook.column.code')])).toEqual(codes);
        for (const row of rows) {
          const code = String(row[t('workbook.column.code')]);
          const kept = given.find(({measure}) => measure === code);
          const [note, reason] = [row[t('workbook.column.note')] ?? '', row[t('workbook.column.reason')] ?? ''];
          const further = more.filter((each) => each[t('workbook.column.code')] === code).map(evidenceOf);
          const first = row[t('workbook.column.title')] === null ? [] : [evidenceOf(row)];
          expect([row[t('workbook.column.value')], note, reason, [...first, ...further]]).toEqual([kept ? t(`answer.${kept.value}`) : null, kept?.note ?? '', kept?.reason ?? '', kept?.evidence ?? []]);
        }
        for (const [name, part] of readParts(workbook)) expect(/<f[ >/]/.test(part), name).toBe(false);
      }),
      {numRuns: 40},
    );
  });
});
