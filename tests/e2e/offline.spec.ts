import type {Page} from '@playwright/test';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {type Noise, expect, test} from './fixtures';
import {JINZHAI, arriveAt, chooseCounty, idIn, newFinal, newIndustry} from './journey';

/** Sends the page's form while the server can't be reached, or its answer is `lost` on the way back, and waits until the page says so at its top. */
async function sendInVain(page: Page, t: Translate, noise: Noise, button: string, lost = false): Promise<void> {
  const {pathname} = new URL(page.url());
  noise.expectFailure(0, new RegExp(`${pathname}$`));
  await page.route(`**${pathname}`, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    if (lost) expect((await route.fetch({maxRedirects: 0})).headers()).toHaveProperty('x-action-redirect');
    return route.abort('connectionrefused');
  });
  await page.getByRole('button', {name: button}).click();
  await expect(page.getByRole('alert').filter({hasText: t('questionnaire.offline')})).toBeFocused();
  await page.unroute(`**${pathname}`);
}

/** The form's fields hold these texts, where they can be seen. */
async function expectTyped(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(typed)) {
    await expect(page.locator(`[name="${name}"]`)).toBeVisible();
    await expect(page.locator(`[name="${name}"]`)).toHaveValue(text);
  }
}

test('a county from the list, its industry and figures outlast a server that can’t be reached', async ({page, t, noise}) => {
  const typed = {industry: newIndustry('茶叶'), figuresYear: '2025', population: '68.1', gdp: '１５０.５'};
  await page.goto(paths.newProfile());
  await chooseCounty(page, JINZHAI);
  await page.getByText(t('profile.figures'), {exact: true}).click();
  for (const [name, text] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(text);
  await sendInVain(page, t, noise, t('profile.save-new'));
  await expect(page.locator('[name="divisionCode"]')).toHaveValue(JINZHAI.code);
  await expect(page.getByText(JINZHAI.name, {exact: true})).toBeVisible();
  await expectTyped(page, typed);

  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await page.waitForURL('**/assessments/new');
  await page.goto(paths.editProfile(idIn(page)));
  await expect(page.locator('[name="divisionCode"]')).toHaveValue(JINZHAI.code);
  await expectTyped(page, {...typed, gdp: '150.5'});
});

test('so does a county entered by hand, when it is changed', async ({page, t, noise}) => {
  const typed = {search: '没有这个县', county: '试验县', prefecture: '试验市', province: '河南省', industry: newIndustry('试验')};
  await page.goto(paths.newProfile());
  await page.getByText(t('profile.by-hand')).click();
  for (const [name, text] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(text);
  await sendInVain(page, t, noise, t('profile.save-new'));
  await expectTyped(page, typed);
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await page.waitForURL('**/assessments/new');

  const id = idIn(page);
  await page.goto(paths.editProfile(id));
  await page.locator('[name="county"]').fill('改名县');
  await sendInVain(page, t, noise, t('profile.save'));
  await expectTyped(page, {county: '改名县', prefecture: typed.prefecture, province: typed.province, industry: typed.industry});
  await page.getByRole('button', {name: t('profile.save')}).click();
  await arriveAt(page, paths.profile(id));
  await expect(page.getByRole('heading', {level: 1})).toHaveText('改名县');
});

test('so do the period, the name and the choice of answers that start an assessment', async ({page, t, noise}) => {
  const {profileId} = await newFinal(page, t, {A11: 'in-place'});
  await page.goto(paths.newAssessment(profileId));
  const period = `${new Date().getFullYear() - 1}-H2`;
  await page.locator('[name="period"]').selectOption(period);
  await page.locator('[name="filledBy"]').fill('统计局');
  const blank = page.locator('[name="start"][value="blank"]');
  await blank.check();
  await sendInVain(page, t, noise, t('assessment.create'));
  await expectTyped(page, {period, filledBy: '统计局'});
  await expect(blank).toBeChecked();

  await page.getByRole('button', {name: t('assessment.create')}).click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  await expect(page.getByText(t('assessment.progress', {answered: 0, total: 45}))).toBeVisible();
  await expect(page.locator('main')).toContainText('统计局');
});

test('a county and an assessment whose answer from the server was lost are made once, and sending the form again leads to them', async ({page, t, noise}) => {
  const industry = newIndustry('一次');
  await page.goto(paths.newProfile());
  await chooseCounty(page, JINZHAI);
  await page.locator('[name="industry"]').fill(industry);
  await sendInVain(page, t, noise, t('profile.save-new'), true);
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await page.waitForURL('**/assessments/new');
  const profileId = idIn(page);

  await page.locator('[name="filledBy"]').fill('统计局');
  await sendInVain(page, t, noise, t('assessment.create'), true);
  await page.getByRole('button', {name: t('assessment.create')}).click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  const id = idIn(page);

  await page.goto(`${paths.profiles()}?search=${encodeURIComponent(industry)}`);
  await expect(page.getByRole('listitem').filter({hasText: industry})).toHaveCount(1);
  await page.goto(paths.profile(profileId));
  const linked = await page.locator('main a[href^="/assessments/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/')[2]));
  expect([...new Set(linked)]).toEqual([id]);
});
