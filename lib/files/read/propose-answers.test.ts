import {describe, expect, it} from 'vitest';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {type Filled, makeWorkbook, standing} from '@/tests/support/filled-workbook';
import {proposeAnswers} from './propose-answers';
import {readFilledFile} from './read-filled-file';

const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
const ALL = ['code', 'value', 'note', 'reason', 'kind', 'title', 'documentNumber', 'issuer', 'date', 'link'] as const;

async function propose(bytes: Uint8Array | string, present: Record<string, Partial<AnswerInput>> = {}, locale: Locale = 'zh-CN') {
  const t = translatorFor(locale);
  const file = await readFilledFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, registered, t);
  const {answers, problems} = proposeAnswers(file, {instrument: registered.instrument, present: standing(present), locale, t});
  return {answers: Object.fromEntries(answers), problems};
}

const workbook = (rows: Filled[], more?: Filled[], locale: Locale = 'zh-CN') => makeWorkbook({locale, columns: ALL, rows, ...(more ? {more} : {})});

type Standing = Record<string, Partial<AnswerInput>>;

const RECORD = {kind: 'document', title: '方案', documentNumber: '', issuer: '', date: '', link: ''};

describe('proposeAnswers, of a workbook', () => {
  it('takes the words of either language, codes, and how people type them', async () => {
    const rows = [
      ['A11', '已实施'], ['ａ１２', ' 推进中　'], ['a13', 'NOT IN PLACE'], ['A14', "Don't know"], ['A15', 'don’t know'], ['B11', 'in-place'],
    ].map(([code = '', value = '']) => ({code, value}));
    const {answers, problems} = await propose(await workbook(rows));
    expect(problems).toEqual([]);
    expect(Object.entries(answers).map(([code, {value}]) => [code, value])).toEqual([
      ['A11', 'in-place'], ['A12', 'under-way'], ['A13', 'not-in-place'], ['A14', 'unknown'], ['A15', 'unknown'], ['B11', 'in-place'],
    ]);
  });

  it('takes evidence of both sheets in order, dates as people write them, and keeps texts that look like formulas', async () => {
    const rows = [{code: 'A11', value: '已实施', note: "'=1+1", kind: '文件', title: '方案', date: '2026年3月5日', documentNumber: '+86'}];
    const more = [{code: 'A11', kind: 'Ledger or register', title: '台账', date: '2026.3'}, {}, {code: 'a11', kind: 'photo', title: '@照片', date: '2026', link: 'https://example.org/'}];
    const {answers, problems} = await propose(await workbook(rows, more));
    expect(problems).toEqual([]);
    expect(answers.A11).toMatchObject({
      note: "'=1+1",
      evidence: [
        {...RECORD, date: '2026-03-05', documentNumber: '+86'},
        {...RECORD, kind: 'ledger', title: '台账', date: '2026-03'},
        {...RECORD, kind: 'photo', title: '@照片', date: '2026', link: 'https://example.org/'},
      ],
    });
  });

  it('replaces a whole answer, but keeps what it has no column for', async () => {
    const present = {A11: {value: 'in-place', note: '旧', evidence: [RECORD]}, A12: {value: 'in-place', note: '旧'}} satisfies Standing;
    const rows = [{code: 'A11', value: '推进中'}, {code: 'A12'}];
    expect((await propose(await workbook(rows), present)).answers).toEqual({A11: {value: 'under-way', note: '', reason: '', evidence: []}});
    const narrow = await makeWorkbook({columns: ['code', 'value'], rows});
    expect((await propose(narrow, present)).answers).toEqual({A11: {value: 'under-way', note: '旧', reason: '', evidence: [RECORD]}});
  });

  it('tells every problem with its sheet, row and column as the file has them', async () => {
    const rows: Filled[] = [
      {code: 'A99', value: '已实施'},
      {code: 'A11', value: '有'},
      {code: 'A12', value: '不适用'},
      {code: 'A13', value: '已实施', note: '长'.repeat(2001)},
      {code: 'A14', value: '已实施'},
      {code: 'A14', value: '未实施'},
      {code: 'A15', note: '没有答案'},
      {code: 'B11', value: '已实施', kind: '口头', title: '', date: '2026-02-30', link: 'ftp://x'},
      {value: '已实施'},
    ];
    const more = [{code: 'C11', kind: '文件', title: '材料'}, {code: 'X1', kind: '文件', title: '材料'}, {code: 'A14', title: '材料'}];
    const {answers, problems} = await propose(await workbook(rows, more));
    expect(answers).toEqual({});
    expect(problems).toEqual([
      '“填写”第 2 行“代码”：问卷中没有代码为“A99”的措施。',
      '“填写”第 3 行“答案”：“有”不是可选的答案，应为：已实施、推进中、未实施、不适用、不清楚。',
      '“填写”第 4 行“不适用的理由”：选择“不适用”时，请写明理由。',
      '“填写”第 5 行“说明”：最多 2000 个字。',
      '“填写”第 7 行“代码”：A14 已在第 6 行填过。每项措施只填一行。',
      '“填写”第 8 行“答案”：没有填答案。',
      expect.stringMatching(/^“填写”第 9 行“材料类型”：“口头”不是可选的材料类型，应为：文件、/),
      '“填写”第 9 行“材料名称”：请填写材料名称。',
      '“填写”第 9 行“日期”：日期应写成 2026-03-05、2026-03 或 2026，并且真实存在。',
      '“填写”第 9 行“网址”：网址应以 http:// 或 https:// 开头。',
      '“填写”第 10 行“代码”：缺少措施代码。',
      '“更多证据”第 2 行“代码”：C11 填了材料，却没有填答案。',
      '“更多证据”第 3 行“代码”：问卷中没有代码为“X1”的措施。',
      '“更多证据”第 4 行“材料类型”：请选择材料类型。',
    ]);
    const english = (await propose(await workbook(rows, more, 'en'), {}, 'en')).problems;
    expect(english).toHaveLength(problems.length);
    expect(english[1]).toBe('“Fill in”, row 3, “Answer”: “有” is not one of the answers: In place; Under way; Not in place; Not applicable; Don’t know.');
    expect(english.join('')).not.toMatch(/填写|第/);
  });

  it('refuses more records than an answer holds, at the first one too many', async () => {
    const more = Array.from({length: 20}, (_, at) => ({code: 'A11', kind: '文件', title: `材料 ${at}`}));
    const {problems} = await propose(await workbook([{code: 'A11', value: '已实施', kind: '文件', title: '第一份'}], more));
    expect(problems).toEqual(['“更多证据”第 21 行“材料名称”：最多 20 条。']);
  });
});

