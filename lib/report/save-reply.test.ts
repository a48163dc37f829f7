import fc from 'fast-check';
import {expect, it} from 'vitest';
import {readSaveReply} from './save-reply';

const error = (code: string, more: object = {}) => ({error: {code, message: `says ${code}`, issues: [], ...more}});

it('takes only the product’s own acknowledgement for one', () => {
  expect(readSaveReply(200, {answer: {revision: 2}, saved: 'Saved 14:03'})).toEqual({kind: 'saved', revision: 2, at: 'Saved 14:03'});
  fc.assert(fc.property(fc.integer({min: 200, max: 599}), fc.oneof(fc.jsonValue(), fc.constant(undefined)), (status, body) => void expect(readSaveReply(status, body)).toEqual({kind: 'waits', message: ''})));
});

it('tells what passes from what does not', () => {
  const kinds = (given: [number, string][]) => given.map(([status, code]) => readSaveReply(status, error(code)).kind);
  expect(kinds([[503, 'database-busy'], [500, 'unexpected'], [408, 'slow'], [429, 'many']])).toEqual(['waits', 'waits', 'waits', 'waits']);
  expect(kinds([[409, 'assessment-final'], [404, 'not-found'], [409, 'profile-archived']])).toEqual(['over', 'over', 'over']);
  expect(kinds([[400, 'invalid'], [403, 'foreign-origin'], [409, 'save-id-reused']])).toEqual(['refused', 'refused', 'refused']);
});

it('gives each problem at its field, and both answers of a conflict', () => {
  const issues = [{path: 'answer.evidence.0.link', message: 'bad'}, {path: 'answer.evidence.0.link', message: 'long'}];
  expect(readSaveReply(400, error('invalid', {issues}))).toMatchObject({messages: {'evidence.0.link': ['bad', 'long']}});
  const conflict = {message: 'theirs', current: {revision: 3}};
  expect(readSaveReply(409, error('revision-conflict', {conflict}))).toEqual({kind: 'conflict', conflict});
  expect(readSaveReply(200, {answer: {revision: 2}, saved: 'x', conflict})).toEqual({kind: 'replaced', revision: 2, conflict});
});
