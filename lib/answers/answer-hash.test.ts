import {describe, expect, it} from 'vitest';
import {answerHash} from './answer-hash';

const codes = ['A1', 'A2'];
const stated = {A1: {value: 'in-place', evidenced: true}, A2: {value: 'unknown', evidenced: false}} as const;

describe('answerHash', () => {
  it('is the same for the same answers, however they are ordered or left out', () => {
    const hash = answerHash('h', codes, stated);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(answerHash('h', codes.toReversed(), {A1: stated.A1})).toBe(hash);
    expect(answerHash('h', codes, {...stated, Z9: stated.A1})).toBe(hash);
  });

  it('differs with a value, evidence, the measures asked and the instrument', () => {
    const others = [
      answerHash('h', codes, {...stated, A2: {value: 'under-way', evidenced: false}}),
      answerHash('h', codes, {...stated, A1: {value: 'in-place', evidenced: false}}),
      answerHash('h', ['A1'], stated),
      answerHash('g', codes, stated),
    ];
    expect(new Set([...others, answerHash('h', codes, stated)]).size).toBe(5);
  });
});