describe('proposeAnswers, of a text file', () => {
  it('changes answer and note only, and keeps evidence and a note that it does not give', async () => {
    const present = {A11: {value: 'in-place', note: '旧', evidence: [RECORD]}, A12: {value: 'unknown', note: '旧', evidence: [RECORD]}} satisfies Standing;
    const {answers, problems} = await propose('A11,under-way\nA12,已实施,新', present);
    expect(problems).toEqual([]);
    expect(answers).toEqual({A11: {value: 'under-way', note: '旧', reason: '', evidence: [RECORD]}, A12: {value: 'in-place', note: '新', reason: '', evidence: [RECORD]}});
  });

  it('takes the reason of “not applicable” from the answer that stands, or tells that there is none', async () => {
    const {answers, problems} = await propose('代码,答案\nA11,不适用\nA12,不适用', {A11: {value: 'not-applicable', reason: '没有口岸'}});
    expect(problems).toEqual(['第 3 行“不适用的理由”：选择“不适用”时，请写明理由。']);
    expect(answers).toMatchObject({A11: {value: 'not-applicable', reason: '没有口岸'}});
  });

  it('tells problems by row and column', async () => {
    expect((await propose('A11,maybe\nZ1,in-place\nA11,\nA12,=1+1')).problems).toEqual([
      expect.stringMatching(/^第 1 行“答案”：“maybe”不是可选的答案/),
      '第 2 行“代码”：问卷中没有代码为“Z1”的措施。',
      expect.stringMatching(/^第 4 行“答案”：“=1\+1”不是可选的答案/),
    ]);
  });
});
