import type {APIRequestContext} from '@playwright/test';
import {paths} from '@/lib/paths';
import {GOLDEN, MEASURES} from './answer-sets';
import {expect, test} from './fixtures';
import {newDraft} from './journey';
import {wordsOf} from './words';

const DIAGNOSE = '/api/v1/diagnose';
const ID = 'wang-zhang-2017';
const t = wordsOf('zh-CN');

/** Sends a body as it stands, so that also what is no JSON can be sent: text would be made JSON on the way. */
function post(request: APIRequestContext, body: string | Buffer, headers: Record<string, string> = {}) {
  return request.post(DIAGNOSE, {data: Buffer.from(body), headers: {'content-type': 'application/json', ...headers}});
}

test('diagnoses all 60 golden cases, equal in every field', async ({request}) => {
  expect(GOLDEN).toHaveLength(60);
  const {instruments} = await (await request.get('/api/v1/instruments')).json();
  const {version, hash} = instruments.find(({id}: {id: string}) => id === ID);
  for (const {name, threshold, setAside, answers, expected} of GOLDEN) {
    const response = await request.post(DIAGNOSE, {data: {instrument: ID, answers, threshold, setAside}});
    expect(response.status(), name).toBe(200);
    expect(await response.json(), name).toStrictEqual({diagnosis: expected, instrument: {id: ID, version, hash}});
  }
});

test('threshold and measures set aside may be left out', async ({request}) => {
  const half = GOLDEN.find(({threshold: [n, d], setAside, name}) => n * 2 === d && setAside.length === 0 && name.startsWith('random'));
  const response = await request.post(DIAGNOSE, {data: {instrument: ID, answers: half?.answers}});
  expect((await response.json()).diagnosis).toStrictEqual(half?.expected);
});

test('tells all problems of a body at once, each with its path', async ({request}) => {
  const response = await request.post(DIAGNOSE, {
    data: {
      instrument: ID,
      answers: {Z99: {value: 'in-place'}, A11: {value: 'yes'}, A12: {value: 'unknown', evidenced: 'no'}, A13: {value: 'in-place', note: 'x'}, A14: 7},
      threshold: [3, 2],
      setAside: ['A11', 'X1'],
      extra: true,
    },
  });
  expect(response.status()).toBe(400);
  const {error} = await response.json();
  expect(error.code).toBe('invalid');
  expect(error.message).toBe(t('errors.invalid'));
  expect(error.issues.map(({path}: {path: string}) => path).toSorted()).toEqual(
    ['', 'answers.A11.value', 'answers.A12.evidenced', 'answers.A13', 'answers.A14', 'answers.Z99', 'setAside.1', 'threshold'].toSorted(),
  );
  const said = Object.fromEntries(error.issues.map(({path, message}: {path: string; message: string}) => [path, message]));
  expect(said['answers.Z99']).toBe(t('issues.unknown-measure'));
  expect(said.threshold).toBe(t('issues.bad-threshold'));
  expect(said['']).toBe(t('issues.unknown-field', {keys: 'extra'}));
  for (const message of Object.values(said)) expect(message).not.toBe('');
});

test('an unknown instrument is one of the problems, not the only one', async ({request}) => {
  const response = await request.post(DIAGNOSE, {data: {instrument: 'none', answers: {A11: {value: 'perhaps'}}, threshold: [0, 1]}});
  expect(response.status()).toBe(400);
  const {error} = await response.json();
  expect(error.issues.map(({path}: {path: string}) => path).toSorted()).toEqual(['answers.A11.value', 'instrument', 'threshold.0']);
});

