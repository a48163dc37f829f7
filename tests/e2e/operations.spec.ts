import {type ClientRequest, type IncomingMessage, request as open} from 'node:http';
import {type Socket, connect} from 'node:net';
import {createClient} from '@libsql/client';
import pg from 'pg';
import {paths} from '@/lib/paths';
import type {AppServer} from '../support/app-server';
import {expect, test} from './fixtures';
import {GUANGSHAN, choice, createProfile, field, finalise, newDraft, openMore, putAnswers, saving, startAssessment} from './journey';

test.use({ownDatabase: 'operations'});

const HEALTH = '/api/v1/health';

/** The log's lines of one kind; they come through a pipe, maybe a moment later than what they tell of. */
function logged(app: AppServer, message: string): Record<string, unknown>[] {
  return app
    .lines()
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({msg}) => msg === message);
}

/** As another program would, on the file or server itself. */
async function runSql(app: AppServer, sql: string): Promise<Record<string, unknown>[]> {
  if (app.databaseUrl.startsWith('file:')) {
    const client = createClient({url: app.databaseUrl});
    const {rows} = await client.execute(sql);
    client.close();
    return rows as unknown as Record<string, unknown>[];
  }
  const client = new pg.Client(app.databaseUrl);
  await client.connect();
  const {rows} = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

test('a whole journey leaves nothing in the log that was typed', async ({page, t, app}) => {
  const typed = {industry: '密语羽绒', note: '密语备注：王小明 13800138000', title: '密语台账', number: '密语〔2026〕1号', search: '密语搜索'};
  await createProfile(page, t, GUANGSHAN, typed.industry);
  const id = await startAssessment(page, t);
  await page.goto(paths.category(id, 'A1'));
  await choice(page, 'A11', 'in-place').check();
  await openMore(page, 'A11');
  expect(await saving(page, 'A11', async () => {
    await field(page, 'A11', 'note').fill(typed.note);
    await field(page, 'A11', 'note').blur();
  }, '密语')).toBe(200);
  await putAnswers(page.request, id, {A12: {value: 'in-place', note: typed.note, evidence: [{kind: 'document', title: typed.title, documentNumber: typed.number}]}});
  await finalise(page, t, id);
  await page.goto(`${paths.profiles()}?q=${encodeURIComponent(typed.search)}`);
  await page.request.get(`/${encodeURIComponent(typed.search)}?name=${encodeURIComponent(typed.note)}`, {headers: {cookie: `note=${encodeURIComponent(typed.note)}`}});
  await page.request.put(paths.api.answer(id, 'A13'), {data: `{"answer": ${typed.note}`, headers: {'content-type': 'application/json'}});

  await expect.poll(() => logged(app, 'request').map(({method, route, status}) => `${method} ${route} ${status}`)).toEqual(
    expect.arrayContaining(['PUT /api/v1/assessments/*/answers/* 200', 'PUT /api/v1/assessments/*/answers/* 400', 'GET /assessments/*/categories/* 200', 'GET /profiles 200', 'GET /* 404', expect.stringMatching(/^POST \/profiles\/new [23]\d\d$/)]),
  );
  for (const {requestId, ms} of logged(app, 'request')) expect([requestId, ms]).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/), expect.any(Number)]);
  const text = app.lines().join('\n');
  for (const each of [...Object.values(typed), '密语', '王小明', '13800138000', GUANGSHAN.name, GUANGSHAN.code, '商务局电商股', id]) {
    expect(text, each).not.toContain(each);
    expect(text, each).not.toContain(encodeURIComponent(each));
  }
});

test('a request keeps the id that a proxy gave it and gets one otherwise; the answer names it', async ({request, app}) => {
  const id = '4f1c2e5a-8b7d-4c3e-9f10-223344556677';
  expect((await request.get(HEALTH, {headers: {'x-request-id': id}})).headers()['x-request-id']).toBe(id);
  await expect.poll(() => logged(app, 'request').map(({requestId}) => requestId)).toContain(id);
  const made = (await request.get('/', {headers: {'x-request-id': 'no id\tof mine'}})).headers()['x-request-id'];
  expect(made).toMatch(/^[0-9a-f]{12}$/);
});

