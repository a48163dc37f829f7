import type {Sheet, WriteSheet} from 'hucre/xlsx';
import {zipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {translatorFor} from '@/lib/messages/translator';
import {type Filled, makeWorkbook, rewriteParts, swap} from '@/tests/support/filled-workbook';
import {MAX_ROWS} from './filled-file';
import {readFilledFile} from './read-filled-file';

const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
const t = translatorFor('zh-CN');

const read = (bytes: Uint8Array) => readFilledFile(bytes, registered, t);
const refusal = (problem: string, values: object = {}) => expect.objectContaining({name: 'FileError', problem, values: expect.objectContaining(values) as object}) as Error;

/** Rows as texts, faults marked. */
async function readRows(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const {answers} = await read(bytes);
  return answers.rows.map(({row, cells}) => ({row, ...Object.fromEntries(Object.entries(cells).map(([column, {text, fault}]) => [column, fault ? `!${fault}` : text]))}));
}

const SHEET = 'xl/worksheets/sheet1.xml';
const ROW: Filled = {code: 'A11', value: '已实施', note: '甲'};

describe('readFilledWorkbook', () => {
  it.each(['zh-CN', 'en'] as const)('finds sheet and columns in %s, in any order, and passes over empty rows', async (locale) => {
    const bytes = await makeWorkbook({locale, columns: ['note', 'value', 'measure', 'code'], rows: [{}, ROW, {}, {code: 'A12'}, {code: 'A13', measure: '某', value: '　不清楚 '}, {}]});
    expect(await readRows(bytes)).toEqual([{row: 3, code: 'A11', value: '已实施', note: '甲'}, {row: 6, code: 'A13', value: '不清楚'}]);
  });

  it('finds the sheet by its headings when it was renamed, and a hidden one by its name', async () => {
    expect(await readRows(await makeWorkbook({rows: [ROW], sheet: {name: '我的填报'}}))).toHaveLength(1);
    expect(await readRows(await makeWorkbook({rows: [ROW], sheet: {hidden: true}, extra: [{name: '其他', rows: [['代码', '答案'], ['A12', '未实施']]}]}))).toMatchObject([{code: 'A11'}]);
  });

  it('reads dates, numbers, truth and rich text as their reader sees them', async () => {
    const day = new Date('2026-03-05T00:00:00Z');
    const cells = new Map<string, Partial<NonNullable<Sheet['cells']> extends Map<string, infer C> ? C : never>>([
      ['1,4', {value: day, style: {numFmt: 'yyyy/m/d'}}],
      ['2,4', {value: new Date('2026-03-01T00:00:00Z'), style: {numFmt: 'yyyy"年"m"月"'}}],
      ['1,3', {richText: [{text: '实施'}, {text: '方案', font: {bold: true}}]}],
    ]) as NonNullable<WriteSheet['cells']>;
    const rows: Filled[] = [{code: 'A11', value: '已实施', documentNumber: 202_603_000_012}, {code: 'A12', value: true, documentNumber: 0.1 + 0.2}, {code: 'A13', value: '未实施', date: 2026}];
    const bytes = await makeWorkbook({columns: ['code', 'value', 'documentNumber', 'title', 'date'], rows, sheet: {cells}});
    expect(await readRows(bytes)).toEqual([
      {row: 2, code: 'A11', value: '已实施', documentNumber: '202603000012', title: '实施方案', date: '2026-03-05'},
      {row: 3, code: 'A12', value: 'TRUE', documentNumber: '0.3', date: '2026-03'},
      {row: 4, code: 'A13', value: '未实施', date: '2026'},
    ]);
  });

  it('counts days from 1904 where the workbook does, and reads dates of strict workbooks', async () => {
    const bytes = await makeWorkbook({columns: ['code', 'value', 'date'], rows: [{code: 'A11', value: '已实施', date: new Date('2026-03-05T00:00:00Z')}]});
    const from1904 = rewriteParts(bytes, {'xl/workbook.xml': swap('<sheets>', '<workbookPr date1904="1"/><sheets>'), [SHEET]: swap(/<v>46086<\/v>/, '<v>44624</v>')});
    expect(await readRows(from1904)).toMatchObject([{date: '2026-03-05'}]);
  });

  it('takes no result of a formula: plain, shared, of an array or a table, nor an error', async () => {
    const rows = ['A11', 'A12', 'A13', 'A14', 'A15'].map((code) => ({code, value: '已实施', note: '注'}));
    const bytes = rewriteParts(await makeWorkbook({rows}), {
      [SHEET]: (xml) =>
        [
          ['B2', '<c r="B2" t="str"><f>"已"&amp;"实施"</f><v>已实施</v></c>'],
          ['B3', '<c r="B3" t="str"><f t="shared" si="0"/><v>已实施</v></c>'],
          ['B4', '<c r="B4" t="str"><f t="array" ref="B4:B5">E4:E5</f><v>已实施</v></c>'],
          ['B5', '<c r="B5" t="str"><v>已实施</v></c>'],
          ['B6', '<c r="B6" t="e"><v>#N/A</v></c>'],
        ].reduce((text, [ref = '', cell = '']) => swap(new RegExp(`<c r="${ref}"[^>]*>.*?</c>`), cell)(text), xml),
    });
    expect((await readRows(bytes)).map(({value}) => value)).toEqual(['!formula', '!formula', '!formula', '!formula', '!cell-error']);
  });

  it('marks cells merged over rows, but not headings or a group’s name', async () => {
    const merges = [{startRow: 1, startCol: 1, endRow: 2, endCol: 1}, {startRow: 1, startCol: 3, endRow: 2, endCol: 3}];
    const bytes = await makeWorkbook({columns: ['code', 'value', 'note', 'category'], rows: [{...ROW, category: '类'}, {code: 'A12', note: '乙'}], sheet: {merges}});
    expect(await readRows(bytes)).toEqual([{row: 2, code: 'A11', value: '!merged', note: '甲'}, {row: 3, code: 'A12', note: '乙'}]);
  });

  it('refuses a workbook that is not for this questionnaire and version, or does not say', async () => {
    const make = (about: Parameters<typeof makeWorkbook>[0] & object) => makeWorkbook({rows: [ROW], ...about});
    await expect(read(await make({about: null}))).rejects.toEqual(refusal('no-about'));
    await expect(read(await make({about: {hash: ''}}))).rejects.toEqual(refusal('no-about'));
    await expect(read(await make({about: {instrument: 'other'}}))).rejects.toEqual(refusal('other-instrument', {found: 'other'}));
    await expect(read(await make({about: {version: '0.9.0'}}))).rejects.toEqual(refusal('other-version', {found: '0.9.0', expected: '1.0.0'}));
    await expect(read(await make({about: {hash: 'f'.repeat(64)}}))).rejects.toEqual(refusal('other-content'));
  });

  it('refuses a workbook without the sheet, with two of it, and a column that occurs twice', async () => {
    await expect(read(await makeWorkbook({columns: ['code', 'note']}))).rejects.toEqual(refusal('no-sheet'));
    await expect(read(await makeWorkbook({rows: [ROW], extra: [{name: 'Fill in', rows: [['Code', 'Answer']]}]}))).rejects.toEqual(refusal('repeated-sheet'));
    const same = rewriteParts(await makeWorkbook({rows: [ROW], extra: [{name: 'x', rows: [['代码', '答案']]}]}), {'xl/workbook.xml': swap('name="x"', 'name="填写"')});
    await expect(read(same)).rejects.toEqual(refusal('repeated-sheet'));
    await expect(read(await makeWorkbook({columns: ['code', 'value', 'note', 'note']}))).rejects.toEqual(refusal('repeated-column', {column: '说明'}));
  });
});

describe('readFilledFile, of hostile workbooks', () => {
  const made = () => makeWorkbook({rows: [ROW]});

  it('refuses macros by part, by content type and of the old kind', async () => {
    await expect(read(rewriteParts(await made(), {'xl/vbaProject.bin': () => 'macro'}))).rejects.toEqual(refusal('macros'));
    await expect(read(rewriteParts(await made(), {'[Content_Types].xml': swap('openxmlformats-officedocument.spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main')}))).rejects.toEqual(refusal('macros'));
    await expect(read(rewriteParts(await made(), {'xl/macrosheets/sheet1.xml': () => '<x/>'}))).rejects.toEqual(refusal('macros'));
  });

  it('leaves links to other files and embedded objects where they are, and tells of them', async () => {
    const bytes = rewriteParts(await made(), {'xl/externalLinks/externalLink1.xml': () => '<!DOCTYPE never read>', 'xl/embeddings/oleObject1.bin': () => 'MZ'});
    expect(await read(bytes)).toMatchObject({leftOut: ['external-links', 'objects'], answers: {rows: [{row: 2}]}});
  });

  it('refuses document types and entities, in either encoding', async () => {
    const bomb = '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    for (const part of [SHEET, 'xl/workbook.xml', '[Content_Types].xml', 'xl/sharedStrings.xml', '_rels/.rels']) {
      await expect(read(rewriteParts(await made(), {[part]: (xml) => xml.replace('?>', `?>${bomb}`)}))).rejects.toEqual(refusal('doctype'));
    }
    const wide = Buffer.from(`﻿${bomb}`, 'utf16le');
    await expect(read(zipSync({'[Content_Types].xml': new Uint8Array(wide)}))).rejects.toEqual(refusal('broken'));
  });

  it('refuses rows beyond the area that is read, but not a claim to have them', async () => {
    const claim = rewriteParts(await made(), {[SHEET]: swap('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')});
    expect((await read(claim)).answers.rows).toHaveLength(1);
    const styled = rewriteParts(await made(), {[SHEET]: swap('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>')});
    expect((await read(styled)).answers.rows).toHaveLength(1);
    const filled = rewriteParts(await made(), {[SHEET]: swap('</sheetData>', '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>')});
    await expect(read(filled)).rejects.toEqual(refusal('too-many-rows', {max: MAX_ROWS}));
  });

  it('refuses other zips, binary and encrypted workbooks, and sheets that make no sense', async () => {
    const {strToU8} = await import('fflate');
    await expect(read(zipSync({mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet')}))).rejects.toEqual(refusal('not-workbook'));
    await expect(read(rewriteParts(await made(), {'[Content_Types].xml': swap('spreadsheetml.sheet.main', 'wordprocessingml.document.main')}))).rejects.toEqual(refusal('not-workbook'));
    await expect(read(rewriteParts(await made(), {'xl/workbook.xml': () => '<workbook'}))).rejects.toMatchObject({name: 'FileError'});
    await expect(read(rewriteParts(await made(), {[SHEET]: () => '<worksheet><sheetData><row r="x"><c r="A-1"><v>'}))).rejects.toMatchObject({name: 'FileError'});
    await expect(read(rewriteParts(await made(), {'xl/_rels/workbook.xml.rels': () => '<Relationships/>'}))).rejects.toMatchObject({name: 'FileError'});
    await expect(read((await made()).slice(0, 900))).rejects.toEqual(refusal('broken'));
    await expect(read(new Uint8Array(5 * 1024 * 1024 + 1))).rejects.toEqual(refusal('too-large', {max: 5}));
  });
});
