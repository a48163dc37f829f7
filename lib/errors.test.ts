import {describe, expect, it} from 'vitest';
import en from '@/content/messages/en.json';
import zhCN from '@/content/messages/zh-CN.json';
import {AppError, type ErrorCode, parseErrorCode, statusOf} from './errors';

// A code without a message does not compile here; a message without a code fails below.
const CODES = Object.keys(zhCN.errors satisfies Record<ErrorCode, string>);

describe('expected failures', () => {
  it('have a message in both languages and a status that says failure', () => {
    expect(Object.keys(en.errors).toSorted()).toEqual(CODES.toSorted());
    for (const text of CODES) {
      const code = parseErrorCode(text);
      expect(code, text).toBe(text);
      if (code) expect(statusOf(code), text).toBeGreaterThanOrEqual(400);
    }
  });

  it.each([
    ['not-found', 404],
    ['invalid', 400],
    ['malformed-json', 400],
    ['too-large', 413],
    ['assessment-final', 409],
    ['revision-conflict', 409],
    ['database-busy', 503],
    ['database-unreachable', 503],
    ['unexpected', 500],
  ] as const)('%s is %i', (code, status) => {
    expect(statusOf(code)).toBe(status);
  });

  it.each(['', 'constructor', '__proto__', 'toString', 'Not-Found', '<script>', undefined, null, 404, ['not-found']])(
    'are not read from %j',
    (given) => {
      expect(parseErrorCode(given)).toBeUndefined();
    },
  );

  it('carry their code and cause', () => {
    const cause = new Error('locked');
    const error = new AppError('database-busy', {cause});
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({name: 'AppError', code: 'database-busy', message: 'database-busy', cause});
  });
});
