import type {Page} from '@playwright/test';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {JPEG_PICTURE, makePng} from '../support/pictures';
import {expectAccessible} from './expect-accessible';
import {expect, test} from './fixtures';
import {arriveAt} from './journey';

// The settings are the whole office's: other tests must not see them change.
test.use({ownDatabase: 'report-settings'});

const save = (page: Page, t: Translate) => page.getByRole('button', {name: t('settings.save')}).click();
const picture = (name: string, mimeType: string, buffer: Buffer) => ({name, mimeType, buffer});
const LOGO = picture('logo.png', 'image/png', makePng(240, 120));

async function open(page: Page, {name, author}: {name?: string; author?: string} = {}): Promise<void> {
  await page.goto(paths.settings());
  if (name !== undefined) await page.locator('[name="name"]').fill(name);
  if (author !== undefined) await page.locator('[name="author"]').fill(author);
}

async function expectTexts(page: Page, name: string, author: string): Promise<void> {
  await expect(page.locator('[name="name"]')).toHaveValue(name);
  await expect(page.locator('[name="author"]')).toHaveValue(author);
}

/** The present logo, as the browser shows it. */
async function expectLogo(page: Page, t: Translate, width: number): Promise<void> {
  const image = page.getByRole('img', {name: t('settings.logo-now')});
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(width);
}

test('name, author and logo are set once; the logo comes as a picture and can go again', async ({page, t}) => {
  expect((await page.request.get('/settings/logo')).status()).toBe(404);
  await page.goto(paths.start());
  await page.getByRole('link', {name: t('settings.title')}).click();
  await arriveAt(page, '/settings');
  await expectAccessible(page, 'empty settings');
  await open(page, {name: '  清河县商务局 ', author: '电商股'});
  await page.locator('[name="logo"]').setInputFiles(LOGO);
  await save(page, t);
  await expect(page.getByRole('status')).toHaveText(t('settings.saved'));
  await expectTexts(page, '清河县商务局', '电商股');
  await expectLogo(page, t, 240);
  await expectAccessible(page, 'settings with a logo');

  const {headers} = await page.request.get('/settings/logo').then((response) => ({headers: response.headers()}));
  expect(headers).toMatchObject({'content-type': 'image/png', 'x-content-type-options': 'nosniff'});

  await page.locator('[name="logo"]').setInputFiles(picture('标志.jpg', 'image/jpeg', JPEG_PICTURE));
  await save(page, t);
  await expectLogo(page, t, 24);

  await page.getByLabel(t('settings.logo-remove')).check();
  await save(page, t);
  await expect(page.getByRole('status')).toHaveText(t('settings.saved'));
  await expect(page.getByRole('img')).toHaveCount(0);
  await expectTexts(page, '清河县商务局', '电商股');
});

const BAD = [
  ['a text named .png', 'not-a-picture', picture('logo.png', 'image/png', Buffer.from('这不是图片'))],
  ['a file of 0 bytes', 'empty', picture('leer.png', 'image/png', Buffer.alloc(0))],
  ['an SVG', 'other-picture', picture('logo.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))],
  ['a too large file', 'too-large', picture('logo.png', 'image/png', Buffer.concat([makePng(9, 9), Buffer.alloc(1024 * 1024)]))],
  ['a PNG cut in half', 'damaged', picture('logo.png', 'image/png', makePng(200, 200).subarray(0, 180))],
] as const;

for (const scripted of [true, false]) {
  test.describe(scripted ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({javaScriptEnabled: scripted});

    test('a file that is no logo is refused with its reason, and what was typed stays', async ({page, t}) => {
      await open(page, {name: '', author: ''});
      await save(page, t);
      for (const [, problem, file] of BAD) {
        await open(page, {name: '新写的单位', author: '新写的人'});
        await page.locator('[name="logo"]').setInputFiles(file);
        await save(page, t);
        const link = page.locator('main').getByRole('alert').getByRole('link');
        await expect(link).toHaveText(t(`settings.logo-problem.${problem}`, {side: 4000}));
        await expect(link).toHaveAttribute('href', '#logo');
        await expectTexts(page, '新写的单位', '新写的人');
      }
      await open(page);
      await expectTexts(page, '', '');
    });

    test('every problem is named at once, and a sound picture is asked for again', async ({page, t}) => {
      await open(page, {name: '长'.repeat(61), author: '作'.repeat(41)});
      await page.locator('[name="logo"]').setInputFiles(LOGO);
      await save(page, t);
      const links = page.locator('main').getByRole('alert').getByRole('link');
      await expect(links).toHaveText([t('issues.too-long', {max: 60}), t('issues.too-long', {max: 40}), t('settings.choose-again')]);
      await expectTexts(page, '长'.repeat(61), '作'.repeat(41));
    });

    test('of two who save at once the second is told what the first saved, and may save again', async ({page, t, context}) => {
      const mark = scripted ? '甲' : '乙';
      await open(page, {name: `后存的单位${mark}`});
      const first = await context.newPage();
      await open(first, {name: `先存的单位${mark}`, author: '先存的人'});
      await save(first, t);
      await expect(first.getByRole('status')).toHaveText(t('settings.saved'));

      await save(page, t);
      await expect(page.locator('main').getByRole('alert').getByRole('link')).toHaveText(
        t('settings.conflict', {name: `先存的单位${mark}`, author: '先存的人', logo: 'no'}),
      );
      await expect(page.locator('[name="name"]')).toHaveValue(`后存的单位${mark}`);
      await first.reload();
      await expect(first.locator('[name="name"]')).toHaveValue(`先存的单位${mark}`);
      await save(page, t);
      await expect(page.getByRole('status')).toHaveText(t('settings.saved'));
    });
  });
}

test.describe('in English', () => {
  test.use({language: 'en'});

  test('the settings and their problems are English', async ({page, t}) => {
    await open(page, {name: 'Office of <b>Commerce</b> & "Trade"'});
    await page.locator('[name="logo"]').setInputFiles(BAD[0][2]);
    await save(page, t);
    await expect(page.locator('main').getByRole('alert')).toContainText(t('settings.logo-problem.not-a-picture'));
    expect(await page.locator('main').innerText()).not.toMatch(/\p{Script=Han}/u);
    await save(page, t);
    await expect(page.locator('[name="name"]')).toHaveValue('Office of <b>Commerce</b> & "Trade"');
    await expect(page.getByRole('status')).toHaveText(t('settings.saved'));
  });
});
