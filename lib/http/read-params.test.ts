import {describe, expect, it} from 'vitest';
import {readListParam, readTextParams} from './read-params';

describe('readTextParams', () => {
  it('takes the first value of each parameter and leaves out missing ones', () => {
    expect(readTextParams({q: '光山', sort: ['stage', 'county'], page: undefined, none: []})).toEqual({q: '光山', sort: 'stage'});
  });

  it('drops control characters and what is past 200 characters', () => {
    expect(readTextParams({q: 'a\0b\nc\x1b[0m\x7f\x85d'})).toEqual({q: 'abc[0md'});
    expect(readTextParams({q: '县'.repeat(500)}).q).toBe('县'.repeat(200));
  });

  it('keeps script as text', () => {
    expect(readTextParams({q: '<script>alert(1)</script>'})).toEqual({q: '<script>alert(1)</script>'});
  });
});

describe('readListParam', () => {
  it('gives all values, one, or none', () => {
    expect([readListParam(['a', 'b']), readListParam('a'), readListParam(''), readListParam(undefined)]).toEqual([['a', 'b'], ['a'], [''], []]);
  });
});
