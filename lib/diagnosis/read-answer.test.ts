import {describe, expect, it} from 'vitest';

import type {EngineAnswers} from './model';
import {readAnswer} from './read-answer';

describe('readAnswer', () => {
  it('gives the answer, and unknown for a missing one', () => {
    expect(readAnswer({A11: {value: 'under-way'}}, 'A11')).toEqual({value: 'under-way'});
    expect(readAnswer({}, 'A11')).toEqual({value: 'unknown'});
    expect(readAnswer({A11: undefined}, 'A11')).toEqual({value: 'unknown'});
  });

  it('reads own keys only', () => {
    expect(readAnswer({}, 'constructor')).toEqual({value: 'unknown'});
    const odd = JSON.parse('{"__proto__": {"value": "in-place"}}') as EngineAnswers;
    expect(readAnswer(odd, '__proto__')).toEqual({value: 'in-place'});
    expect(readAnswer(odd, 'A11')).toEqual({value: 'unknown'});
    expect(readAnswer(Object.create(null) as EngineAnswers, 'A11')).toEqual({value: 'unknown'});
  });
});
