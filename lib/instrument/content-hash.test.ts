import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {contentHash} from './content-hash';

describe('contentHash', () => {
  it('is the SHA-256 of JSON with sorted keys, at every depth', () => {
    const expected = createHash('sha256').update('{"a":[{"c":1,"d":"县"}],"b":null}').digest('hex');
    expect(contentHash({b: null, a: [{d: '县', c: 1}]})).toBe(expected);
  });

  it('does not depend on the order of keys but on the order of lists', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(contentHash(reversed)).toBe(contentHash(value));
      }),
    );
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });

  it.each([
    [{text: 'in place'}, {text: 'in place.'}],
    [{value: [1, 2]}, {value: [1, 3]}],
    [{a: 1}, {a: '1'}],
    [{a: {b: 1}}, {a: 1, b: 1}],
    [{}, []],
    [{a: null}, {}],
  ])('tells %j from %j', (one, other) => {
    expect(contentHash(one)).not.toBe(contentHash(other));
  });
});
