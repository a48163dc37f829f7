import type {Page, Request} from '@playwright/test';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {type Noise, expect, test} from './fixtures';
import {answer, arriveAt, choice, field, finalise, isSave, measure, newDraft, openMore, putAnswers, saveState, saving} from './journey';
import {fillStorage} from './outbox';
import {startOf} from './words';

const SAVED = startOf('questionnaire.saved-at');
const PUT = '**/api/v1/assessments/*/answers/*';

/** All saving requests of a page from now on. */
function recordSaves(page: Page): Request[] {
  const saves: Request[] = [];
  page.on('request', (request) => {
    if (isSave(request)) saves.push(request);
  });
  return saves;
}

/** A new draft, opened at its first category; gives its id. */
async function openNewDraft(page: Page): Promise<string> {
  const {id} = await newDraft(page);
  await page.goto(paths.category(id, 'A1'));
  return id;
}

/** As `openNewDraft`, with one measure answered and its note and evidence open. */
async function openAnswered(page: Page, t: Translate, code: string): Promise<string> {
  const id = await openNewDraft(page);
  await answer(page, code, 'in-place');
  await openMore(page, code);
  return id;
}

/** Answers A11 while saving finds no server, until the page says so. */
async function answerInVain(page: Page, t: Translate, noise: Noise): Promise<void> {
  noise.expectFailure(0, /answers\/A11$/);
  await page.route(PUT, (route) => route.abort('connectionrefused'));
  await choice(page, 'A11', 'under-way').check();
  await expect(saveState(page, 'A11')).toContainText(t('questionnaire.offline'));
  await expect(choice(page, 'A11', 'under-way')).toBeChecked();
}

/** Sends the first category with its button, which leads to the second, and opens it again. */
async function sendAndReturn(page: Page, t: Translate, id: string): Promise<void> {
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  await arriveAt(page, paths.category(id, 'A2'));
  await page.goto(paths.category(id, 'A1'));
}

/** Tries to leave; the browser asks first, and the answer is to stay. */
async function leaveInVain(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog');
  await page.close({runBeforeUnload: true});
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
}

/** The page says that a measure is saved. */
async function expectSaved(page: Page, code: string): Promise<void> {
  await expect(saveState(page, code)).toContainText(SAVED);
}

test('each answer is one request, shows that it is saved, and is there after a reload', async ({page, t}) => {
  const saves = recordSaves(page);
  const id = await openNewDraft(page);
  await expect(saveState(page, 'A11')).toBeEmpty();
  const given = {A11: 'in-place', A12: 'under-way', A13: 'not-in-place', A14: 'unknown', A15: 'in-place'} as const;
  for (const [code, value] of Object.entries(given)) {
    await answer(page, code, value);
    await expectSaved(page, code);
  }
  expect(saves.map((request) => request.postDataJSON().answer.value)).toEqual(Object.values(given));

  // A changed mind is one more request; looking around is none.
  await answer(page, 'A12', 'in-place');
  expect(saves).toHaveLength(6);
  await page.reload();
  const stored = {...given, A12: 'in-place'} as const;
  for (const [code, value] of Object.entries(stored)) {
    await expect(choice(page, code, value)).toBeChecked();
    await expectSaved(page, code);
  }
  for (const [code, value] of Object.entries(stored)) await choice(page, code, value).click();
  await page.goto(paths.assessment(id));
  await expect(page.getByText(t('assessment.progress', {answered: 5, total: 45}))).toBeVisible();
  expect(saves, 'looking at saved answers saves nothing').toHaveLength(6);
});

