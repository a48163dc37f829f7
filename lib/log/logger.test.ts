import {afterEach, describe, expect, it, vi} from 'vitest';
import {createLogger, takeOverConsole} from './logger';
import {currentRequestId, takeRequestId, withRequestId} from './request-context';

const kept = globalThis as {logger?: unknown};

afterEach(() => {
  Reflect.deleteProperty(kept, 'logger');
  vi.restoreAllMocks();
});

function capture(level: string): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  kept.logger = createLogger(level, {write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>)});
  return lines;
}

describe('createLogger', () => {
  it('writes one JSON object a line, with level and time in words, without host and process', () => {
    let text = '';
    createLogger('info', {write: (line) => void (text += line)}).info({route: '/'}, 'request');
    expect(text.endsWith('\n')).toBe(true);
    const line = JSON.parse(text) as Record<string, unknown>;
    expect(line).toEqual({level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), route: '/', msg: 'request'});
  });

  it('leaves out what is below its level', () => {
    const lines: string[] = [];
    const logger = createLogger('warn', {write: (line) => void lines.push(line)});
    logger.info('a');
    logger.warn('b');
    createLogger('silent', {write: (line) => void lines.push(line)}).error('c');
    expect(lines).toHaveLength(1);
  });
});

describe('takeOverConsole', () => {
  it('keeps what the framework says of an error without its words, under the id that the page shows', () => {
    const lines = capture('info');
    const {error, warn} = console;
    takeOverConsole();
    try {
      withRequestId('0123456789ab', () => console.error('⨯', Object.assign(new Error('王小明'), {digest: '4711'})));
      console.warn('Failed to find something: "王小明"');
    } finally {
      Object.assign(console, {error, warn});
    }
    expect(lines).toMatchObject([
      {level: 'error', id: '4711', requestId: '0123456789ab', error: ['Error']},
      {level: 'warn', text: 'Failed to find something'},
    ]);
    expect(JSON.stringify(lines)).not.toContain('王小明');
  });
});

describe('request ids', () => {
  it.each(['4f1c2e5a-8b7d-4c3e-9f10-223344556677', '0123456789abcdef0123456789abcdef', 'abcd.1234_5-6'])('takes %s from a proxy', (id) => {
    expect(takeRequestId(id)).toBe(id);
  });

  it.each([undefined, '', 'short', 'x'.repeat(65), 'has space in it', 'line\nbreak12', '王小明王小明王小明', '"quoted-id"', ['a1234567', 'b1234567']])('makes its own instead of %j', (given) => {
    expect(takeRequestId(given)).toMatch(/^[0-9a-f]{12}$/);
  });

  it('follow the work through waiting, and keep apart', async () => {
    const read = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return currentRequestId();
    };
    expect(await Promise.all([withRequestId('one', read), withRequestId('two', read), read()])).toEqual(['one', 'two', undefined]);
  });
});
