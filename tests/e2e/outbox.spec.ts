import type {BrowserContext, Locator, Page} from '@playwright/test';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {expectAccessible} from './expect-accessible';
import type {AppServer} from '../support/app-server';
import {type Noise, expect, test} from './fixtures';
import {answer, arriveAt, choice, field, finalise, newDraft, openMore, putAnswers, saveState} from './journey';
import {Ledger, denyStorage, fillStorage} from './outbox';
import {startOf} from './words';

const SAVED = startOf('questionnaire.saved-at');
const PUT = '**/api/v1/assessments/*/answers/*';

/** A new draft, opened at its first category; gives its id. */
async function openDraft(page: Page): Promise<string> {
  const {id} = await newDraft(page);
  await page.goto(paths.category(id, 'A1'));
  return id;
}

/** From now on no save of this browser arrives. */
async function cut(context: BrowserContext, noise: Noise): Promise<void> {
  noise.expectFailure(0, /\/answers\//);
  await context.route(PUT, (route) => route.abort('connectionrefused'));
}

/** Saves arrive again; pages are told as a browser tells them. */
async function mend(context: BrowserContext): Promise<void> {
  await context.unroute(PUT);
  for (const page of context.pages()) await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

/** What a page says of all that is not saved. */
function notice(page: Page): Locator {
  return page.locator('[data-unsent]');
}

async function expectUnsaved(page: Page, t: Translate, n: number): Promise<void> {
  await expect(notice(page)).toContainText(t('outbox.count', {n: String(n)}));
  await expect(notice(page).getByRole('listitem')).toHaveCount(n);
}

/** Leaves a tab, which asks nothing. */
async function leave(page: Page): Promise<void> {
  const closed = page.waitForEvent('close');
  await page.close({runBeforeUnload: true});
  await closed;
}

/** As `leave` while no server is there: what a page sends as it ends goes past all that a test can put in its way. */
async function leaveInVain(page: Page, app: AppServer): Promise<void> {
  await app.end('SIGKILL');
  await leave(page);
  await app.revive();
}

test('the server dies in mid-page and comes back: what was answered meanwhile is shown as not saved, and arrives in order by itself', async ({page, t, noise, context, app}) => {
  const ledger = new Ledger(context);
  const id = await openDraft(page);
  await answer(page, 'A11', 'in-place');
  noise.expectFailure(0, /\/answers\//);
  await app.end('SIGKILL');
  try {
    await choice(page, 'A13', 'under-way').check();
    await choice(page, 'A12', 'in-place').check();
    await openMore(page, 'A14');
    await field(page, 'A14', 'note').fill('停机时写的');
    await choice(page, 'A14', 'unknown').check();
    for (const code of ['A12', 'A13', 'A14']) {
      await expect(saveState(page, code)).toContainText(t('questionnaire.offline'));
      await expect(saveState(page, code)).not.toContainText(SAVED);
    }
    await expectUnsaved(page, t, 3);
    await expect(notice(page)).toContainText(t('outbox.kept'));
    await expect(notice(page)).toContainText(startOf('outbox.retry-at'));
    await expect(saveState(page, 'A11')).toContainText(SAVED);
  } finally {
    await app.revive();
  }
  for (const code of ['A12', 'A13', 'A14']) await expect(saveState(page, code)).toContainText(SAVED, {timeout: 60_000});
  await expect(notice(page)).toBeEmpty();
  await page.goto(paths.changes(id));
  const log = await page.locator('li[id^="entry-"] h2').allTextContents();
  expect(log.map((title) => title.slice(0, 3)), 'newest first').toEqual(['A14', 'A12', 'A13', 'A11']);
  await ledger.balance(page.request, id, {A11: 1, A12: 1, A13: 1, A14: 1});
});

test('the network is cut for a minute while somebody goes on answering', async ({page, t, noise, context}) => {
  const ledger = new Ledger(context);
  const id = await openDraft(page);
  noise.expectFailure(0, /\/answers\//);
  await context.setOffline(true);
  for (const code of ['A11', 'A12', 'A13', 'A14', 'A15']) await choice(page, code, 'in-place').check();
  await expect(saveState(page, 'A11')).toContainText(t('questionnaire.offline'));
  await choice(page, 'A11', 'under-way').check();
  await expectUnsaved(page, t, 5);
  await page.waitForTimeout(60_000);
  await expectUnsaved(page, t, 5);
  await expect(saveState(page, 'A15')).not.toContainText(SAVED);
  await context.setOffline(false);
  for (const code of ['A11', 'A12', 'A13', 'A14', 'A15']) await expect(saveState(page, code)).toContainText(SAVED);
  await page.reload();
  await expect(choice(page, 'A11', 'under-way')).toBeChecked();
  // The first answer to A11 was sent in vain and may have arrived, so it is sent again before the second.
  await ledger.balance(page.request, id, {A11: 2, A12: 1, A13: 1, A14: 1, A15: 1});
});

test('a tab that is closed with unsent answers: the task list of a new one tells of them, the form shows them, and they are sent', async ({page, t, noise, context, app}) => {
  const ledger = new Ledger(context);
  const id = await openDraft(page);
  await cut(context, noise);
  await choice(page, 'A11', 'in-place').check();
  await openMore(page, 'A12');
  await field(page, 'A12', 'note').fill('还没选答案');
  await expectUnsaved(page, t, 2);
  const later = await context.newPage();
  await leaveInVain(page, app);

  await later.goto(paths.assessment(id));
  await expectUnsaved(later, t, 2);
  await expect(notice(later)).toContainText(t('questionnaire.answer-needed'));
  await expectAccessible(later, 'a task list with unsent answers');
  await notice(later).getByRole('link', {name: /^A11/}).click();
  await arriveAt(later, paths.category(id, 'A1'));
  await expect(choice(later, 'A11', 'in-place')).toBeChecked();
  await expect(saveState(later, 'A11')).toContainText(t('outbox.back'));
  await expect(saveState(later, 'A11')).not.toContainText(SAVED);
  await expect(field(later, 'A12', 'note')).toHaveValue('还没选答案');
  await mend(context);
  await expect(saveState(later, 'A11')).toContainText(SAVED);
  await choice(later, 'A12', 'unknown').check();
  await expect(saveState(later, 'A12')).toContainText(SAVED);
  await expect(notice(later)).toBeEmpty();
  await later.reload();
  await expect(field(later, 'A12', 'note')).toHaveValue('还没选答案');
  await ledger.balance(later.request, id, {A11: 1, A12: 1});
});

test('somebody else answers while an answer is unsent: after a reload both are shown and one is chosen', async ({page, t, noise, context}) => {
  const id = await openDraft(page);
  await cut(context, noise);
  await choice(page, 'A11', 'in-place').check();
  await expectUnsaved(page, t, 1);
  await putAnswers(page.request, id, {A11: {value: 'not-in-place', note: '别处存的'}});
  noise.expectFailure(409, /answers\/A11$/);
  await context.unroute(PUT);
  await page.reload();
  await expect(saveState(page, 'A11')).toContainText('别处存的');
  await expect(choice(page, 'A11', 'in-place')).toBeChecked();
  await page.goto(paths.assessment(id));
  await expect(notice(page)).toContainText(t('outbox.conflict'));
  await notice(page).getByRole('link', {name: /^A11/}).click();
  await saveState(page, 'A11').getByRole('button', {name: t('questionnaire.conflict-keep')}).click();
  await expect(saveState(page, 'A11')).toContainText(SAVED);
  await page.reload();
  await expect(choice(page, 'A11', 'in-place')).toBeChecked();
  await expect(notice(page)).toBeEmpty();
});

test('an acknowledgement that is lost: not shown as saved, sent again, and in the log once; what is typed meanwhile is no conflict', async ({page, t, noise, context}) => {
  const ledger = new Ledger(context);
  const id = await openDraft(page);
  noise.expectFailure(0, /answers\/A1[12]$/);
  let isLosing = true;
  await page.route(PUT, async (route) => {
    if (!isLosing) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await choice(page, 'A11', 'in-place').check();
  await expect(saveState(page, 'A11')).toContainText(t('questionnaire.offline'));
  await choice(page, 'A12', 'in-place').check();
  await choice(page, 'A11', 'under-way').check();
  await expectUnsaved(page, t, 2);
  isLosing = false;
  await saveState(page, 'A11').getByRole('button', {name: t('questionnaire.retry')}).click();
  for (const code of ['A11', 'A12']) await expect(saveState(page, code)).toContainText(SAVED);
  await page.reload();
  await expect(choice(page, 'A11', 'under-way')).toBeChecked();
  await ledger.balance(page.request, id, {A11: 2, A12: 1});
});

test('a busy server and a page that something in between put in place of its answer are waited for', async ({page, t, noise}) => {
  const id = await openDraft(page);
  noise.expectFailure(503, /answers\/A11$/);
  const message = t('errors.database-busy');
  let tries = 0;
  await page.route(PUT, async (route) => {
    tries += 1;
    if (tries === 1) await route.fulfill({status: 503, json: {error: {code: 'database-busy', message, issues: []}}});
    else if (tries === 2) await route.fulfill({status: 200, contentType: 'text/html', body: '<p>log in</p>'});
    else await route.continue();
  });
  await choice(page, 'A11', 'in-place').check();
  await expect(saveState(page, 'A11')).toContainText(message);
  await expect(saveState(page, 'A11')).not.toContainText(SAVED);
  await expect(saveState(page, 'A11')).toContainText(SAVED);
  expect(tries).toBe(3);
  await page.goto(paths.changes(id));
  await expect(page.locator('li[id^="entry-"]')).toHaveCount(1);
});

for (const {where, prepare} of [
  {where: 'in two tabs', prepare: async () => {}},
  {
    where: 'in two tabs over plain http, where a browser offers less',
    prepare: (context: BrowserContext) =>
      context.addInitScript(() => {
        Object.defineProperty(navigator, 'locks', {value: undefined});
        Object.defineProperty(crypto, 'randomUUID', {value: undefined});
      }),
  },
]) {
  test(`unsent answers ${where}: each tab sends its own, a closed one’s are taken over, and all arrive once`, async ({page, t, noise, context}) => {
    await prepare(context);
    const ledger = new Ledger(context);
    const id = await openDraft(page);
    const second = await context.newPage();
    await second.goto(paths.category(id, 'A1'));
    const third = await context.newPage();
    await third.goto(paths.category(id, 'A1'));
    await cut(context, noise);
    await choice(page, 'A11', 'in-place').check();
    await choice(second, 'A12', 'in-place').check();
    await choice(third, 'A13', 'in-place').check();
    await expectUnsaved(page, t, 3);
    await expect(notice(page)).toContainText(t('outbox.elsewhere'));
    await expect(choice(page, 'A12', 'in-place')).not.toBeChecked();
    await leave(third);
    await mend(context);
    await expect(notice(page)).toBeEmpty();
    await expect(notice(second)).toBeEmpty();
    await page.reload();
    for (const code of ['A11', 'A12', 'A13']) await expect(choice(page, code, 'in-place')).toBeChecked();
    await ledger.balance(page.request, id, {A11: 1, A12: 1, A13: 1});
  });
}

test('a tab that another has opened begins as its copy: it leaves the other’s unsent answers alone, and all arrive once', async ({page, t, noise, context}) => {
  const ledger = new Ledger(context);
  const id = await openDraft(page);
  await cut(context, noise);
  await choice(page, 'A11', 'in-place').check();
  await expectUnsaved(page, t, 1);
  const [copy] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void window.open(location.href))]);
  await expect(notice(copy)).toContainText(t('outbox.elsewhere'));
  await choice(copy, 'A12', 'in-place').check();
  await expectUnsaved(copy, t, 2);
  await choice(page, 'A11', 'under-way').check();
  await mend(context);
  await expect(notice(page)).toBeEmpty();
  await expect(notice(copy)).toBeEmpty();
  await page.reload();
  await expect(choice(page, 'A11', 'under-way')).toBeChecked();
  await expect(choice(page, 'A12', 'in-place')).toBeChecked();
  await ledger.balance(page.request, id, {A11: 2, A12: 1});
});

test('the page’s own button saves what could not be sent otherwise, and nothing of it is sent again', async ({page, t, noise, context}) => {
  const id = await openDraft(page);
  await cut(context, noise);
  await choice(page, 'A11', 'in-place').check();
  await expectUnsaved(page, t, 1);
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  await arriveAt(page, paths.category(id, 'A2'));
  await expect(notice(page)).toBeEmpty();
  await mend(context);
  await page.goto(paths.category(id, 'A1'));
  await expect(choice(page, 'A11', 'in-place')).toBeChecked();
  await page.goto(paths.changes(id));
  await expect(page.locator('li[id^="entry-"]')).toHaveCount(1);
});

for (const {what, prepare} of [
  {what: 'is full', prepare: (page: Page) => fillStorage(page)},
  {what: 'may keep nothing', prepare: (page: Page) => denyStorage(page.context())},
]) {
  test(`a browser that ${what} says so, and saves as soon as it can`, async ({page, t, noise, context}) => {
    await prepare(page);
    const ledger = new Ledger(context);
    const id = await openDraft(page);
    await answer(page, 'A11', 'in-place');
    await expect(notice(page)).toBeEmpty();
    await cut(context, noise);
    await choice(page, 'A12', 'in-place').check();
    await expectUnsaved(page, t, 1);
    await expect(notice(page)).toContainText(t('outbox.not-kept'));
    await expect(notice(page)).not.toContainText(t('outbox.kept'));
    await mend(context);
    await expect(saveState(page, 'A12')).toContainText(SAVED);
    await ledger.balance(page.request, id, {A11: 1, A12: 1});
  });
}

test('an assessment made final meanwhile: its task list tells, gives the text as a file, and lets it be given up', async ({page, t, noise, context, app}) => {
  const id = await openDraft(page);
  await putAnswers(page.request, id, {A15: 'in-place'});
  await cut(context, noise);
  await openMore(page, 'A11');
  await field(page, 'A11', 'note').fill('定稿前写的');
  await choice(page, 'A11', 'in-place').check();
  await expectUnsaved(page, t, 1);
  const later = await context.newPage();
  await leaveInVain(page, app);
  await finalise(later, t, id);
  noise.expectFailure(409, /answers\/A11$/);
  await context.unroute(PUT);
  await later.goto(paths.assessment(id));
  await expect(notice(later)).toContainText(t('errors.assessment-final'));
  await notice(later).getByText(t('outbox.text')).click();
  await expect(notice(later)).toContainText('定稿前写的');
  const [download] = await Promise.all([later.waitForEvent('download'), notice(later).getByRole('button', {name: t('outbox.download')}).click()]);
  expect(download.suggestedFilename()).toBe(t('outbox.file'));
  await notice(later).getByText(t('outbox.discard'), {exact: true}).click();
  await expectAccessible(later, 'unsent answers to a final assessment');
  await notice(later).getByRole('button', {name: t('outbox.discard-sure')}).click();
  await expect(notice(later)).toBeEmpty();
  await later.reload();
  await expect(notice(later)).toBeEmpty();
});

test('an assessment deleted meanwhile: its address still gives what was typed, until it is given up', async ({page, t, noise, context, app}) => {
  const id = await openDraft(page);
  await cut(context, noise);
  await choice(page, 'A11', 'in-place').check();
  await expectUnsaved(page, t, 1);
  const later = await context.newPage();
  await leaveInVain(page, app);
  // Deleted from another computer.
  const other = await context.browser()?.newPage();
  if (!other) throw new Error('no browser');
  await other.goto(app.url + paths.assessment(id));
  await other.locator('main details summary').last().click();
  await other.locator('main details button').last().click();
  await other.waitForURL(/profiles/);
  await other.close();
  noise.expectFailure(404, new RegExp(id));
  await context.unroute(PUT);
  await later.goto(paths.category(id, 'A1'));
  await expect(notice(later)).toContainText(t('errors.not-found'));
  await expect(notice(later)).toContainText('A11');
  await expectAccessible(later, 'unsent answers to a deleted assessment');
  await notice(later).getByText(t('outbox.discard'), {exact: true}).click();
  await notice(later).getByRole('button', {name: t('outbox.discard-sure')}).click();
  await expect(notice(later)).toBeEmpty();
});

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({language});

    test('axe finds nothing on a page with unsent answers, and a phone does not scroll sideways', async ({page, t, noise, context}) => {
      await openDraft(page);
      await cut(context, noise);
      await choice(page, 'A11', 'in-place').check();
      await choice(page, 'A12', 'not-applicable').check();
      await expectUnsaved(page, t, 2);
      await notice(page).getByText(t('outbox.text')).click();
      await expectAccessible(page, 'unsent answers');
    });
  });
}
