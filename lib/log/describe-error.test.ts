import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {describeError} from './describe-error';

const SECRET = '王小明的备注';

describe('describeError', () => {
  it('keeps class, codes and places of an error and of its causes, not their words', () => {
    const cause = Object.assign(new Error(`value "${SECRET}" out of range`), {code: '22003'});
    const described = describeError(Object.assign(new RangeError(`bad ${SECRET}`, {cause}), {code: 'P2000'}));
    expect(described).toMatchObject({error: ['RangeError', 'Error'], codes: ['P2000', '22003']});
    expect(described.stack).toContain('describe-error.test.ts');
    expect(described.stack.split('\n').every((line) => line.startsWith('at '))).toBe(true);
    expect(JSON.stringify(described)).not.toContain(SECRET);
  });

  it('keeps the words of a mistake in the program, unless they quote', () => {
    expect(describeError(new TypeError("Cannot read properties of undefined (reading 'name')")).message).toBe("Cannot read properties of undefined (reading 'name')");
    expect(describeError(new TypeError(`Invalid value ${SECRET}`)).message).toBeUndefined();
    expect(describeError(new Error('plain')).message).toBeUndefined();
  });

  it.each([undefined, null, SECRET, 7, {message: SECRET}])('takes what is no error: %j', (thrown) => {
    expect(JSON.stringify(describeError(thrown))).not.toContain(SECRET);
    expect(describeError(thrown).stack).toBe('');
  });

  it('ends with causes that go round', () => {
    const error = new Error('a');
    error.cause = error;
    expect(describeError(error).error.length).toBeLessThanOrEqual(5);
  });

  it('holds nothing of the words, whatever they imitate', () => {
    const words = fc.stringMatching(/^[ \n:()\d]{0,20}$/).map((noise) => `${noise}\n    at ${SECRET} (${SECRET}.js:1:2)\n    at ${SECRET}:3:4${noise}`);
    fc.assert(fc.property(words, (message) => !JSON.stringify(describeError(new Error(message))).includes(SECRET)));
  });
});
