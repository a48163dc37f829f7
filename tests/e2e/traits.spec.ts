import type {Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {ticksOf} from './answer-sets';
import {expectAccessible} from './expect-accessible';
import {expect, test} from './fixtures';
import {arriveAt, finalise, newDraft, newDraftWithoutScript, putAnswers, section, startAssessment} from './journey';
import {startOf} from './words';

const IDS = ['enterprise-structure', 'competition', 'product-quality', 'brand', 'research', 'supply-chain', 'advantage', 'pressure'];

const trait = (page: Page, id: string, value: number | 'unknown') => page.locator(`input[name="${id}.value"][value="${value}"]`);

async function choose(page: Page, values: readonly (number | 'unknown' | null)[]): Promise<void> {
  for (const [index, id] of IDS.entries()) {
    const value = values[index];
    if (value) await trait(page, id, value).check();
  }
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(language, () => {
    test.use({language});

    test('traits are filled in from the task list, checked, and shown in the matrix at both widths and in print', async ({page, t}) => {
      const {id} = await newDraft(page);
      await putAnswers(page.request, id, ticksOf('guangshan'));
      await page.goto(paths.result(id));
      await expect(section(page, t('traits.heading'))).toContainText(t('traits.missing'));
      await page.getByRole('link', {name: t('traits.fill')}).click();
      await arriveAt(page, paths.traits(id));
      await expectAccessible(page, 'traits of the cluster');
      await choose(page, [1, 2, 2, 2, 2, 2, 3, 'unknown']);
      await page.getByRole('button', {name: t('traits.save-check')}).click();
      await arriveAt(page, paths.check(id));
      const rows = section(page, t('check.title')).or(page.locator('main')).locator('tbody tr');
      await expect(rows).toHaveCount(8);
      await expect(rows.last()).toContainText(t('traits.dont-know'));
      await expectAccessible(page, 'check with traits');
      await finalise(page, t, id);

      const result = section(page, t('traits.heading'));
      await expect(result).toContainText(startOf('traits.cluster-settled', language).trim());
      const matrix = page.getByRole('table', {name: new RegExp('●.*○.*▲')});
      await expect(matrix.getByRole('row')).toHaveCount(4);
      await expect(matrix.locator('td', {hasText: '●'})).toHaveCount(1);
      await expect(matrix.getByRole('row').nth(2).getByRole('cell').first()).toContainText('●');
      await expect(matrix.locator('td', {hasText: '▲'})).toHaveCount(3);
      await expect(result).toContainText(t('traits.made-with', {id: 'cluster-traits', version: '1.0.0', hash: ''}).trim());
      await expectAccessible(page, 'result with a match');
      await page.goto(paths.assessment(id));
      await expect(page.getByRole('link', {name: t('traits.fill')})).toHaveCount(0);
      await page.goto(paths.result(id));
      await page.setViewportSize({width: 672, height: 900});
      await page.emulateMedia({media: 'print'});
      await expect(matrix).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    });
  });
}

test('unknown answers leave several cells open; the section may be left out, and then nothing is claimed', async ({page, t}) => {
  const {id} = await newDraft(page);
  await putAnswers(page.request, id, {A11: 'in-place'});
  await page.goto(paths.traits(id));
  await page.getByRole('link', {name: t('traits.skip')}).click();
  await arriveAt(page, paths.check(id));
  await page.getByRole('link', {name: t('traits.fill')}).click();
  await choose(page, [null, null, 2]);
  await page.getByRole('button', {name: t('questionnaire.save-list')}).click();
  await arriveAt(page, paths.assessment(id));
  await expect(page.getByText(t('assessment.category-part', {answered: 1, total: 8}))).toBeVisible();
  await page.goto(paths.result(id));
  await expect(page.getByRole('table', {name: new RegExp('●')}).locator('td', {hasText: '○'})).toHaveCount(9);
  await expect(section(page, t('traits.heading'))).toContainText(t('traits.cell.leading'));
  await expectAccessible(page, 'result with open cells');
  await finalise(page, t, id);
  await page.goto(paths.traits(id));
  await arriveAt(page, paths.assessment(id));
});

test('a choice changed elsewhere is told, keeps what was chosen here, and is replaced when sent again', async ({page, t, openContext, baseURL}) => {
  const {id} = await newDraft(page);
  await page.goto(paths.traits(id));
  const other = await (await openContext({baseURL: baseURL ?? ''})).newPage();
  await other.goto(paths.traits(id));
  await choose(other, [1, null, null, 3]);
  await other.getByRole('button', {name: t('traits.save-check')}).click();
  await arriveAt(other, paths.check(id));

  await choose(page, [2, 2]);
  await page.getByRole('button', {name: t('traits.save-check')}).click();
  await expect(page.getByRole('alert').getByRole('link', {name: /商务局电商股/})).toHaveAttribute('href', '#enterprise-structure.value');
  await expect(trait(page, 'enterprise-structure', 2)).toBeChecked();
  await expect(trait(page, 'competition', 2)).toBeChecked();
  await expectAccessible(page, 'traits with a conflict');
  await page.getByRole('button', {name: t('traits.save-check')}).click();
  await arriveAt(page, paths.check(id));
  await page.goto(paths.traits(id));
  for (const [name, value] of [['enterprise-structure', 2], ['competition', 2], ['brand', 3]] as const) await expect(trait(page, name, value)).toBeChecked();
});

test('choices outlast a server that can’t be reached, and an answer that is none', async ({page, t, noise}) => {
  const {id} = await newDraft(page);
  await page.goto(paths.traits(id));
  await choose(page, [3, 'unknown']);
  noise.expectFailure(0, /\/cluster$/);
  await page.route('**/cluster', (route) => (route.request().method() === 'POST' ? route.abort('connectionrefused') : route.continue()));
  await page.getByRole('button', {name: t('traits.save-check')}).click();
  await expect(page.getByRole('alert').filter({hasText: t('questionnaire.offline')})).toBeFocused();
  await expect(trait(page, 'enterprise-structure', 3)).toBeChecked();
  await page.unroute('**/cluster');

  await trait(page, 'competition', 'unknown').evaluate((input: HTMLInputElement) => (input.value = '9'));
  await page.getByRole('button', {name: t('traits.save-check')}).click();
  await expect(page.getByRole('alert').getByRole('link', {name: t('issues.choose-value')})).toHaveAttribute('href', '#competition.value');
  await expect(trait(page, 'enterprise-structure', 3)).toBeChecked();
  await trait(page, 'competition', 1).check();
  await page.getByRole('button', {name: t('traits.save-check')}).click();
  await arriveAt(page, paths.check(id));
});

test('a new assessment carries the traits over, to be looked at', async ({page, t}) => {
  const {id, profileId} = await newDraft(page);
  await putAnswers(page.request, id, {A11: 'in-place'});
  await page.goto(paths.traits(id));
  await choose(page, [2, 2, 2, 2, 2, 2, 2, 2]);
  await page.getByRole('button', {name: t('traits.save-check')}).click();
  await finalise(page, t, id);
  await page.goto(paths.newAssessment(profileId));
  const next = await startAssessment(page, t, {period: String(new Date().getFullYear() - 1), start: 'last'});
  await expect(page.getByText(t('assessment.category-confirm', {count: 8}))).toBeVisible();
  await page.goto(paths.result(next));
  await expect(page.getByText(t('traits.missing'))).toBeVisible();
  await page.goto(paths.traits(next));
  await expect(page.getByText(startOf('traits.carried'))).toBeVisible();
  await expectAccessible(page, 'traits carried over');
  await page.getByRole('button', {name: t('questionnaire.save-list')}).click();
  await arriveAt(page, paths.assessment(next));
  await page.goto(paths.result(next));
  await expect(section(page, t('traits.heading'))).toContainText('质量提升阶段');
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('the section is saved, refused with what was chosen, and sent again', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await page.goto(paths.traits(id));
    await choose(page, [1, 1, 2]);
    const second = await page.context().newPage();
    await second.goto(paths.traits(id));
    await choose(second, [3]);
    await second.getByRole('button', {name: t('traits.save-check')}).click();
    await arriveAt(second, paths.check(id));
    await page.getByRole('button', {name: t('traits.save-check')}).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#enterprise-structure.value');
    await expect(trait(page, 'enterprise-structure', 1)).toBeChecked();
    await expect(trait(page, 'product-quality', 2)).toBeChecked();
    await page.getByRole('button', {name: t('questionnaire.save-list')}).click();
    await arriveAt(page, paths.assessment(id));
    await page.goto(paths.traits(id));
    await expect(trait(page, 'enterprise-structure', 1)).toBeChecked();
  });

  test('a form that comes after the assessment was made final is refused and keeps what was chosen', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await putAnswers(page.request, id, {A11: 'in-place'});
    await page.goto(paths.traits(id));
    await choose(page, [2, 'unknown']);
    const other = await page.context().newPage();
    await finalise(other, t, id);
    await page.getByRole('button', {name: t('traits.save-check')}).click();
    await expect(page.getByRole('alert')).toContainText(t('errors.assessment-final'));
    await expect(trait(page, 'enterprise-structure', 2)).toBeChecked();
    await other.goto(paths.result(id));
    await expect(other.getByText(t('traits.missing'))).toBeVisible();
  });
});
