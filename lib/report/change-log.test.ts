import {describe, expect, it} from 'vitest';
import {type AnswerContent, CHANGE_ORIGINS, type LoggedChange} from '@/lib/answers/answer-change';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {translatorFor} from '@/lib/messages/translator';
import {buildChangeLog} from './change-log';

const {instrument} = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
const {instrument: traits} = getTraitsOrThrow();
const t = translatorFor('zh-CN');

type OfTrait = Extract<LoggedChange, {trait: string}>;
type OfMeasure = Exclude<LoggedChange, OfTrait>;

function content(value: AnswerContent['value'], parts: Partial<AnswerContent> = {}): AnswerContent {
  return {value, note: '', reason: '', evidence: [], ...parts};
}

const ENTRY = {position: 1, at: new Date('2026-03-04T16:05:00Z'), who: '李某', origin: 'saved', revision: 1, before: null} as const;

function row(parts: Partial<OfMeasure>): OfMeasure {
  return {...ENTRY, measure: 'A11', trait: null, after: content('in-place'), ...parts};
}

function traitRow(parts: Partial<OfTrait>): OfTrait {
  return {...ENTRY, measure: null, trait: 'brand', after: {stage: 2}, ...parts};
}

function build(changes: LoggedChange[], {standing = content('in-place'), editable = true} = {}) {
  const answers = [{measure: 'A11', ...standing, revision: 7, confirmed: true, answeredBy: '某', updatedAt: new Date(0)}];
  const traitAnswers = [{trait: 'brand', value: 2, revision: 4, confirmed: true}];
  return buildChangeLog({assessmentId: 'x', changes, answers, traits, traitAnswers, editable, instrument, locale: 'zh-CN', t});
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

  it('tells of a trait its stage by name, from and to, and where it is answered', () => {
    const [first, second, unknown] = build([traitRow({}), traitRow({before: {stage: 1}, after: {stage: 3}}), traitRow({before: {stage: 3}, after: {stage: null}})]);
    expect(first).toMatchObject({title: '品牌', href: '/assessments/x/cluster#brand', parts: [{label: t('traits.stage'), from: null, to: '质量提升阶段'}]});
    expect(second?.parts).toEqual([{label: t('traits.stage'), from: '数量扩张阶段', to: '研发与品牌创新阶段'}]);
    expect(unknown?.parts).toEqual([{label: t('traits.stage'), from: '研发与品牌创新阶段', to: t('traits.dont-know')}]);
  });

  it('offers a stage that does not stand, in an open draft only', () => {
    const changes = [traitRow({after: {stage: null}, revision: 3}), traitRow({}), traitRow({trait: 'research'})];
    expect(build(changes).map(({restore}) => restore)).toEqual([{revision: 4, label: '品牌 第 3 版'}, null, null]);
    expect(build(changes, {editable: false}).map(({restore, href}) => [restore, href])).toEqual([[null, null], [null, null], [null, null]]);
    expect(build([traitRow({trait: 'no-such', after: {stage: 9}})])[0]).toMatchObject({title: 'no-such', href: null, parts: [{to: '9'}], restore: null});
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
