import {readFile, writeFile} from 'node:fs/promises';
import type {BrowserContextOptions, Locator, Page} from '@playwright/test';
import type {ProfileArchive} from '@/lib/archive/archive-schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {type AppServer, START_LIMIT, startAppServer} from '../support/app-server';
import {ticksOf} from './answer-sets';
import {expectAccessible} from './expect-accessible';
import {Noise, test as base, expect} from './fixtures';
import {QINGHE, finalise, newDraft, newFinal, putAnswers} from './journey';
import {startOf, wordsOf} from './words';

/** Another installation: a second server with a database of its own. */
let other: AppServer;

const test = base.extend<{openThere: (options?: BrowserContextOptions) => Promise<Page>}>({
  openThere: async ({browser}, use) => {
    const noise = new Noise(other.url);
    const opened: Page[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({...options, baseURL: other.url});
      noise.watch(context);
      opened.push(await context.newPage());
      return opened.at(-1)!;
    });
    for (const page of opened) await page.context().close();
    expect(noise.report()).toEqual([]);
  },
});

test.beforeAll(async () => {
  test.setTimeout(START_LIMIT + 30_000);
  other = await startAppServer();
});

test.afterAll(async () => other.stop());

/** What the page tells as an alert; Next's own announcer stands outside of it. */
function alertOf(page: Page): Locator {
  return page.locator('main').getByRole('alert');
}

