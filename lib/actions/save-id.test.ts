import {describe, expect, it} from 'vitest';
import {z} from 'zod';
import {deriveSaveId} from './save-id';

const FORM = '3f2c1a52-6a0e-4b8e-9d7c-0a1b2c3d4e5f';

describe('deriveSaveId', () => {
  it('is the same uuid for the same form and content, and another for any other', () => {
    const id = deriveSaveId(FORM, 'A11', 0, {value: 'in-place'});
    expect(z.uuid().safeParse(id).success).toBe(true);
    expect(deriveSaveId(FORM, 'A11', 0, {value: 'in-place'})).toBe(id);
    const others = [deriveSaveId(FORM, 'A12', 0, {value: 'in-place'}), deriveSaveId(FORM, 'A11', 1, {value: 'in-place'}), deriveSaveId(FORM, 'A11', 0, {value: 'unknown'}), deriveSaveId(FORM.replace('3', '4'), 'A11', 0, {value: 'in-place'})];
    expect(new Set([id, ...others]).size).toBe(5);
  });

  it.each([undefined, '', 'x', '../..'])('is none for a form without a sound id: %s', (given) => {
    expect(deriveSaveId(given, 'A11')).toBeUndefined();
  });
});
