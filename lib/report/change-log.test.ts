import {describe, expect, it} from 'vitest';
import type {AnswerContent} from '@/lib/answers/answer-change';
import {CHANGE_ORIGINS} from '@/lib/answers/answer-change';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {translatorFor} from '@/lib/messages/translator';
import {type ChangeRow, buildChangeLog} from './change-log';

const {instrument} = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
const t = translatorFor('zh-CN');

function content(value: AnswerContent['value'], parts: Partial<AnswerContent> = {}): AnswerContent {
  return {value, note: '', reason: '', evidence: [], ...parts};
}

function row(parts: Partial<ChangeRow>): ChangeRow {
  return {position: 1, at: new Date('2026-03-04T16:05:00Z'), who: '李某', origin: 'saved', measure: 'A11', revision: 1, before: null, after: content('in-place'), ...parts};
}

function build(changes: ChangeRow[], {standing = content('in-place'), editable = true} = {}) {
  const answers = [{measure: 'A11', ...standing, revision: 7, confirmed: true, answeredBy: '某', updatedAt: new Date(0)}];
  return buildChangeLog({assessmentId: 'x', changes, answers, editable, instrument, locale: 'zh-CN', t});
}

const RECORD = {kind: 'document', title: '规划', documentNumber: '', issuer: '县政府', date: '', link: 'https://example.org/1'};

describe('buildChangeLog', () => {
  it('tells a first answer with all that it says, and who gave it when in China', () => {
    const [entry] = build([row({after: content('in-place', {note: '第一行', evidence: [RECORD]})})]);
    expect(entry?.title).toMatch(/^A11 /);
    expect(entry?.byline).toMatch(/^李某 · 2026年3月5日/);
    expect(entry?.parts).toEqual([
      {label: t('changes.answer'), from: null, to: t('answer.in-place')},
      {label: t('questionnaire.note'), from: null, to: '第一行'},
      {label: t('questionnaire.evidence'), from: null, to: expect.stringMatching(/^规划（.*县政府.*）.*https:\/\/example\.org\/1$/)},
    ]);
  });

  it('tells of a later one what it changed', () => {
    const before = content('not-applicable', {reason: '没有', note: '留'});
    const [entry] = build([row({before, after: content('in-place', {note: '留'})})]);
    expect(entry?.parts).toEqual([
      {label: t('changes.answer'), from: t('answer.not-applicable'), to: t('answer.in-place')},
      {label: t('questionnaire.reason'), from: '没有', to: t('changes.nothing')},
    ]);
  });

  it('offers a version that does not stand, with the revision that does, in an open draft only', () => {
    const changes = [row({revision: 2, after: content('unknown')}), row({})];
    expect(build(changes).map(({restore}) => restore)).toEqual([{revision: 7, label: 'A11 第 2 版'}, null]);
    expect(build(changes, {editable: false}).map(({restore, href}) => [restore, href])).toEqual([[null, null], [null, null]]);
  });

  it('has no answer to tell or to restore where the whole assessment was made final', () => {
    const [entry] = build([row({origin: 'finalised', measure: null, revision: null, after: null})]);
    expect(entry).toMatchObject({title: t('changes.whole'), origin: '定稿', parts: [], restore: null, href: null});
  });

  it('has words for every origin, and shows a measure that the instrument lacks by its code', () => {
    expect(new Set(build(CHANGE_ORIGINS.map((origin) => row({origin}))).map(({origin}) => origin)).size).toBe(CHANGE_ORIGINS.length);
    expect(build([row({measure: 'Z99'})])[0]).toMatchObject({title: 'Z99', href: null, restore: null});
  });
});