/** Saves the archive of a profile by the link on its page. */
async function download(page: Page, t: Translate, profileId: string): Promise<{name: string; text: string}> {
  await page.goto(paths.profile(profileId));
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', {name: t('archive.download')}).click()]);
  return {name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8')};
}

/** Uploads a file on the import page that stands open. */
async function upload(page: Page, t: Translate, text: string): Promise<void> {
  await page.locator('[name="file"]').setInputFiles({name: '档案.json', mimeType: 'application/json', buffer: Buffer.from(text)});
  await page.getByRole('button', {name: t('archive.read')}).click();
}

const withoutTime = (text: string): ProfileArchive => ({...JSON.parse(text), exportedAt: ''});

for (const language of ['zh-CN', 'en'] as const) {
  test(`a profile goes into another installation (${language})`, async ({page, openThere, t: chinese}) => {
    const t = wordsOf(language);
    const {profileId, industry} = await newFinal(page, chinese, ticksOf('qinghe'), QINGHE);
    await page.context().addCookies([{name: 'locale', value: language, url: new URL('/', page.url()).href}]);
    const file = await download(page, t, profileId);
    expect(file.name).toMatch(new RegExp(`^${QINGHE.name}-.+\\.json$`));

    const there = await openThere();
    await there.context().addCookies([{name: 'locale', value: language, url: other.url}]);
    await there.goto(paths.profiles());
    await there.getByRole('link', {name: t('archive.import-link')}).click();
    await expectAccessible(there, 'the import page');
    await there.getByRole('button', {name: t('archive.read')}).click();
    await expect(alertOf(there).getByRole('link', {name: t('archive.file-missing')})).toHaveAttribute('href', '#file');

    await upload(there, t, file.text);
    await expect(there.getByRole('heading', {name: t('archive.preview-title')})).toBeVisible();
    await expect(there.locator('main')).toContainText(industry);
    await expect(there.getByRole('row', {name: t('stage.numeral', {stage: '3'})})).toContainText('45');
    await expectAccessible(there, 'the preview');
    await there.getByRole('button', {name: t('archive.confirm')}).click();
    await there.waitForURL(`**${paths.profile(profileId)}`);
    await expect(there.locator('main')).toContainText(t('stage.numeral', {stage: '3'}));
    expect(withoutTime((await download(there, t, profileId)).text)).toEqual(withoutTime(file.text));

    // A second time it is another profile, and whoever imports it is told before.
    await there.goto(paths.importArchive());
    await upload(there, t, file.text);
    await expect(there.getByText(t('archive.clash'))).toBeVisible();
    await expectAccessible(there, 'the preview of a second one');
    await there.getByRole('button', {name: t('archive.confirm-second')}).click();
    await there.waitForURL((url) => /\/profiles\/[0-9a-f-]{36}$/.test(url.pathname) && !url.pathname.endsWith(profileId));
    await there.goto(paths.profile(profileId));
    expect(withoutTime((await download(there, t, profileId)).text)).toEqual(withoutTime(file.text));
  });

  test(`a file that can't be imported is refused with all that is wrong (${language})`, async ({page, t: chinese}) => {
    const t = wordsOf(language);
    const {profileId, id} = await newDraft(page);
    await putAnswers(page.request, id, {A11: {value: 'in-place', note: '<b>说明</b>'}});
    await finalise(page, chinese, id);
    const {text} = await download(page, chinese, profileId);
    await page.context().addCookies([{name: 'locale', value: language, url: new URL('/', page.url()).href}]);
    await page.goto(paths.importArchive());
    const alert = alertOf(page);

    await upload(page, t, text.slice(0, 500));
    await expect(alert).toContainText(t('archive.problem.not-json'));
    await upload(page, t, text.replace('"in-place"', '"not-in-place"').replace('"county": "光山县"', '"county": "别县"'));
    await expect(alert).toContainText(t('archive.refused-count', {count: 4}));
    await expect(alert).toContainText('assessments[0].answerHash');
    await expect(alert).toContainText(t('archive.problem.other-answer-hash'));
    await expect(alert).toContainText(startOf('archive.problem.division-names', language));
    await expectAccessible(page, 'a refused file');
    const large = test.info().outputPath('large.json');
    await writeFile(large, Buffer.alloc(21 * 1024 * 1024, ' '));
    await page.locator('[name="file"]').setInputFiles(large);
    await page.getByRole('button', {name: t('archive.read')}).click();
    await expect(alert).toContainText(t('archive.problem.too-large'));
    await page.goto(paths.profiles());
    await expect(page.locator('main')).not.toContainText('别县');
  });
}

test('what was imported meanwhile is told before a second one is made', async ({page, openThere, t}) => {
  const {profileId} = await newDraft(page);
  const {text} = await download(page, t, profileId);
  const there = await openThere();
  const rival = await openThere();
  for (const each of [there, rival]) {
    await each.goto(paths.importArchive());
    await upload(each, t, text);
    await expect(each.getByRole('button', {name: t('archive.confirm'), exact: true})).toBeVisible();
  }
  await rival.getByRole('button', {name: t('archive.confirm'), exact: true}).click();
  await rival.waitForURL(`**${paths.profile(profileId)}`);
  await there.getByRole('button', {name: t('archive.confirm'), exact: true}).click();
  await expect(alertOf(there)).toContainText(t('archive.changed'));
  await expect(there.getByText(t('archive.clash'))).toBeVisible();
});

test('a confirmation that does not reach the server keeps the preview', async ({page, noise, t}) => {
  const {profileId} = await newDraft(page);
  const {text} = await download(page, t, profileId);
  await page.goto(paths.importArchive());
  await upload(page, t, text);
  const confirm = page.getByRole('button', {name: t('archive.confirm-second')});
  await expect(confirm).toBeVisible();
  noise.expectFailure(0, /\/profiles\/import$/);
  await page.route('**/profiles/import', (route) => route.abort());
  await confirm.click();
  await expect(alertOf(page)).toContainText(t('questionnaire.offline'));
  await page.unroute('**/profiles/import');
  await confirm.click();
  await page.waitForURL(/\/profiles\/[0-9a-f-]{36}$/);
});

test.describe('without JavaScript', () => {
  test('a profile is looked at, refused, confirmed and imported', async ({page, openThere, t}) => {
    const {profileId} = await newFinal(page, t, ticksOf('qinghe'), QINGHE);
    const {text} = await download(page, t, profileId);
    const plain = await openThere({javaScriptEnabled: false});
    await plain.goto(paths.importArchive());
    await plain.getByRole('button', {name: t('archive.read')}).click();
    await expect(alertOf(plain)).toContainText(t('archive.file-missing'));
    await upload(plain, t, text.slice(0, -20));
    await expect(alertOf(plain)).toContainText(t('archive.problem.not-json'));
    await upload(plain, t, `\ufeff${text}`);
    await expect(plain.getByRole('heading', {name: t('archive.preview-title')})).toBeVisible();
    await plain.getByRole('button', {name: t('archive.confirm'), exact: true}).click();
    await plain.waitForURL(`**${paths.profile(profileId)}`);
    await expect(plain.locator('main')).toContainText(t('stage.numeral', {stage: '3'}));
    const again = await plain.request.get(`${other.url}${paths.archive(profileId)}`);
    expect(withoutTime(await again.text())).toEqual(withoutTime(text));
  });
});

test('the schema is served, and an archive that is not there is told as JSON', async ({request}) => {
  const schema = await request.get('/api/v1/schemas/profile-archive-2');
  expect(await schema.json()).toMatchObject({title: 'County profile archive'});
  expect((await request.get('/api/v1/schemas/nothing')).status()).toBe(404);
  const missing = await request.get(paths.archive('nothing'));
  expect(missing.status()).toBe(404);
  expect(await missing.json()).toMatchObject({error: {code: 'not-found'}});
});
