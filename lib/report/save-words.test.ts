import {describe, expect, it} from 'vitest';
import {translatorFor} from '@/lib/messages/translator';
import {describeConflict, describeSaved} from './save-words';

const zh = translatorFor('zh-CN');
const en = translatorFor('en');
const when = new Date('2026-03-04T18:03:00Z');

describe('describeSaved', () => {
  it('tells the time in China', () => {
    expect(describeSaved(when, zh)).toBe('已保存 02:03');
    expect(describeSaved(when, en)).toMatch(/^Saved 0?2:03\sAM$/);
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