test('“saving” is shown until the server has answered', async ({page, t}) => {
  await openNewDraft(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(PUT, async (route) => {
    await held;
    await route.continue();
  });
  await choice(page, 'A11', 'in-place').check();
  await expect(saveState(page, 'A11')).toContainText(t('questionnaire.saving'));
  release();
  await expectSaved(page, 'A11');
});

test('coming back goes on at the first category that is not done', async ({page, t}) => {
  const {id, industry} = await newDraft(page);
  await putAnswers(page.request, id, {A11: 'in-place', A12: 'in-place', A13: 'in-place', A14: 'in-place', A15: 'in-place', A21: 'in-place', B11: 'in-place'});
  await page.goto(paths.start());
  const draft = page.getByRole('listitem').filter({hasText: industry});
  await expect(draft).toContainText(t('assessment.progress', {answered: 7, total: 45}));
  await draft.getByRole('link', {name: t('start.continue')}).click();
  await arriveAt(page, paths.category(id, 'A2'));
  await expect(choice(page, 'A21', 'in-place')).toBeChecked();
  await page.goto(paths.assessment(id));
  await page.getByRole('link', {name: startOf('assessment.continue')}).click();
  await arriveAt(page, paths.category(id, 'A2'));
});

test('when the server can’t be reached it says so, keeps the answer, and a retry saves it', async ({page, t, noise}) => {
  await openNewDraft(page);
  await answerInVain(page, t, noise);
  await page.unroute(PUT);
  expect(await saving(page, 'A11', () => saveState(page, 'A11').getByRole('button', {name: t('questionnaire.retry')}).click())).toBe(200);
  await expectSaved(page, 'A11');
  await page.reload();
  await expect(choice(page, 'A11', 'under-way')).toBeChecked();
});

test('on a phone, what is not saved is told in sight of the answer and of the note', async ({page, t, noise}) => {
  await page.setViewportSize({width: 360, height: 780});
  await openAnswered(page, t, 'A11');
  await answerInVain(page, t, noise);
  await expect(saveState(page, 'A11')).toBeInViewport({ratio: 1});
  await expect(choice(page, 'A11', 'under-way')).toBeInViewport();
  await field(page, 'A11', 'note').fill('没有网络时写的');
  await expect(saveState(page, 'A11')).toContainText(t('questionnaire.not-saved'));
  await expect(saveState(page, 'A11')).toBeInViewport({ratio: 1});
  await page.unroute(PUT);
  expect(await saving(page, 'A11', () => saveState(page, 'A11').getByRole('button', {name: t('questionnaire.retry')}).click())).toBe(200);
  await expectSaved(page, 'A11');
});

test('the page’s button loses nothing either when the server can’t be reached, and works once it can', async ({page, t, noise, context}) => {
  const id = await openAnswered(page, t, 'A11');
  noise.expectFailure(0, /answers\/A1[12]$/);
  noise.expectFailure(0, /categories\/A1$/);
  await context.setOffline(true);
  await field(page, 'A11', 'note').fill('断网时写的');
  await choice(page, 'A12', 'under-way').check();
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  const summary = page.getByRole('alert').filter({hasText: t('questionnaire.offline')});
  await expect(summary).toBeFocused();
  await expect(field(page, 'A11', 'note')).toHaveValue('断网时写的');
  await expect(choice(page, 'A12', 'under-way')).toBeChecked();

  await context.setOffline(false);
  await sendAndReturn(page, t, id);
  await expect(field(page, 'A11', 'note')).toHaveValue('断网时写的');
  await expect(choice(page, 'A12', 'under-way')).toBeChecked();
});

test('leaving with something unsaved asks first where the browser can’t keep it', async ({page, t, noise}) => {
  await fillStorage(page);
  await openNewDraft(page);
  await answerInVain(page, t, noise);
  await leaveInVain(page);
  await expect(choice(page, 'A11', 'under-way')).toBeChecked();
});

test('a note that comes before its answer waits for one: it says so, leaving asks first where it can’t be kept, and the answer saves both', async ({page, t}) => {
  await fillStorage(page);
  const saves = recordSaves(page);
  await openNewDraft(page);
  await openMore(page, 'A11');
  const note = field(page, 'A11', 'note');
  await note.fill('先写了备注');
  await note.blur();
  await expect(saveState(page, 'A11')).toContainText(t('questionnaire.answer-needed'));
  await leaveInVain(page);
  expect(saves).toHaveLength(0);

  await answer(page, 'A11', 'in-place');
  await expectSaved(page, 'A11');
  await page.reload();
  await expect(note).toHaveValue('先写了备注');

  await openMore(page, 'A12');
  await field(page, 'A12', 'note').fill('又删了');
  await field(page, 'A12', 'note').blur();
  await expect(saveState(page, 'A12')).toContainText(t('questionnaire.answer-needed'));
  await field(page, 'A12', 'note').fill('');
  await field(page, 'A12', 'note').blur();
  await expect(saveState(page, 'A12')).toBeEmpty();
});

test('nothing can be typed into a form that is on its way, so that a refusal loses nothing', async ({page, t, noise}) => {
  const id = await openAnswered(page, t, 'A11');
  noise.expectFailure(400, /answers\/A11$/);
  await field(page, 'A11', 'evidence.0.link').fill('ftp://example.org');
  await page.route('**/categories/A1', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const form = page.locator('form:has(#A11)');
    await expect(form).toHaveAttribute('inert');
    await page.keyboard.type('丢失');
    return route.continue();
  });
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  await expect(page.getByRole('alert').filter({hasText: t('site.error-title')})).toBeFocused();
  await expect(field(page, 'A11', 'evidence.0.link')).toHaveValue('ftp://example.org');
  await expect(page.locator('form:has(#A11)')).not.toHaveAttribute('inert');
  await page.unroute('**/categories/A1');
  await field(page, 'A11', 'evidence.0.link').fill('https://example.org');
  await field(page, 'A11', 'evidence.0.title').fill('规划');
  await sendAndReturn(page, t, id);
  await expect(field(page, 'A11', 'evidence.0.link')).toHaveValue('https://example.org');
});

