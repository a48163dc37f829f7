import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {ticksOf} from './answer-sets';
import {expect, test} from './fixtures';
import {answer, arriveAt, finalise, newDraftWithoutScript, newFinal, putAnswers, section, startAssessment} from './journey';

const YEAR = new Date().getFullYear();
const LAST_YEAR = String(YEAR - 1);
const REASON = '审批权在省级部门，县里无法自行决定';
const BUREAU = '商务局';

/** The codes of the roadmap's measures in their order. */
async function roadmapCodes(page: Page): Promise<string[]> {
  return page.locator('#roadmap > ol > li > p:first-child a').allInnerTexts();
}

function save(page: Page, name: string) {
  return page.getByRole('button', {name, exact: true}).click();
}

/** Axe finds nothing, on a wide screen and on a phone, and a phone never scrolls sideways. */
async function expectAccessible(page: Page): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({width, height: 800});
    const {violations} = await new AxeBuilder({page}).setLegacyMode(true).options({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']}).analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join('; ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(language, () => {
    test.use({language});

    test('a measure set aside makes room for the next one, and comes back; the stored result stays', async ({page, t}) => {
      const {id, profileId} = await newFinal(page, t, ticksOf('guangshan'));
      const headline = await page.getByRole('heading', {level: 1}).innerText();
      expect(await roadmapCodes(page)).toEqual(['B21', 'B32', 'B41']);
      await page.getByRole('link', {name: `${t('plan.set-aside')} B21`}).click();
      await arriveAt(page, paths.planMeasure(id, 'B21'));
      await expect(page.getByRole('radio', {name: t('plan-decision.setAside')})).toBeChecked();
      await expect(page.locator('#bureau')).toBeHidden();
      await save(page, t('plan.save'));
      await expect(page.getByRole('alert').getByRole('link', {name: t('issues.set-aside-reason-missing')})).toHaveAttribute('href', '#reason');
      await expectAccessible(page);
      await page.locator('#reason').fill(REASON);
      await save(page, t('plan.save'));
      await arriveAt(page, paths.result(id));

      const codes = await roadmapCodes(page);
      expect(codes).toHaveLength(3);
      expect(codes).not.toContain('B21');
      await expect(page.getByText(REASON)).toBeVisible();
      await expect(page.getByRole('heading', {level: 1})).toHaveText(headline);

      await page.getByRole('link', {name: `${t('plan.choose')} B32`}).click();
      await expect(page.locator('#reason')).toBeHidden();
      await page.locator('#bureau').fill(BUREAU);
      await save(page, t('plan.save'));
      await expect(page.getByRole('alert').getByRole('link', {name: t('issues.due-missing')})).toHaveAttribute('href', '#duePeriod');
      await expect(page.locator('#bureau')).toHaveValue(BUREAU);
      await page.locator('#duePeriod').selectOption(`${YEAR + 1}-H1`);
      await save(page, t('plan.save'));
      await arriveAt(page, paths.result(id));
      const row = page.locator('#roadmap > ol > li').filter({hasText: 'B32'});
      await expect(row).toContainText(BUREAU);
      await expect(row).toContainText(t('period.H1', {year: String(YEAR + 1)}));
      await expectAccessible(page);
      await page.emulateMedia({media: 'print'});
      await expect(row.getByText(BUREAU)).toBeVisible();
      await expect(row.getByRole('link', {name: t('plan.change')})).toBeHidden();
      await expect(page.getByText(REASON)).toBeVisible();
      await page.emulateMedia({media: null});

      await page.goto(paths.profile(profileId));
      await page.getByRole('link', {name: t('plan.link')}).click();
      await arriveAt(page, paths.profilePlan(profileId));
      await expect(page.getByRole('row', {name: 'B32'})).toContainText(BUREAU);
      await expect(page.getByText(REASON)).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', {name: `${t('plan.take-back')} B21`}).click();
      await arriveAt(page, paths.result(id));
      expect(await roadmapCodes(page)).toEqual(['B21', 'B32', 'B41']);
      await expect(page.getByText(REASON)).toHaveCount(0);
    });
  });
}

test('the next assessment follows up what was chosen', async ({page, t}) => {
  const {id: first, profileId} = await newFinal(page, t, {...ticksOf('guangshan')});
  await page.goto(paths.newAssessment(profileId));
  await startAssessment(page, t, {period: LAST_YEAR, start: 'blank'});
  const earlier = /assessments\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await putAnswers(page.request, earlier, ticksOf('guangshan'));
  await finalise(page, t, earlier);
  for (const [code, due] of [['B21', LAST_YEAR], ['B32', String(YEAR)], ['B41', String(YEAR + 2)]] as const) {
    await page.goto(paths.planMeasure(earlier, code, 'chosen'));
    await page.locator('#bureau').fill(BUREAU);
    await page.locator('#duePeriod').selectOption(due);
    await save(page, t('plan.save'));
    await arriveAt(page, paths.result(earlier));
  }
  await expect(page.getByRole('heading', {name: t('plan.follow-up')})).toHaveCount(0);

  await page.goto(paths.result(first));
  await page.getByRole('button', {name: t('result.reopen')}).click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  const second = /assessments\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await page.goto(paths.category(second, 'B2'));
  await answer(page, 'B21', 'in-place');
  await finalise(page, t, second);
  const followUp = section(page, t('plan.follow-up'));
  await expect(followUp).toContainText(t('plan.follow-up-summary', {total: 3, done: 1, underWay: 0, overdue: 1}));
  await expect(followUp.getByRole('row', {name: 'B21'})).toContainText(t('plan-state.done'));
  await expect(followUp.getByRole('row', {name: 'B32'})).toContainText(t('plan.overdue', {state: t('plan-state.not-yet')}));
  await expect(followUp.getByRole('row', {name: 'B41'})).not.toContainText(t('plan.overdue', {state: ''}));
  await expectAccessible(page);
  await page.goto(paths.result(earlier));
  await expect(page.getByRole('heading', {name: t('plan.follow-up')})).toHaveCount(0);
});

test('two who decide at once: the second is told, keeps what was typed, and may replace it', async ({page, t, context}) => {
  const {id} = await newFinal(page, t, ticksOf('guangshan'));
  const late = await context.newPage();
  await late.goto(paths.planMeasure(id, 'B21', 'chosen'));
  await page.goto(paths.planMeasure(id, 'B21', 'setAside'));
  await page.locator('#reason').fill(REASON);
  await save(page, t('plan.save'));
  await arriveAt(page, paths.result(id));
  await late.locator('#bureau').fill(BUREAU);
  await late.locator('#duePeriod').selectOption(String(YEAR));
  await save(late, t('plan.save'));
  await expect(late.getByRole('alert').filter({hasText: REASON})).toBeVisible();
  await expect(late.locator('#bureau')).toHaveValue(BUREAU);
  await save(late, t('plan.save'));
  await arriveAt(late, paths.result(id));
  // The other page still shows what was set aside; taking that back would undo the newer decision.
  await page.getByRole('button', {name: `${t('plan.take-back')} B21`}).click();
  await expect(page.getByRole('alert').filter({hasText: t('errors.plan-changed')})).toBeVisible();
  await expect(page.locator('#roadmap')).toContainText(BUREAU);
});

test('what is in place already is not planned, and texts past their limits are told', async ({page, t}) => {
  const {id} = await newFinal(page, t, ticksOf('guangshan'));
  await page.goto(paths.planMeasure(id, 'A11', 'chosen'));
  await page.locator('#bureau').fill('局'.repeat(61));
  await save(page, t('plan.save'));
  const summary = page.getByRole('alert').filter({hasText: t('site.error-title')});
  await expect(summary.getByRole('link', {name: t('issues.too-long', {max: 60})})).toHaveAttribute('href', '#bureau');
  await expect(summary.getByRole('link', {name: t('issues.due-missing')})).toHaveAttribute('href', '#duePeriod');
  await expect(page.locator('#bureau')).toHaveValue('局'.repeat(61));
  await page.locator('#bureau').fill(BUREAU);
  await page.locator('#duePeriod').selectOption(String(YEAR));
  await save(page, t('plan.save'));
  await expect(summary.getByRole('link', {name: t('issues.plan-in-place')})).toHaveAttribute('href', '#decision');
});

test('an archived county’s plan can be read, not changed; unknown measures are not found', async ({page, t, noise}) => {
  const {id, profileId} = await newFinal(page, t, ticksOf('guangshan'));
  await page.goto(paths.planMeasure(id, 'B21', 'setAside'));
  await page.locator('#reason').fill(REASON);
  const archiving = await page.context().newPage();
  await archiving.goto(paths.profile(profileId));
  await archiving.getByRole('button', {name: t('profile.archive')}).click();
  await arriveAt(archiving, paths.profiles());
  await save(page, t('plan.save'));
  await expect(page.getByRole('alert').filter({hasText: t('errors.profile-archived')})).toBeVisible();
  await expect(page.locator('#reason')).toHaveValue(REASON);
  await page.reload();
  await expect(page.getByRole('button', {name: t('plan.save')})).toHaveCount(0);
  await page.goto(paths.result(id));
  await expect(page.getByRole('link', {name: `${t('plan.choose')} B21`})).toHaveCount(0);
  noise.expectFailure(404, /\/plan\//);
  for (const code of ['Z99', '__proto__', '<script>']) expect((await page.goto(paths.planMeasure(id, code)))?.status()).toBe(404);
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('a measure is chosen after a mended error, changed, and withdrawn', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await putAnswers(page.request, id, ticksOf('guangshan'));
    await finalise(page, t, id);
    await page.goto(paths.planMeasure(id, 'B21'));
    await page.getByRole('radio', {name: t('plan-decision.chosen')}).check();
    await page.locator('#bureau').fill(BUREAU);
    await save(page, t('plan.save'));
    await expect(page.getByRole('alert').getByRole('link', {name: t('issues.due-missing')})).toBeVisible();
    await expect(page.locator('#bureau')).toHaveValue(BUREAU);
    await expect(page.getByRole('radio', {name: t('plan-decision.chosen')})).toBeChecked();
    await page.locator('#duePeriod').selectOption(String(YEAR));
    await save(page, t('plan.save'));
    await arriveAt(page, paths.result(id));
    await page.getByRole('link', {name: `${t('plan.change')} B21`}).click();
    await page.getByRole('button', {name: t('plan.withdraw')}).click();
    await arriveAt(page, paths.result(id));
    await expect(page.getByText(BUREAU, {exact: true})).toHaveCount(0);
  });
});

test('a version that can’t be read again is told, whatever it is; with one version nothing is offered', async ({page, t}) => {
  const {id} = await newFinal(page, t, ticksOf('guangshan'));
  await expect(page.locator(`a[href^="${paths.reread(id)}"]`)).toHaveCount(0);
  await expect(page.getByText(/[0-9a-f]{64}/)).toContainText('wang-zhang-2017 1.0.0');
  await page.goto(paths.reread(id));
  await expect(page.getByText(t('versions.none-newer', {version: '1.0.0'}))).toBeVisible();
  for (const wanted of ['1.0.0', '9.9.9', '../../etc', '<script>alert(1)</script>', 'x'.repeat(150)]) {
    await page.goto(paths.reread(id, wanted));
    await expect(page.getByRole('alert').filter({hasText: t('versions.unknown', {wanted, version: '1.0.0'})})).toBeVisible();
  }
  await expectAccessible(page);
});
