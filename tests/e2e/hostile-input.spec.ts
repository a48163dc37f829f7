import type {Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {ticksOf} from './answer-sets';
import {expect, test} from './fixtures';
import {answer, arriveAt, field, finalise, idIn, measure, newDraft, openMore, putAnswers, startAssessment} from './journey';
import {wordsOf} from './words';

const SCRIPT = '<script>window.hacked = 1</script>';
const IMAGE = '"><img src=x onerror="window.hacked = 1">';
const STYLE = '</style><script>window.hacked = 1</script>';
const UNKNOWN_ID = '00000000-0000-7000-8000-000000000000';

/** Nothing that was typed has run, and none of it has become an element. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as unknown as {hacked?: number}).hacked)).toBeUndefined();
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  await expect(page.locator('main script', {hasText: 'hacked'})).toHaveCount(0);
}

/** Enters a county by hand. */
async function createByHand(page: Page, typed: {county: string; prefecture: string; province: string; industry: string}): Promise<void> {
  const t = wordsOf('zh-CN');
  await page.goto(paths.newProfile());
  await page.getByText(t('profile.by-hand')).click();
  for (const [name, text] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(text);
  await page.getByRole('button', {name: t('profile.save-new')}).click();
}

test('script in names, notes, reasons and evidence is shown as text on every page', async ({page, t}) => {
  page.on('dialog', (dialog) => {
    throw new Error(`A dialog opened: ${dialog.message()}`);
  });
  const county = `${STYLE}县`.slice(0, 40);
  const industry = `${IMAGE}羽绒`;
  await createByHand(page, {county, prefecture: '"\'`${7*7}市', province: '&lt;省&amp;', industry});
  await page.waitForURL('**/assessments/new');
  const profileId = idIn(page);
  const id = await startAssessment(page, t);
  await expect(page.locator('main')).toContainText(county);
  await expect(page.locator('main')).toContainText(industry);
  await expectHarmless(page);

  await page.goto(paths.category(id, 'A1'));
  await answer(page, 'A11', 'in-place');
  await openMore(page, 'A11');
  await field(page, 'A11', 'note').fill(`${SCRIPT}\n${IMAGE}`);
  await field(page, 'A11', 'evidence.0.title').fill(SCRIPT);
  await field(page, 'A11', 'evidence.0.issuer').fill(IMAGE);
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  await arriveAt(page, paths.category(id, 'A2'));
  await putAnswers(page.request, id, {A12: {value: 'not-applicable', reason: `${STYLE}${IMAGE}`}});
  await page.goto(paths.category(id, 'A1'));
  await expect(field(page, 'A11', 'note')).toHaveValue(`${SCRIPT}\n${IMAGE}`);
  await expect(field(page, 'A11', 'evidence.0.title')).toHaveValue(SCRIPT);
  await expectHarmless(page);

  await page.goto(paths.check(id));
  await expect(measure(page, 'A11')).toContainText(SCRIPT);
  await expectHarmless(page);
  await finalise(page, t, id);
  for (const text of [SCRIPT, IMAGE]) await expect(measure(page, 'A11')).toContainText(text);
  await expect(measure(page, 'A12')).toContainText(`${STYLE}${IMAGE}`);
  await expect(page.getByRole('heading', {level: 1})).toContainText(county);
  await expectHarmless(page);

  for (const path of [paths.start(), paths.profiles(), paths.profile(profileId), paths.editProfile(profileId), paths.compare([`p:${profileId}`, 'b:qinghe'])]) {
    await page.goto(path);
    await expect(page.getByRole('heading', {level: 1})).toBeVisible();
    await expectHarmless(page);
  }
  await page.goto(`${paths.profiles()}?search=${encodeURIComponent(SCRIPT)}`);
  await expect(page.getByText(t('profiles.none-found', {search: SCRIPT}))).toBeVisible();
  await expectHarmless(page);
});

test('a link that is no web address never becomes one', async ({page, t}) => {
  const {id} = await newDraft(page);
  for (const link of ['javascript:alert(1)', 'data:text/html,x', 'http://user:secret@example.org', '//example.org', 'example.org']) {
    const response = await page.request.put(paths.api.answer(id, 'A11'), {
      data: {answer: {value: 'in-place', evidence: [{kind: 'link', title: '网址', link}]}, revision: 0},
    });
    expect(response.status(), link).toBe(400);
    expect((await response.json()).error.issues).toEqual([{path: 'answer.evidence.0.link', message: t('issues.bad-link')}]);
  }
});

test('names up to their limits are kept, longer ones are told their limit, and no page breaks sideways', async ({page, t}) => {
  const longest = {county: '很'.repeat(40), prefecture: '长'.repeat(40), province: '的'.repeat(40), industry: '名'.repeat(60)};
  await createByHand(page, {...longest, county: '很'.repeat(41), industry: '名'.repeat(61)});
  const summary = page.getByRole('alert').filter({hasText: t('site.error-title')});
  await expect(summary.getByRole('link', {name: t('issues.too-long', {max: 40})})).toHaveAttribute('href', '#county');
  await expect(summary.getByRole('link', {name: t('issues.too-long', {max: 60})})).toHaveAttribute('href', '#industry');
  await expect(page.locator('[name="county"]')).toHaveValue('很'.repeat(41));
  await page.locator('[name="county"]').fill(longest.county);
  await page.locator('[name="industry"]').fill(longest.industry);
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await page.waitForURL('**/assessments/new');
  const profileId = idIn(page);
  const id = await startAssessment(page, t);
  const word = 'W'.repeat(200);
  await putAnswers(page.request, id, {
    ...ticksOf('guangshan'),
    A11: {value: 'in-place', note: 'W'.repeat(2000), evidence: [{kind: 'document', title: word, issuer: 'W'.repeat(100), link: `https://example.org/${word}`}]},
  });
  const listing = `${paths.profiles()}?search=${encodeURIComponent(longest.industry)}`;
  const before = [paths.assessment(id), paths.category(id, 'A1'), paths.traits(id), paths.check(id), listing];
  const after = [paths.result(id), paths.profile(profileId), paths.editProfile(profileId), paths.compare([`p:${profileId}`, 'b:qinghe']), listing];
  for (const width of [1280, 360]) {
    await page.setViewportSize({width, height: 800});
    for (const path of before) {
      await page.goto(path);
      expect(await sidewaysScroll(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  await finalise(page, t, id);
  for (const width of [1280, 360]) {
    await page.setViewportSize({width, height: 800});
    for (const path of after) {
      await page.goto(path);
      expect(await sidewaysScroll(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

/** How far a page can be scrolled sideways, in pixels. */
function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(language, () => {
    test.use({language});

    test('unknown ids, categories and addresses give the not-found page', async ({page, t, noise}) => {
      const {id} = await newDraft(page);
      const addresses = [
        '/nowhere',
        paths.profile(UNKNOWN_ID),
        paths.profile('../../etc/passwd'),
        paths.profile("' OR 1=1 --"),
        paths.editProfile(UNKNOWN_ID),
        paths.newAssessment(UNKNOWN_ID),
        paths.assessment(UNKNOWN_ID),
        paths.result(UNKNOWN_ID),
        paths.check(UNKNOWN_ID),
        paths.traits(UNKNOWN_ID),
        paths.category(UNKNOWN_ID, 'A1'),
        paths.category(id, 'Z9'),
        paths.category(id, '__proto__'),
      ];
      noise.expectFailure(404, /\/(?:nowhere|profiles|assessments)(?:\/|$)/);
      for (const address of addresses) {
        const response = await page.goto(address);
        expect(response?.status(), address).toBe(404);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.getByRole('heading', {level: 1})).toHaveText(t('site.not-found-title'));
        await expect(page.getByText(t('site.not-found-text'))).toBeVisible();
      }
      await page.getByRole('link', {name: t('site.back-to-start')}).click();
      await expect(page.getByRole('heading', {level: 1})).toHaveText(t('site.name'));
    });
  });
}

test('odd search words and addresses are taken as they are', async ({page, t}) => {
  for (const search of ["'; DROP TABLE \"CountyProfile\"; --", '\\', '😀', 'x'.repeat(5000)]) {
    await page.goto(`${paths.profiles()}?search=${encodeURIComponent(search)}`);
    await expect(page.getByRole('link', {name: t('profiles.show-all')}), search.slice(0, 40)).toBeVisible();
  }
  for (const query of ['sort=none&page=-1', 'page=999999999999', 'archived=maybe', 'search=a&search=b', 'page=x', '%00']) {
    await page.goto(`${paths.profiles()}?${query}`);
    await expect(page.getByRole('heading', {level: 1}), query).toHaveText(t('profiles.title'));
  }
  for (const query of ['c=', 'c=p%3A', `c=${'x'.repeat(3000)}`, 'c=b%3A__proto__', 'd=1']) {
    await page.goto(`${paths.compare()}?${query}`);
    await expect(page.getByRole('heading', {level: 1}), query).toHaveText(t('chooser.title'));
  }
  for (const text of ['<>', '%', ' ', '\\', 'x'.repeat(500)]) {
    const found = await page.request.get(`${paths.api.divisions()}?q=${encodeURIComponent(text)}`);
    expect(found.status(), text.slice(0, 40)).toBe(200);
    expect(await found.json()).toEqual({divisions: []});
  }
});