test('“not applicable” waits for its reason', async ({page, t}) => {
  const saves = recordSaves(page);
  await openNewDraft(page);
  await expect(field(page, 'A11', 'reason')).toBeHidden();
  await choice(page, 'A11', 'not-applicable').check();
  await expect(saveState(page, 'A11')).toContainText(t('questionnaire.reason-needed'));
  expect(saves).toHaveLength(0);
  await field(page, 'A11', 'reason').fill('没有邮政网点');
  expect(await saving(page, 'A11', () => field(page, 'A11', 'reason').blur())).toBe(200);
  await expectSaved(page, 'A11');
  await page.reload();
  await expect(choice(page, 'A11', 'not-applicable')).toBeChecked();
  await expect(field(page, 'A11', 'reason')).toHaveValue('没有邮政网点');
});

test('what is typed is saved after a pause, without leaving the field', async ({page, t}) => {
  await openAnswered(page, t, 'A11');
  expect(await saving(page, 'A11', () => field(page, 'A11', 'note').pressSequentially('每周更新'))).toBe(200);
  await expect(field(page, 'A11', 'note')).toBeFocused();
  await page.reload();
  await expect(field(page, 'A11', 'note')).toHaveValue('每周更新');
});

test('evidence records are saved with the answer and shown on the result', async ({page, t}) => {
  const id = await openAnswered(page, t, 'A11');
  const first = {title: '电商发展规划', documentNumber: '光政〔2016〕12号', issuer: '光山县人民政府', date: '2016-03-05', link: 'https://example.org/plan'};
  for (const [name, text] of Object.entries(first)) await field(page, 'A11', `evidence.0.${name}`).fill(text);
  await measure(page, 'A11').getByRole('button', {name: t('questionnaire.evidence-add')}).click();
  await field(page, 'A11', 'evidence.1.title').fill('培训台账');
  await field(page, 'A11', 'evidence.1.kind').selectOption('ledger');
  const date = field(page, 'A11', 'evidence.1.date');
  await date.fill('2017');
  expect(await saving(page, 'A11', () => date.blur(), '"2017"')).toBe(200);
  await expectSaved(page, 'A11');
  await page.reload();
  await expect(date).toHaveValue('2017');
  for (const [name, text] of Object.entries(first)) await expect(field(page, 'A11', `evidence.0.${name}`)).toHaveValue(text);
  await expect(field(page, 'A11', 'evidence.1.kind')).toHaveValue('ledger');

  await finalise(page, t, id);
  const row = measure(page, 'A11');
  const link = row.getByRole('link', {name: first.title});
  await expect(link).toHaveAttribute('href', first.link);
  for (const text of [first.documentNumber, first.issuer, first.date]) await expect(link).toContainText(text);
  await expect(row).toContainText('培训台账');
});

