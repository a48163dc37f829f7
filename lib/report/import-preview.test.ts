import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {listMeasures} from '@/lib/instrument/list-measures';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {translatorFor} from '@/lib/messages/translator';
import {answerRow} from '@/tests/support/report-subject';
import {buildImportPreview} from './import-preview';

const {instrument} = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
const RECORD = {kind: 'document', title: '方案', documentNumber: '〔2026〕1号', issuer: '县政府', date: '2026-03', link: 'https://example.org/'};

const input = (value: AnswerInput['value'], parts: Partial<AnswerInput> = {}): AnswerInput => ({value, note: '', reason: '', evidence: [], ...parts});

function preview(standing: Parameters<typeof buildImportPreview>[0]['standing'], proposed: Record<string, AnswerInput>, locale: 'zh-CN' | 'en' = 'zh-CN') {
  return buildImportPreview({instrument, standing, proposed: new Map(Object.entries(proposed)), locale, t: translatorFor(locale)});
}

describe('buildImportPreview', () => {
  it('tells new, changed, confirmed and unchanged measures apart, in table order', () => {
    const standing = [answerRow('A11', 'in-place', {note: '旧', evidence: [RECORD]}), answerRow('A12', 'unknown', {confirmed: false}), answerRow('A13', 'in-place'), answerRow('A15', 'in-place')];
    const proposed = {A14: input('in-place', {note: '新'}), A13: input('in-place'), A12: input('unknown'), A11: input('in-place', {note: '旧'})};
    const {counts, measures} = preview(standing, proposed);
    expect(counts).toEqual(['新答 1 项', '改动 1 项', '确认沿用的答案 1 项', '不变 1 项']);
    expect(measures.map(({code, kind}) => [code, kind])).toEqual([['A11', 'changed'], ['A12', 'confirmed'], ['A14', 'new']]);
    expect(measures[0]?.fields).toEqual([{label: '佐证材料', was: '方案（文件，〔2026〕1号，县政府，2026-03） https://example.org/', becomes: ''}]);
    expect(measures[1]?.fields).toEqual([{label: '答案', was: '不清楚', becomes: '不清楚'}]);
    expect(measures[2]?.fields).toEqual([{label: '答案', was: '', becomes: '已实施'}, {label: '说明', was: '', becomes: '新'}]);
  });

  it('sees evidence that differs though it reads the same', () => {
    const standing = [answerRow('A11', 'in-place', {evidence: [{...RECORD, title: '方案', documentNumber: '甲', issuer: '', date: '', link: ''}]})];
    const same = {...RECORD, title: '方案', documentNumber: '', issuer: '甲', date: '', link: ''};
    expect(preview(standing, {A11: input('in-place', {evidence: [same]})}).measures).toHaveLength(1);
  });

  it('speaks English', () => {
    const {counts, measures} = preview([], {A11: input('not-applicable', {reason: 'none'})}, 'en');
    expect(counts).toEqual(['New: 1']);
    expect(measures[0]).toMatchObject({kindLabel: 'New', fields: [{label: 'Answer', becomes: 'Not applicable'}, {becomes: 'none'}]});
  });

  it('counts each proposed measure once, and shows exactly those that are not unchanged', () => {
    const codes = listMeasures(instrument).map(({measure}) => measure.code);
    const answers = fc.dictionary(fc.constantFrom(...codes), fc.record({value: fc.constantFrom(...ANSWER_VALUES), note: fc.constantFrom('', '注')}));
    fc.assert(
      fc.property(answers, answers, (present, proposed) => {
        const standing = Object.entries(present).map(([code, {value, note}]) => answerRow(code, value, {note, reason: ''}));
        const {counts, measures} = preview(standing, Object.fromEntries(Object.entries(proposed).map(([code, {value, note}]) => [code, input(value, {note})])));
        const total = counts.reduce((sum, count) => sum + Number(/\d+/.exec(count)?.[0]), 0);
        expect(total).toBe(Object.keys(proposed).length);
        const touched = codes.filter((code) => proposed[code] && JSON.stringify(proposed[code]) !== JSON.stringify(present[code]));
        expect(measures.map(({code}) => code)).toEqual(touched);
      }),
      {numRuns: 60},
    );
  });
});
