import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {strFromU8, unzipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {type AnswerInput, buildAnswerSchema} from '@/lib/answers/answer-schema';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {proposeAnswers} from '@/lib/files/read/propose-answers';
import {readFilledFile} from '@/lib/files/read/read-filled-file';
import {writeWorkbook} from '@/lib/files/xlsx/write-workbook';
import {listMeasures} from '@/lib/instrument/list-measures';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES, type Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {buildImportPreview} from '@/lib/report/import-preview';
import {rewriteParts, standing} from '../support/filled-workbook';
import {answerRow, buildReport, halfAnsweredRows} from '../support/report-subject';

const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
const {instrument} = registered;
const schema = buildAnswerSchema(instrument);
const CODES = listMeasures(instrument).map(({measure}) => measure.code);

/** Hostile text that an answer may hold. */
const text = (max: number) =>
  fc
    .oneof(fc.string({unit: 'grapheme', maxLength: max}), fc.constantFrom('=1+1', "'=1+1", '+86', '-', '@SUM(A1)', '_x0041_', '#N/A', 'TRUE', '007', '1e5', '😀\n二', ' a ', '<b>&amp;', '2026-03'))
    .filter((given) => given.length <= max && schema.safeParse({value: 'unknown', note: given}).success);

const record = fc.record({
  kind: fc.constantFrom(...instrument.evidenceKinds.map(({id}) => id)),
  title: text(40).filter((title) => title.trim() !== ''),
  documentNumber: text(20),
  issuer: text(20),
  date: fc.constantFrom('', '2026', '2026-03', '2026-03-05'),
  link: fc.constantFrom('', 'https://example.org/?a=1&b=二'),
});

const answer = fc
  .record({value: fc.constantFrom(...ANSWER_VALUES), note: text(60), reason: fc.constantFrom('没有条件', '=理由'), evidence: fc.array(record, {maxLength: 3})})
  .map((given) => schema.parse(given));

const answers = fc.dictionary(fc.constantFrom(...CODES), answer, {maxKeys: 12});

async function readBack(bytes: Uint8Array, present: Record<string, AnswerInput>, locale: Locale = 'zh-CN') {
  const t = translatorFor(locale);
  const {answers: proposed, problems} = proposeAnswers(await readFilledFile(bytes, registered, t), {instrument, present: standing(present), locale, t});
  expect(problems).toEqual([]);
  return proposed;
}

describe('a workbook', () => {
  it('brings back each answer as it was, whatever it holds, and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(answers, fc.constantFrom(...LOCALES), async (given, locale) => {
        const rows = Object.entries(given).map(([code, {value, ...parts}]) => answerRow(code, value, parts));
        const bytes = await writeWorkbook({locale, registered, assessment: {answers: rows, report: buildReport(rows, locale)}});
        const proposed = await readBack(bytes, given, locale);
        expect(Object.fromEntries(proposed)).toEqual(given);
        expect(buildImportPreview({instrument, standing: rows, proposed, locale, t: translatorFor(locale)}).measures).toEqual([]);
      }),
      {numRuns: 12},
    );
  }, 60_000);

  it('of a half-answered draft would confirm what was carried over, and nothing else', async () => {
    const rows = halfAnsweredRows();
    const bytes = await writeWorkbook({locale: 'zh-CN', registered, assessment: {answers: rows, report: buildReport(rows)}});
    const {measures} = buildImportPreview({instrument, standing: rows, proposed: await readBack(bytes, {}), locale: 'zh-CN', t: translatorFor('zh-CN')});
    expect(measures.map(({code, kind}) => [code, kind])).toEqual(rows.filter(({confirmed}) => !confirmed).map(({measure}) => [measure, 'confirmed']));
  });
});

describe('the blank template', () => {
  it('changes nothing as it is, and brings in what is typed into its cells', async () => {
    for (const locale of LOCALES) {
      const blank = await writeWorkbook({locale, registered, assessment: null});
      expect((await readBack(blank, {})).size).toBe(0);
      const filled = typeInto(blank, locale);
      expect(Object.fromEntries(await readBack(filled, {}))).toEqual(Object.fromEntries(CODES.map((code, at) => [code, schema.parse({value: at % 2 === 0 ? 'in-place' : 'not-in-place', note: `注 ${code}`})])));
    }
  });
});

describe('a template filled in and saved again by LibreOffice', () => {
  it('brings in what was filled in, and nothing else', async () => {
    const saved = new Uint8Array(readFileSync(new URL('../fixtures/filled-in-libreoffice.xlsx', import.meta.url)));
    const evidence = [{kind: 'document', title: '实施方案', documentNumber: '某政办〔2026〕3号', issuer: '某县政府办', date: '2026-03-05', link: 'https://example.org/a'}];
    expect(Object.fromEntries(await readBack(saved, {}))).toEqual({
      A11: {value: 'in-place', note: '=1+1 不是公式\n第二行 😀', reason: '', evidence},
      A12: {value: 'not-applicable', note: '', reason: '本县没有', evidence: []},
      B11: {value: 'under-way', note: '', reason: '', evidence: []},
    });
  });
});

/** Types an answer and a note into each measure's row, as a spreadsheet program would store it. */
function typeInto(blank: Uint8Array, locale: Locale): Uint8Array {
  const t = translatorFor(locale);
  const strings = [...strFromU8(unzipSync(blank)['xl/sharedStrings.xml'] ?? new Uint8Array()).matchAll(/<si>.*?<\/si>/gs)].map(([si]) => si.replace(/<[^>]*>/g, ''));
  return rewriteParts(blank, {
    'xl/worksheets/sheet1.xml': (xml) =>
      xml.replace(/<row r="(\d+)".*?<\/row>/gs, (row, number: string) => {
        const code = strings[Number(/<c r="A\d+"[^>]*t="s"[^>]*><v>(\d+)<\/v>/.exec(row)?.[1])] ?? '';
        const at = CODES.indexOf(code);
        if (at < 0) return row;
        const word = t(at % 2 === 0 ? 'answer.in-place' : 'answer.not-in-place');
        const put = (column: string, words: string) => (whole: string) =>
          whole.replace(new RegExp(`<c r="${column}${number}"([^>]*?)(?:/>|></c>)`), `<c r="${column}${number}"$1 t="inlineStr"><is><t>${words}</t></is></c>`);
        return put('F', `注 ${code}`)(put('E', word)(row));
      }),
  });
}
