import {describe, expect, it} from 'vitest';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {type ProposedAnswer, readProposal, writeProposal} from './import-proposal';

const {instrument} = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
const ANSWER: ProposedAnswer = {input: {value: 'in-place', note: '注\n二', reason: '', evidence: [{kind: 'document', title: '方案', documentNumber: '', issuer: '', date: '2026', link: ''}]}, revision: 3};
const given = new Map<string, ProposedAnswer>([['A11', ANSWER], ['A12', {input: {value: 'not-applicable', note: '', reason: '没有', evidence: []}, revision: 0}]]);

describe('readProposal', () => {
  it('gives back what was written', () => {
    expect(readProposal(writeProposal(given), instrument)).toEqual(given);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['null', 'null'],
    ['nothing', '{}'],
    ['an unknown measure', JSON.stringify({Z99: ANSWER})],
    ['a prototype', '{"__proto__": {"input": {"value": "in-place"}, "revision": 0}}'],
    ['a bad value', JSON.stringify({A11: {...ANSWER, input: {...ANSWER.input, value: 'yes'}}})],
    ['no reason', JSON.stringify({A11: {...ANSWER, input: {value: 'not-applicable'}}})],
    ['a bad link', JSON.stringify({A11: {...ANSWER, input: {...ANSWER.input, evidence: [{kind: 'document', title: 'x', link: 'javascript:alert(1)'}]}}})],
    ['a field of its own', JSON.stringify({A11: {...ANSWER, confirmed: true}})],
    ['a bad revision', JSON.stringify({A11: {...ANSWER, revision: -1}})],
    ['too long a note', JSON.stringify({A11: {...ANSWER, input: {value: 'in-place', note: 'x'.repeat(2001)}}})],
  ])('refuses %s', (_, text) => {
    expect(readProposal(text, instrument)).toBeNull();
  });
});