test('an unexpected error is logged once, under the id that is shown, without what was typed', async ({page, t, app, noise, browser}) => {
  const {id} = await newDraft(page);
  // The browser complains of the failure, too, which is not to be taken for noise.
  const failing = await browser.newPage();
  await runSql(app, 'ALTER TABLE "Answer" RENAME TO "Away"');
  try {
    noise.expectServerErrors(2);
    const response = await page.request.put(paths.api.answer(id, 'A11'), {data: {answer: {value: 'in-place', note: '密语备注'}, revision: 0}});
    expect(response.status()).toBe(500);
    const {error} = (await response.json()) as {error: {id: string; message: string}};
    expect(error.message).toBe(t('errors.unexpected', {id: error.id}));
    expect(response.headers()['x-request-id']).toBe(error.id);
    await expect.poll(() => logged(app, 'unexpected error')).toMatchObject([{id: error.id, requestId: error.id, error: expect.arrayContaining([expect.stringMatching(/Error$/)]), stack: expect.stringContaining('at ')}]);

    const shown = await failing.goto(app.url + paths.category(id, 'A1'));
    expect(shown?.status()).toBe(500);
    const digest = (await failing.getByRole('alert').filter({hasText: t('site.unexpected-title')}).locator('.font-mono').textContent({timeout: 5000})) ?? '';
    expect(digest).toMatch(/^\d+/);
    await expect.poll(() => logged(app, 'unexpected error')).toHaveLength(2);
    expect(logged(app, 'unexpected error').at(-1)).toMatchObject({id: digest, requestId: shown?.headers()['x-request-id']});
    expect(app.lines().join('\n')).not.toContain('密语备注');
  } finally {
    await runSql(app, 'ALTER TABLE "Away" RENAME TO "Answer"');
    await failing.close();
  }
});

test('a server that is told to stop finishes the save that is under way, then ends with 0', async ({page, app}) => {
  const {id} = await newDraft(page);
  const body = JSON.stringify({answer: {value: 'under-way', note: '慢慢写'}, revision: 0});
  const save = open(app.url + paths.api.answer(id, 'A11'), {method: 'PUT', headers: {'content-type': 'application/json', 'content-length': Buffer.byteLength(body)}});
  save.write(body.slice(0, 20));
  const question = await openSocket(app.url);
  question.write(`GET ${HEALTH} HTTP/1.1\r\nHost: localhost\r\n`);
  await new Promise((resolve) => setTimeout(resolve, 500));

  const ended = app.end('SIGTERM');
  await expect.poll(() => logged(app, 'stopping')).toHaveLength(1);
  await expect(fetch(app.url + HEALTH)).rejects.toThrow();
  question.write('\r\n');
  const health = await readAll(question);
  expect(health).toMatch(/^HTTP\/1\.1 503 /);
  expect(health).toMatch(/^connection: close\r$/im);
  expect(health).toContain('"reason":"stopping"');

  const answer = answerTo(save);
  save.end(body.slice(20));
  const {status, headers, text} = await answer;
  expect({status, connection: headers.connection}).toEqual({status: 200, connection: 'close'});
  expect(JSON.parse(text)).toMatchObject({answer: {value: 'under-way', note: '慢慢写', revision: 1}});
  expect(await ended).toBe(0);
  await expect.poll(() => logged(app, 'stopped')).toMatchObject([{cut: 0}]);
  expect(await runSql(app, `SELECT "value", "note" FROM "Answer" WHERE "assessmentId" = '${id}'`)).toMatchObject([{value: 'under-way', note: '慢慢写'}]);
});

async function openSocket(url: string): Promise<Socket> {
  const {hostname, port} = new URL(url);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve) => void socket.once('connect', resolve));
  return socket;
}

async function readAll(socket: Socket): Promise<string> {
  let text = '';
  for await (const part of socket.setEncoding('utf8')) text += part as string;
  return text;
}

function answerTo(request: ClientRequest): Promise<{status: number | undefined; headers: IncomingMessage['headers']; text: string}> {
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('response', async (response) => {
      let text = '';
      for await (const part of response.setEncoding('utf8')) text += part as string;
      resolve({status: response.statusCode, headers: response.headers, text});
    });
  });
}