for (const {what, data, path} of [
  {what: 'no object', data: [], path: ''},
  {what: 'null', data: null, path: ''},
  {what: 'no answers', data: {instrument: ID}, path: 'answers'},
  {what: 'answers in a list', data: {instrument: ID, answers: []}, path: 'answers'},
  {what: 'a threshold of zero', data: {instrument: ID, answers: {}, threshold: [0, 1]}, path: 'threshold.0'},
  {what: 'a threshold above one', data: {instrument: ID, answers: {}, threshold: [2, 1]}, path: 'threshold'},
  {what: 'a decimal threshold', data: {instrument: ID, answers: {}, threshold: 0.5}, path: 'threshold'},
  {what: 'a measure set aside twice', data: {instrument: ID, answers: {}, setAside: ['A11', 'A11']}, path: 'setAside'},
]) {
  test(`refuses ${what}`, async ({request}) => {
    const response = await post(request, JSON.stringify(data));
    expect(response.status()).toBe(400);
    const {error} = await response.json();
    expect(error.code).toBe('invalid');
    expect(error.issues.map((issue: {path: string}) => issue.path)).toContain(path);
  });
}

test('keys such as __proto__ are unknown measures', async ({request}) => {
  const response = await post(request, `{"instrument": "${ID}", "answers": {"__proto__": {"value": "in-place"}, "constructor": {"value": "in-place"}}}`);
  expect(response.status()).toBe(400);
  const {error} = await response.json();
  expect(error.issues.map(({path}: {path: string}) => path).toSorted()).toEqual(['answers.__proto__', 'answers.constructor']);
});

test('broken JSON and bytes that are no text are told as such', async ({request}) => {
  for (const body of ['{"instrument": ', '', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])]) {
    const response = await post(request, body);
    expect(response.status()).toBe(400);
    expect((await response.json()).error).toEqual({code: 'malformed-json', message: t('errors.malformed-json'), issues: []});
  }
});

test('a body over 256 KiB is too large; one just below is read', async ({request}) => {
  const body = (bytes: number) => {
    const start = `{"instrument": "${ID}", "answers": {}`;
    return `${start}${' '.repeat(bytes - start.length - 1)}}`;
  };
  const tooLarge = await post(request, body(256 * 1024 + 1));
  expect(tooLarge.status()).toBe(413);
  expect((await tooLarge.json()).error).toEqual({code: 'too-large', message: t('errors.too-large'), issues: []});
  expect((await post(request, body(256 * 1024))).status()).toBe(200);
});

test('speaks the language that is asked for', async ({request}) => {
  const response = await post(request, '{', {'accept-language': 'en-GB,en;q=0.9'});
  expect((await response.json()).error.message).toBe(wordsOf('en')('errors.malformed-json'));
});

test('lists the instruments and gives each whole', async ({request}) => {
  const listing = await request.get('/api/v1/instruments');
  expect(listing.status()).toBe(200);
  const {instruments} = await listing.json();
  expect(instruments).toContainEqual(expect.objectContaining({id: ID, version: '1.0.0', stages: 3, measures: 45, hash: expect.stringMatching(/^[0-9a-f]{64}$/)}));

  for (const address of [`/api/v1/instruments/${ID}`, `/api/v1/instruments/${ID}?version=1.0.0`]) {
    const response = await request.get(address);
    expect(response.status()).toBe(200);
    const {instrument, benchmarks, hash} = await response.json();
    expect(hash).toBe(instruments.find(({id}: {id: string}) => id === ID).hash);
    type Stage = {categories: {measures: {code: string}[]}[]};
    const codes = instrument.stages.flatMap(({categories}: Stage) => categories.flatMap(({measures}) => measures.map(({code}) => code)));
    expect(codes).toEqual(MEASURES);
    expect(benchmarks.map(({id}: {id: string}) => id).toSorted()).toEqual(['guangshan', 'jinzhai', 'qinghe']);
  }
});

test('an unknown instrument or version is not found', async ({request}) => {
  for (const address of ['/api/v1/instruments/none', `/api/v1/instruments/${ID}?version=9.9.9`, '/api/v1/instruments/__proto__']) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(404);
    expect((await response.json()).error).toEqual({code: 'instrument-not-found', message: t('errors.instrument-not-found'), issues: []});
  }
});