test('over-long text, a bad link and a bad date are told beside their fields, and nothing typed is lost', async ({page, t, noise}) => {
  await openAnswered(page, t, 'A11');
  noise.expectFailure(400, /answers\/A11$/);
  const bad = [
    {name: 'note', text: '长'.repeat(2001), message: t('issues.too-long', {max: 2000}), good: '长'.repeat(2000)},
    {name: 'evidence.0.title', text: '题'.repeat(201), message: t('issues.too-long', {max: 200}), good: '题名'},
    {name: 'evidence.0.link', text: 'ftp://example.org/plan', message: t('issues.bad-link'), good: 'https://example.org/plan'},
    {name: 'evidence.0.date', text: '2016-13-40', message: t('issues.bad-date'), good: '2016-12-30'},
  ];
  for (const {name, text} of bad) await field(page, 'A11', name).fill(text);
  await field(page, 'A11', 'evidence.0.date').blur();
  for (const {name, text, message} of bad) {
    await expect(page.locator(`[id="A11.${name}-error"]`)).toHaveText(message);
    await expect(field(page, 'A11', name)).toHaveValue(text);
  }
  await expect(saveState(page, 'A11')).toContainText(t('questionnaire.not-saved'));

  for (const {name, good} of bad) await field(page, 'A11', name).fill(good);
  await field(page, 'A11', 'evidence.0.date').blur();
  await expectSaved(page, 'A11');
  for (const {name} of bad) await expect(page.locator(`[id="A11.${name}-error"]`)).toHaveCount(0);
  await page.reload();
  for (const {name, good} of bad) await expect(field(page, 'A11', name)).toHaveValue(good);
});

test('the page’s button says the same of bad input, at the top and beside the fields, and keeps everything', async ({page, t, noise}) => {
  const id = await openAnswered(page, t, 'A12');
  noise.expectFailure(400, /answers\/A12$/);
  await field(page, 'A12', 'evidence.0.title').fill('规划');
  await field(page, 'A12', 'evidence.0.link').fill('javascript:alert(1)');
  await field(page, 'A12', 'evidence.0.link').blur();
  await expect(saveState(page, 'A12')).toContainText(t('questionnaire.not-saved'));
  await choice(page, 'A13', 'not-applicable').check();
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();

  const summary = page.getByRole('alert').filter({hasText: t('site.error-title')});
  await expect(summary).toBeFocused();
  await summary.getByRole('link', {name: t('issues.reason-missing')}).click();
  await expect(field(page, 'A13', 'reason')).toBeFocused();
  await summary.getByRole('link', {name: t('issues.bad-link')}).click();
  await expect(field(page, 'A12', 'evidence.0.link')).toBeFocused();
  await expect(field(page, 'A12', 'evidence.0.link')).toHaveValue('javascript:alert(1)');
  await expect(field(page, 'A12', 'evidence.0.title')).toHaveValue('规划');

  await field(page, 'A12', 'evidence.0.link').fill('https://example.org');
  await field(page, 'A13', 'reason').fill('没有网点');
  await sendAndReturn(page, t, id);
  await expect(field(page, 'A12', 'evidence.0.link')).toHaveValue('https://example.org');
  await expect(field(page, 'A13', 'reason')).toHaveValue('没有网点');
});
