import {afterEach, describe, expect, it, vi} from 'vitest';
import en from '@/content/messages/en.json';
import zhCN from '@/content/messages/zh-CN.json';
import {AppError} from '@/lib/errors';
import {getLogger} from '@/lib/log/logger';
import {withRequestId} from '@/lib/log/request-context';
import {translatorFor} from '@/lib/messages/translator';
import {BODY_LIMIT, errorResponse, guardChange, jsonRoute, readJson, requestLocale} from './json-route';

const ADDRESS = 'http://localhost/api/v1/diagnose';

function requestWith(headers: Record<string, string>): Request {
  return new Request(ADDRESS, {headers});
}

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request(ADDRESS, {method: 'POST', body, headers, duplex: 'half'} as RequestInit);
}

/** A body that comes in pieces and does not say how long it is; `sent` counts the pieces that were asked for. */
function stream(pieces: Iterable<Uint8Array>): {body: ReadableStream<Uint8Array>; sent: () => number} {
  const iterator = pieces[Symbol.iterator]();
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const {value, done} = iterator.next();
      if (done) return controller.close();
      sent += 1;
      controller.enqueue(value);
    },
  });
  return {body, sent: () => sent};
}

/** JSON text of exactly `size` bytes. */
function jsonOfSize(size: number): string {
  return `"${'a'.repeat(size - 2)}"`;
}

afterEach(() => vi.restoreAllMocks());

describe('requestLocale', () => {
  it.each([
    [{}, 'zh-CN'],
    [{cookie: 'locale=en'}, 'en'],
    [{cookie: 'other=1; locale=en; x=2'}, 'en'],
    [{cookie: 'mylocale=en'}, 'zh-CN'],
    [{cookie: 'locale=fr'}, 'zh-CN'],
    [{'accept-language': 'en-GB,en;q=0.9,zh;q=0.8'}, 'en'],
    [{'accept-language': 'fr, en;q=0.5'}, 'en'],
    [{'accept-language': 'zh-TW'}, 'zh-CN'],
    [{'accept-language': 'fr;q=x,,*'}, 'zh-CN'],
    [{cookie: 'locale=zh-CN', 'accept-language': 'en'}, 'zh-CN'],
    [{cookie: 'locale=fr', 'accept-language': 'en'}, 'en'],
  ])('of %j is %s', (headers, locale) => {
    expect(requestLocale(requestWith(headers))).toBe(locale);
  });
});