test.describe('the staircase as a picture', () => {
  test('shows the answers as they are now, in the asked language', async ({page, request}) => {
    const {id} = await newDraft(page);
    await request.put(paths.api.answer(id, 'A11'), {data: {answer: {value: 'under-way'}, revision: 0}});
    const response = await request.get(paths.api.staircase(id));
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(response.headers()['cache-control']).toBe('no-store');
    const svg = await response.text();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/);
    expect(svg).toContain(`<title>${t('staircase.title', {name: '光山'})}</title>`);
    expect(svg.match(/<title>[ABC]\d\d /g)).toHaveLength(MEASURES.length);
    expect(svg).toContain(t('staircase.brick', {code: 'A11', name: '建设网络基础设施', state: t('answer.under-way')}));
    const inEnglish = await (await request.get(`${paths.api.staircase(id)}?locale=en`)).text();
    expect(inEnglish).toContain(wordsOf('en')('answer.under-way'));
    const unknownLocale = await request.get(`${paths.api.staircase(id)}?locale=%00fr`);
    expect(await unknownLocale.text()).toBe(svg);
  });

  test('is an image that a browser draws', async ({page}) => {
    const {id} = await newDraft(page);
    await page.goto(paths.api.staircase(id));
    await expect(page.getByRole('img', {name: t('staircase.title', {name: '光山'})})).toBeVisible();
  });

  test('of an unknown assessment is not found', async ({request}) => {
    const response = await request.get(paths.api.staircase('nobody'));
    expect(response.status()).toBe(404);
    expect((await response.json()).error).toEqual({code: 'not-found', message: t('errors.not-found'), issues: []});
  });
});

test('health checks the database', async ({request}) => {
  const response = await request.get('/api/v1/health');
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    uptime: expect.any(Number),
    database: {status: 'ok', kind: expect.stringMatching(/^(?:sqlite|postgresql)$/), migration: expect.stringMatching(/^\d{14}_/), current: true, readable: true, writable: true},
  });
});

test.describe('saving an answer', () => {
  test('is refused from another site, as another type, for unknown measures and assessments, and in a wrong shape', async ({page, request}) => {
    const {id} = await newDraft(page);
    const data = {answer: {value: 'in-place'}, revision: 0};
    const attempts = [
      {code: 'foreign-origin', status: 403, response: request.put(paths.api.answer(id, 'A11'), {data, headers: {'sec-fetch-site': 'cross-site'}})},
      {code: 'wrong-content-type', status: 415, response: request.put(paths.api.answer(id, 'A11'), {data: JSON.stringify(data), headers: {'content-type': 'text/plain'}})},
      {code: 'not-found', status: 404, response: request.put(paths.api.answer(id, 'A99'), {data})},
      {code: 'not-found', status: 404, response: request.put(paths.api.answer('nobody', 'A11'), {data})},
      {code: 'invalid', status: 400, response: request.put(paths.api.answer(id, 'A11'), {data: {answer: {value: 'maybe', note: 7}, revision: -1, more: 1}})},
      {code: 'invalid', status: 400, response: request.put(paths.api.answer(id, 'A11'), {data: {answer: {value: 'not-applicable'}, revision: 0}})},
      {code: 'malformed-json', status: 400, response: request.put(paths.api.answer(id, 'A11'), {data: Buffer.from('{'), headers: {'content-type': 'application/json'}})},
      {code: 'too-large', status: 413, response: request.put(paths.api.answer(id, 'A11'), {data: {answer: {value: 'in-place', note: 'x'.repeat(300_000)}, revision: 0}})},
    ];
    for (const {code, status, response} of attempts) {
      const {error} = await (await response).json();
      expect(error.code).toBe(code);
      expect((await response).status(), code).toBe(status);
      expect(error.message).toBe(t(`errors.${code}` as 'errors.invalid'));
    }
    await page.goto(paths.check(id));
    await expect(page.getByText(t('errors.nothing-answered')), 'nothing was saved').toBeVisible();
  });

  test('twice with the same request is saved once', async ({page, request}) => {
    const {id} = await newDraft(page);
    const put = async () => (await request.put(paths.api.answer(id, 'A11'), {data: {answer: {value: 'in-place', note: '一次'}, revision: 0}})).json();
    const [first, second] = [await put(), await put()];
    expect(first.answer.revision).toBe(1);
    expect(second).toEqual(first);
  });
});
