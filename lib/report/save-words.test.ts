import {describe, expect, it} from 'vitest';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {translatorFor} from '@/lib/messages/translator';
import {buildConflict, describeConflict, describeSaved} from './save-words';

const zh = translatorFor('zh-CN');
const en = translatorFor('en');
const when = new Date('2026-03-04T18:03:00Z');

describe('describeSaved', () => {
  it('tells the time in China', () => {
    expect(describeSaved(when, zh)).toBe('已保存 02:03');
    expect(describeSaved(when, en)).toBe('Saved 02:03');
  });
});

describe('describeConflict', () => {
  const standing = {value: 'under-way', answeredBy: '李某', updatedAt: when};

  it('tells who saved what, and when', () => {
    expect(describeConflict(standing, zh)).toMatch(/^李某 已在 .*3月5日.*0?2:03.*“推进中”/);
    expect(describeConflict(standing, en)).toMatch(/^李某 saved it as “Under way” on .*Mar 5/);
  });

  it('has other words for a form that is sent again', () => {
    expect(describeConflict(standing, zh, 'form')).toContain('再保存一次');
    expect(describeConflict(standing, en, 'form')).toContain('Save again');
    expect(describeConflict(standing, en, 'form')).not.toBe(describeConflict(standing, en, 'page'));
  });

  it('tells an answer that is gone, or damaged, as unknown', () => {
    for (const gone of [null, {...standing, value: 'splendid'}]) {
      expect(describeConflict(gone, zh)).toContain('“不清楚”');
      expect(describeConflict(gone, en, 'form')).toContain('“Don’t know”');
    }
  });

  it('does not read a name as a message', () => {
    expect(describeConflict({...standing, answeredBy: '{value} <b>'}, en)).toMatch(/^\{value\} <b> saved/);
  });
});

describe('buildConflict', () => {
  const {instrument} = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
  const record = {kind: 'document', title: '规划', documentNumber: '', issuer: '', date: '2026', link: ''};
  const theirs = {value: 'in-place', note: '他们写的', reason: '', evidence: [record], revision: 4, answeredBy: '王某', updatedAt: new Date('2026-03-04T04:05:00Z')};

  it('has both answers in full, with whose they are, and what the fields hold when the stored one is taken', () => {
    const t = translatorFor('zh-CN');
    const conflict = buildConflict(theirs, {value: 'not-applicable', note: '', reason: '没有', evidence: []}, '李某', {instrument, locale: 'zh-CN', t});
    expect(conflict.mine).toEqual({heading: t('changes.mine', {who: '李某'}), answer: t('answer.not-applicable'), parts: [{label: t('questionnaire.reason'), text: '没有'}]});
    expect(conflict.theirs.heading).toMatch(/^王某 .*12:05/);
    expect(conflict.theirs.parts).toEqual([
      {label: t('questionnaire.note'), text: '他们写的'},
      {label: t('questionnaire.evidence'), text: expect.stringContaining('规划（')},
    ]);
    expect(conflict.current).toEqual({value: 'in-place', note: '他们写的', reason: '', evidence: [record], revision: 4});
  });
});
