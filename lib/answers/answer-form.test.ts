import {describe, expect, it} from 'vitest';
import {fieldName, readTypedAnswer, readTypedAnswerFromForm} from './answer-form';
import {ANSWER_LIMITS} from './answer-limits';

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const EMPTY = {value: '', note: '', reason: '', evidence: [], revision: 0, confirm: false};
const NO_RECORD = {kind: '', title: '', documentNumber: '', issuer: '', date: '', link: ''};

describe('fieldName', () => {
  it('joins the measure with the path', () => {
    expect([fieldName('A11', 'value'), fieldName('A11', 'evidence', 0, 'title')]).toEqual(['A11.value', 'A11.evidence.0.title']);
  });
});

describe('readTypedAnswerFromForm', () => {
  it('reads nothing from an empty form', () => {
    expect(readTypedAnswerFromForm(new FormData(), 'A11')).toEqual(EMPTY);
  });

  it('reads one measure’s fields as they were typed, and no other’s', () => {
    const form = formOf({
      'A11.value': 'in-place', 'A11.note': ' 一\r\n ', 'A11.reason': '　', 'A11.revision': '4', 'A11.confirm': 'on',
      'A11.evidence.0.kind': 'photo', 'A11.evidence.0.title': '照片 ', 'A12.note': '别的',
    });
    expect(readTypedAnswerFromForm(form, 'A11')).toEqual({
      value: 'in-place', note: ' 一\r\n ', reason: '　', revision: 4, confirm: true,
      evidence: [{...NO_RECORD, kind: 'photo', title: '照片 '}],
    });
  });

  it('leaves out rows with nothing but a kind, and keeps those in which anything else was typed', () => {
    const form = formOf({
      'A11.evidence.0.kind': 'photo', 'A11.evidence.1.link': 'x', 'A11.evidence.2.title': '  ', 'A11.evidence.3.date': '2026',
    });
    expect(readTypedAnswerFromForm(form, 'A11').evidence).toEqual([{...NO_RECORD, link: 'x'}, {...NO_RECORD, date: '2026'}]);
  });

  it('reads one record more than allowed, so that too many are told', () => {
    const rows = Array.from({length: ANSWER_LIMITS.records + 5}, (_, row) => [`A11.evidence.${row}.title`, `${row}`]);
    expect(readTypedAnswerFromForm(formOf(Object.fromEntries(rows) as Record<string, string>), 'A11').evidence).toHaveLength(ANSWER_LIMITS.records + 1);
  });

  it.each(['-1', '1.5', 'x', 'Infinity', '1e99', '９９', ''])('reads the revision %j as none', (revision) => {
    expect(readTypedAnswerFromForm(formOf({'A11.revision': revision}), 'A11').revision).toBe(0);
  });

  it('reads a file where text is expected as empty', () => {
    const form = new FormData();
    form.set('A11.note', new File(['x'], 'note.txt'));
    expect(readTypedAnswerFromForm(form, 'A11')).toEqual(EMPTY);
  });
});

describe('readTypedAnswer', () => {
  it('asks for the fields by their names', () => {
    const asked: string[] = [];
    readTypedAnswer((name) => {
      asked.push(name);
      return '';
    }, 'B21');
    expect(asked).toEqual(expect.arrayContaining(['B21.value', 'B21.note', 'B21.reason', 'B21.revision', 'B21.confirm', 'B21.evidence.0.documentNumber']));
    expect(asked.every((name) => name.startsWith('B21.'))).toBe(true);
  });
});
