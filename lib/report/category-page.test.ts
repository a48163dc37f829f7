import {describe, expect, it} from 'vitest';
import {fieldName} from '@/lib/answers/answer-form';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {type AnswerRow, buildCategoryPage, readCategoryPage, withTyped} from './category-page';

const {instrument, benchmarks} = getInstrumentOrThrow('wang-zhang-2017');
const category = instrument.stages[0]!.categories[0]!;
const RECORD = {kind: 'photo', title: '照片', documentNumber: '', issuer: '', date: '', link: ''};

function row(measure: string, parts: Partial<AnswerRow> = {}): AnswerRow {
  return {
    measure, value: 'in-place', note: '', reason: '', evidence: [], revision: 3, confirmed: true, answeredBy: '李某',
    updatedAt: new Date('2026-03-04T04:05:00Z'), ...parts,
  };
}

function build(answers: AnswerRow[] = [], {locale = 'zh-CN', opened = '', carriedFrom = ''}: {locale?: Locale; opened?: string; carriedFrom?: string} = {}) {
  const texts = buildCategoryPage({assessmentId: 'id/1', formId: 'form', instrument, category, benchmarks, answers, opened, carriedFrom, locale, t: translatorFor(locale)});
  return readCategoryPage(texts);
}

function measureOf(page: ReturnType<typeof build>, code: string) {
  return page.measures.find((measure) => measure.code === code)!;
}

describe('buildCategoryPage', () => {
  it.each(['zh-CN', 'en'] as const)('has the measures of the category with all their words in %s', (locale) => {
    const page = build([], {locale});
    expect(page.measures.map(({code}) => code)).toEqual(category.measures.map(({code}) => code));
    for (const [at, measure] of page.measures.entries()) {
      const source = category.measures[at]!;
      expect(measure).toMatchObject({
        name: source.name[locale], question: source.question[locale], inPlaceWhen: source.inPlaceWhen[locale], why: source.why[locale], better: source.better[locale],
      });
      for (const kind of source.evidence.kinds) {
        expect(measure.evidenceAccepted).toContain(instrument.evidenceKinds.find(({id}) => id === kind)?.name[locale]);
      }
      for (const benchmark of benchmarks) {
        expect(measure.benchmarks.includes(benchmark.shortName[locale])).toBe(source.benchmarks.ids.includes(benchmark.id));
      }
    }
    expect(page.values.map(({value}) => value)).toEqual(ANSWER_VALUES);
    expect(page.values.every(({label}) => label !== '')).toBe(true);
    expect(page.words['evidence-record']).toContain('{n}');
    expect(Object.values(page.words)).not.toContain('');
    expect(page.kinds.map(({id}) => id)).toEqual(instrument.evidenceKinds.map(({id}) => id));
  });

  it('has empty fields where there is no answer', () => {
    for (const measure of build().measures) {
      expect(measure.answer).toEqual({value: '', note: '', reason: '', evidence: [], revision: 0, confirm: false});
      expect(measure).toMatchObject({opened: false, carried: '', status: ''});
    }
  });

  it('fills in a stored answer with its revision and when it was saved', () => {
    const measure = measureOf(build([row('A12', {value: 'not-applicable', reason: '没有', note: '注', evidence: [RECORD]})]), 'A12');
    expect(measure.answer).toEqual({value: 'not-applicable', reason: '没有', note: '注', evidence: [RECORD], revision: 3, confirm: false});
    expect(measure.status).toMatch(/^已保存 12:05/);
    expect(measure.saveUrl).toBe('/api/v1/assessments/id%2F1/answers/A12');
  });

  it('shows note and evidence where there are any, or the reader asked', () => {
    const page = build([row('A11'), row('A12', {note: '注'}), row('A13', {evidence: [RECORD]})], {opened: 'A14'});
    expect(page.measures.filter(({opened}) => opened).map(({code}) => code)).toEqual(['A12', 'A13', 'A14']);
  });

  it('tells where an answer comes from while it waits for confirmation', () => {
    const page = build([row('A11', {confirmed: false}), row('A12')], {carriedFrom: '2025年'});
    expect(measureOf(page, 'A11')).toMatchObject({status: '', carried: expect.stringContaining('沿用自2025年') as string, answer: {value: 'in-place', confirm: false}});
    expect(measureOf(page, 'A12').carried).toBe('');
  });

  it('says “none of the three” where no benchmark county has the measure', () => {
    const lonely = structuredClone(category);
    lonely.measures[0]!.benchmarks.ids = [];
    const texts = buildCategoryPage({
      assessmentId: 'x', formId: 'form', instrument, category: lonely, benchmarks, answers: [], opened: '', carriedFrom: '', locale: 'en', t: translatorFor('en'),
    });
    expect(readCategoryPage(texts).measures[0]?.benchmarks).toBe('none of the three');
  });
});

describe('withTyped', () => {
  it('puts what was typed in place of what is stored, unchecked and untrimmed', () => {
    const page = build([row('A11', {note: '旧'}), row('A12')]);
    const input = {
      [fieldName('A11', 'value')]: 'under-way', [fieldName('A11', 'note')]: ' 新 ', [fieldName('A11', 'revision')]: '3', [fieldName('A11', 'confirm')]: 'on',
      [fieldName('A13', 'evidence', 0, 'link')]: 'not a link',
    };
    const typed = withTyped(page, input);
    expect(measureOf(typed, 'A11')).toMatchObject({status: '', opened: true, answer: {value: 'under-way', note: ' 新 ', revision: 3, confirm: true}});
    expect(measureOf(typed, 'A12').answer).toEqual({value: '', note: '', reason: '', evidence: [], revision: 0, confirm: false});
    expect(measureOf(typed, 'A13')).toMatchObject({opened: true, answer: {evidence: [{kind: '', link: 'not a link'}]}});
    expect(measureOf(page, 'A11').answer.note).toBe('旧');
  });
});
