import {describe, expect, it} from 'vitest';
import {readFilledCsv} from './read-filled-csv';

const bytes = (text: string) => new TextEncoder().encode(text);
const refusal = (problem: string) => expect.objectContaining({name: 'FileError', problem}) as Error;

/** 已实施, 说明, 代码, 答案 and 注 as GB18030 has them. */
const GB: Record<string, number[]> = {代码: [0xb4, 0xfa, 0xc2, 0xeb], 答案: [0xb4, 0xf0, 0xb0, 0xb8], 已实施: [0xd2, 0xd1, 0xca, 0xb5, 0xca, 0xa9], 注: [0xd7, 0xa2]};

function gb18030(...parts: string[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => GB[part] ?? [...bytes(part)]));
}

function readTexts(file: Uint8Array) {
  return readFilledCsv(file).answers.rows.map(({row, cells}) => [row, cells.code?.text, cells.value?.text, cells.note?.text]);
}

describe('readFilledCsv', () => {
  it.each([
    ['UTF-8', bytes('代码,答案,说明\nA11,已实施,注\n')],
    ['UTF-8 with a mark', bytes('﻿代码,答案,说明\r\nA11,已实施,注')],
    ['GB18030', gb18030('代码', ',', '答案', ',note\r\nA11,', '已实施', ',', '注', '\r\n')],
    ['UTF-16 LE', Uint8Array.from([0xff, 0xfe, ...Buffer.from('代码\t答案\t说明\nA11\t已实施\t注', 'utf16le')])],
    ['UTF-16 BE', Uint8Array.from([0xfe, 0xff, ...Buffer.from('code;value;note\nA11;已实施;注', 'utf16le').swap16()])],
  ])('reads %s', (_, file) => {
    expect(readTexts(file)).toEqual([[2, 'A11', '已实施', '注']]);
  });

  it('needs no headings, and passes over empty rows and columns of others', () => {
    expect(readTexts(bytes('A11,in-place\n\nA12,unknown,see\n'))).toEqual([[1, 'A11', 'in-place', undefined], [3, 'A12', 'unknown', 'see']]);
    expect(readTexts(bytes('措施,代码,日期,答案\n某,A11,2026,已实施'))).toEqual([[2, 'A11', '已实施', undefined]]);
  });

  it('reads quotes, with what separates and ends rows inside', () => {
    expect(readTexts(bytes('A11,in-place,"一，二, 三\n""四"""\nA12,unknown'))).toEqual([[1, 'A11', 'in-place', '一，二, 三\n"四"'], [2, 'A12', 'unknown', undefined]]);
    expect(readTexts(bytes('A11，已实施\nA12，未实施'))).toMatchObject([[1, 'A11', '已实施', undefined], [2, 'A12', '未实施', undefined]]);
  });

  it('takes away the apostrophe that guards a text, and no other', () => {
    const notes = ["'=1+1", "'+1", "'-1", "'@x", "'tis", '=1+1'];
    expect(readTexts(bytes(notes.map((note) => `A11,in-place,${note}`).join('\n'))).map(([, , , note]) => note)).toEqual(['=1+1', '+1', '-1', '@x', "'tis", '=1+1']);
  });

  it('refuses what is no such text', () => {
    expect(() => readFilledCsv(bytes(' \n,,\n'))).toThrow(refusal('no-rows'));
    expect(() => readFilledCsv(bytes('A11\nA12'))).toThrow(refusal('no-rows'));
    expect(() => readFilledCsv(bytes('A11,in-place,"open\nA12,in-place,x\n'))).toThrow(refusal('bad-quotes'));
    expect(() => readFilledCsv(bytes('<html><table>'))).toThrow(refusal('unknown-kind'));
    expect(() => readFilledCsv(bytes('%PDF-1.7'))).toThrow(refusal('unknown-kind'));
    expect(() => readFilledCsv(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toThrow(refusal('unknown-kind'));
    expect(() => readFilledCsv(Uint8Array.from([0x41, 0x2c, 0xff, 0xff]))).toThrow(refusal('bad-encoding'));
    expect(() => readFilledCsv(bytes('code,value,code\nA11,x,y'))).toThrow(refusal('repeated-column'));
    expect(() => readFilledCsv(bytes('A11,x\n'.repeat(2001)))).toThrow(refusal('too-many-rows'));
  });
});