describe('readJson', () => {
  it('reads JSON of any kind, up to the limit to the byte', async () => {
    expect(await readJson(post('{"县": [1, null, "🧶"]}'))).toEqual({县: [1, null, '🧶']});
    expect(await readJson(post(jsonOfSize(BODY_LIMIT)))).toHaveLength(BODY_LIMIT - 2);
  });

  it('refuses one byte more than the limit, whether the length is told or not', async () => {
    const text = jsonOfSize(BODY_LIMIT + 1);
    await expect(readJson(post(text))).rejects.toMatchObject({code: 'too-large'});
    await expect(readJson(post(text, {'content-length': String(BODY_LIMIT + 1)}))).rejects.toMatchObject({code: 'too-large'});
    await expect(readJson(post(text, {'content-length': '2'}))).rejects.toMatchObject({code: 'too-large'});
    const bytes = new TextEncoder().encode(text);
    await expect(readJson(post(stream([bytes.subarray(0, 1000), bytes.subarray(1000)]).body))).rejects.toMatchObject({code: 'too-large'});
  });

  it('does not read on once the limit is passed', async () => {
    const endless = (function* () {
      for (;;) yield new Uint8Array(64 * 1024);
    })();
    const {body, sent} = stream(endless);
    await expect(readJson(post(body))).rejects.toMatchObject({code: 'too-large'});
    expect(sent()).toBeLessThan(12);
  });

  it('refuses by the told length alone, without reading', async () => {
    const {body} = stream([new Uint8Array(1)]);
    const request = post(body, {'content-length': String(BODY_LIMIT + 1)});
    await expect(readJson(request)).rejects.toMatchObject({code: 'too-large'});
    expect(request.bodyUsed).toBe(false);
  });

  it('puts characters together that were cut between two pieces', async () => {
    const bytes = new TextEncoder().encode('"光山🧶"');
    expect(await readJson(post(stream([...bytes].map((byte) => Uint8Array.of(byte))).body))).toBe('光山🧶');
  });

  it.each(['', '{', '{"a":1,}', "{'a':1}", 'NaN', '[1] [2]', '\0', '{"a":undefined}'])('refuses the broken JSON %j', async (text) => {
    await expect(readJson(post(text))).rejects.toMatchObject({code: 'malformed-json'});
  });

  it('refuses a request without a body', async () => {
    await expect(readJson(new Request(ADDRESS, {method: 'POST'}))).rejects.toMatchObject({code: 'malformed-json'});
  });

  it.each([
    ['a lone continuation byte', [0x22, 0x80, 0x22]],
    ['a character cut short', [0x22, 0xe5, 0x85, 0x22]],
    ['GBK', [0x22, 0xb9, 0xe2, 0xc9, 0xbd, 0x22]],
    ['an encoded surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['UTF-16', [0xff, 0xfe, 0x22, 0x00, 0x22, 0x00]],
  ])('refuses %s, which is not UTF-8', async (_what, bytes) => {
    await expect(readJson(post(Uint8Array.from(bytes)))).rejects.toMatchObject({code: 'malformed-json'});
  });

  it('gives no way into the prototype', async () => {
    const read = (await readJson(post('{"__proto__": {"evil": true}}'))) as object;
    expect(Object.keys(read)).toEqual(['__proto__']);
    expect(({} as {evil?: boolean}).evil).toBeUndefined();
  });
});

describe('guardChange', () => {
  const json = {'content-type': 'application/json; charset=utf-8'};

  it.each([json, {...json, 'sec-fetch-site': 'same-origin'}, {...json, 'sec-fetch-site': 'none'}])('lets %j pass', (headers) => {
    expect(() => guardChange(requestWith(headers))).not.toThrow();
  });

  it.each(['cross-site', 'same-site', 'nonsense', ''])('refuses a page of %j', (site) => {
    expect(() => guardChange(requestWith({...json, 'sec-fetch-site': site}))).toThrow(expect.objectContaining({code: 'foreign-origin'}) as Error);
  });

  it.each([{}, {'content-type': 'text/plain'}, {'content-type': 'application/x-www-form-urlencoded'}, {'content-type': 'multipart/form-data'}])(
    'refuses what a foreign form could send: %j',
    (headers) => {
      expect(() => guardChange(requestWith(headers))).toThrow(expect.objectContaining({code: 'wrong-content-type'}) as Error);
    },
  );
});

describe('jsonRoute', () => {
  it('gives the work the reader’s language and passes its answer on', async () => {
    const work = async (t: ReturnType<typeof translatorFor>, locale: string) => Response.json([locale, t('answer.unknown')]);
    expect(await (await jsonRoute(requestWith({cookie: 'locale=en'}), work)).json()).toEqual(['en', en.answer.unknown]);
    expect(await (await jsonRoute(requestWith({}), work)).json()).toEqual(['zh-CN', zhCN.answer.unknown]);
  });

  it('answers an expected failure by its code, in the reader’s language, and logs nothing', async () => {
    const logged = vi.spyOn(getLogger(), 'error').mockImplementation(() => {});
    const response = await jsonRoute(requestWith({'accept-language': 'en'}), async () => {
      throw new AppError('too-large');
    });
    expect(response.status).toBe(413);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({error: {code: 'too-large', message: en.errors['too-large'], issues: []}});
    expect(logged).not.toHaveBeenCalled();
  });

  it('shows an id instead of an unexpected failure, and logs the failure once under that id', async () => {
    const logged = vi.spyOn(getLogger(), 'error').mockImplementation(() => {});
    const response = await jsonRoute(requestWith({}), async () => {
      throw new Error('secret path /var/lib/county.db');
    });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('secret');
    const {error} = JSON.parse(text) as {error: {code: string; id: string; message: string}};
    expect(error.code).toBe('unexpected');
    expect(error.message).toContain(error.id);
    expect(logged).toHaveBeenCalledTimes(1);
    expect(logged.mock.calls[0]?.[0]).toMatchObject({id: error.id, error: ['Error'], stack: expect.stringContaining('json-route.test.ts')});
    expect(JSON.stringify(logged.mock.calls)).not.toContain('secret');
  });

  it('shows the id of the request, where it is part of one', async () => {
    const logged = vi.spyOn(getLogger(), 'error').mockImplementation(() => {});
    const failing = () =>
      jsonRoute(requestWith({}), async () => {
        throw new TypeError('x is not a function');
      });
    const response = await withRequestId('0123456789ab', failing);
    expect(((await response.json()) as {error: {id: string}}).error.id).toBe('0123456789ab');
    expect(logged.mock.lastCall?.[0]).toMatchObject({id: '0123456789ab', requestId: '0123456789ab', message: 'x is not a function'});
  });
});

describe('errorResponse', () => {
  it('lists all issues, and what is told beside them', async () => {
    const issues = [{path: 'answers.A11.value', message: 'x'}, {path: 'threshold', message: 'y'}];
    const response = errorResponse(translatorFor('zh-CN'), 'invalid', issues, {current: null});
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({error: {code: 'invalid', message: zhCN.errors.invalid, issues, current: null}});
  });
});
