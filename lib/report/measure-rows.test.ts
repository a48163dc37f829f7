import {describe, expect, it} from 'vitest';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import type {AnswerRow} from './category-page';
import {buildMeasureSections} from './measure-rows';

const {instrument, benchmarks} = getInstrumentOrThrow('wang-zhang-2017');
const RECORD = {kind: 'document', title: '批复', documentNumber: '光政〔2026〕1号', issuer: '县政府', date: '2026-03', link: 'https://example.org/'};

function row(measure: string, parts: Partial<AnswerRow> = {}): AnswerRow {
  return {measure, value: 'in-place', note: '', reason: '', evidence: [], revision: 1, confirmed: true, answeredBy: '某', updatedAt: new Date(0), ...parts};
}

function build(answers: AnswerRow[], locale: Locale = 'zh-CN', editableId: string | null = null) {
  return buildMeasureSections({instrument, benchmarks, answers, editableId, locale, t: translatorFor(locale)});
}

function rowsOf(sections: ReturnType<typeof build>) {
  return sections.flatMap(({categories}) => categories.flatMap(({rows}) => rows));
}

function rowOf(sections: ReturnType<typeof build>, code: string) {
  return rowsOf(sections).find((each) => each.code === code);
}

describe('buildMeasureSections', () => {
  it.each(['zh-CN', 'en'] as const)('has all 45 measures by stage and category in %s', (locale) => {
    const sections = build([], locale);
    expect(sections.map(({stage, categories}) => [stage, categories.length])).toEqual([[1, 5], [2, 5], [3, 5]]);
    expect(sections.map(({categories}) => categories.reduce((sum, {rows}) => sum + rows.length, 0))).toEqual([15, 13, 17]);
    expect(sections[1]?.heading).toContain(instrument.stages[1]?.name[locale]);
    for (const each of rowsOf(sections)) expect(each).toMatchObject({state: 'none', answer: translatorFor(locale)('check.unanswered'), note: '', reason: '', evidence: []});
  });

  it('tells each answer in words, and one to be confirmed as such', () => {
    const sections = build([
      row('A11', {note: '注'}), row('A12', {value: 'not-applicable', reason: '没有'}), row('A13', {value: 'under-way', confirmed: false}), row('A14', {value: 'splendid'}),
    ]);
    expect(rowOf(sections, 'A11')).toMatchObject({state: 'in-place', answer: '已实施', note: '注'});
    expect(rowOf(sections, 'A12')).toMatchObject({state: 'not-applicable', answer: '不适用', reason: '没有'});
    expect(rowOf(sections, 'A13')).toMatchObject({state: 'carried', answer: '待确认：推进中'});
    expect(rowOf(sections, 'A14')).toMatchObject({state: 'unknown', answer: '不清楚'});
  });

  it('describes evidence with what is known of it, in order', () => {
    const answers = [row('A11', {evidence: [RECORD, {kind: 'photo', title: '照片', documentNumber: '', issuer: '', date: '', link: ''}, {...RECORD, kind: 'gone', date: '', issuer: ''}]})];
    expect(rowOf(build(answers), 'A11')?.evidence).toEqual([
      {text: '批复（文件，光政〔2026〕1号，县政府，2026-03）', link: 'https://example.org/'},
      {text: '照片（照片）', link: ''},
      {text: '批复（gone，光政〔2026〕1号）', link: 'https://example.org/'},
    ]);
    expect(rowOf(build(answers, 'en'), 'A11')?.evidence[0]?.text).toBe('批复 (Official document, 光政〔2026〕1号, 县政府, 2026-03)');
  });

  it('leads to the measure where the answer may be changed', () => {
    expect(rowOf(build([], 'zh-CN', 'x'), 'B21')?.href).toBe('/assessments/x/categories/B2#B21');
    expect(rowsOf(build([])).every(({href}) => href === null)).toBe(true);
  });

  it('names the benchmark counties that have the measure, and ignores answers of other measures', () => {
    const sections = build([row('Z99')]);
    const ticks = rowsOf(sections).flatMap(({benchmarks: names}) => (names.includes('光山') ? [names] : []));
    expect(ticks).toHaveLength(19);
    expect(rowsOf(sections)).toHaveLength(45);
  });
});
