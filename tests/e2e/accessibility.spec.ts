import type {Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {type Value, ticksOf} from './answer-sets';
import {expectAccessible} from './expect-accessible';
import {expect, test} from './fixtures';
import {GUANGSHAN, arriveAt, choice, createProfile, field, finalise, idIn, newDraft, newFinal, openMore, putAnswers, saveState, saving, startAssessment} from './journey';
import {startOf} from './words';

const LAST_YEAR = String(new Date().getFullYear() - 1);

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`axe finds nothing, in ${language}`, () => {
    test.use({language});

    test('on start, lists and profiles', async ({page, t, noise}) => {
      await page.goto(paths.start());
      await expectAccessible(page, 'start');
      await page.goto(`${paths.profiles()}?search=zzz`);
      await expectAccessible(page, 'list with nothing found');
      const {profileId} = await newFinal(page, t, ticksOf('jinzhai'));
      await page.goto(paths.newAssessment(profileId));
      await startAssessment(page, t, {period: LAST_YEAR, start: 'blank'});
      await page.goto(paths.start());
      await expectAccessible(page, 'start with drafts');
      await page.goto(paths.profiles());
      await expectAccessible(page, 'list');
      await page.goto(paths.profile(profileId));
      await expectAccessible(page, 'profile');
      await page.goto(`${paths.profile(profileId)}?error=profile-archived`);
      await expectAccessible(page, 'profile with a failure');
      await page.goto(paths.editProfile(profileId));
      await page.getByText(t('profile.figures'), {exact: true}).click();
      await expectAccessible(page, 'edit profile');
      await page.goto(paths.profile(profileId));
      await page.getByRole('button', {name: t('profile.archive')}).click();
      await arriveAt(page, paths.profiles());
      await page.goto(paths.profile(profileId));
      await expect(page.getByRole('button', {name: t('profile.restore')})).toBeVisible();
      await expectAccessible(page, 'archived profile');
      noise.expectFailure(404, /nowhere/);
      await page.goto('/nowhere');
      await expectAccessible(page, 'not found');
    });

    test('on the forms of profile and assessment, with and without errors', async ({page, t}) => {
      await page.goto(paths.newProfile());
      await expectAccessible(page, 'new profile');
      await page.getByText(t('profile.by-hand')).click();
      await page.getByText(t('profile.figures'), {exact: true}).click();
      await page.locator('[name="gdp"]').fill('x');
      await page.getByRole('button', {name: t('profile.save-new')}).click();
      await expect(page.getByRole('alert').filter({hasText: t('site.error-title')})).toBeFocused();
      await expectAccessible(page, 'new profile with errors');
      await page.getByRole('combobox').pressSequentially('guangshan');
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expectAccessible(page, 'open county list');
      await createProfile(page, t, GUANGSHAN, 'x');
      await expectAccessible(page, 'new assessment');
      await page.getByRole('button', {name: t('assessment.create')}).click();
      await expect(page.getByRole('alert').filter({hasText: t('site.error-title')})).toBeVisible();
      await expectAccessible(page, 'new assessment with errors');
    });

    test('on task list, questionnaire and check page, with and without errors', async ({page, t, noise}) => {
      const {id} = await newDraft(page);
      await page.goto(paths.assessment(id));
      await page.getByText(t('assessment.delete'), {exact: true}).click();
      await expectAccessible(page, 'task list');
      await page.goto(paths.category(id, 'A1'));
      await expectAccessible(page, 'category');
      await putAnswers(page.request, id, {A11: 'in-place'});
      noise.expectFailure(409, /answers\/A11$/);
      await saving(page, 'A11', () => choice(page, 'A11', 'unknown').check());
      await expect(saveState(page, 'A11')).toContainText(t('questionnaire.conflict-title'));
      noise.expectFailure(0, /answers\/A12$/);
      await page.route('**/answers/A12', (route) => route.abort('connectionrefused'));
      await choice(page, 'A12', 'in-place').check();
      await expect(saveState(page, 'A12')).toContainText(t('questionnaire.offline'));
      await choice(page, 'A13', 'not-applicable').check();
      await choice(page, 'A14', 'in-place').check();
      // Sent in order: it waits for the one before.
      await expect(saveState(page, 'A14')).toContainText(t('questionnaire.offline'));
      await openMore(page, 'A15');
      await expectAccessible(page, 'category with a conflict and unsaved answers');
      await page.getByRole('button', {name: t('questionnaire.continue')}).click();
      await expect(page.getByRole('alert').filter({hasText: t('site.error-title')})).toBeFocused();
      await expectAccessible(page, 'category with errors');

      await page.goto(paths.traits(id));
      await expectAccessible(page, 'traits of the cluster');
      await page.goto(paths.check(id));
      await expectAccessible(page, 'check');
      await page.goto(`${paths.check(id)}?error=database-busy`);
      await expectAccessible(page, 'check with a failure');
    });

    test('on questionnaire and check page with answers carried over', async ({page, t}) => {
      const {profileId} = await newFinal(page, t, {A11: 'in-place', A12: 'under-way'});
      await page.goto(paths.newAssessment(profileId));
      await expectAccessible(page, 'new assessment from the last one');
      const id = await startAssessment(page, t, {period: LAST_YEAR, start: 'last'});
      await expectAccessible(page, 'task list to confirm');
      await page.goto(paths.category(id, 'A1'));
      await expectAccessible(page, 'category to confirm');
      await page.goto(paths.check(id));
      await expectAccessible(page, 'check to confirm');
    });

    test('on results: an open interval, a draft with everything, a final one', async ({page, t}) => {
      const {id} = await newDraft(page);
      await putAnswers(page.request, id, {A11: 'in-place'});
      await page.goto(paths.result(id));
      await expectAccessible(page, 'result with an open interval');
      const values: Value[] = ['in-place', 'under-way', 'not-in-place', 'unknown'];
      const mixed = Object.fromEntries(Object.keys(ticksOf('qinghe')).map((code, index) => [code, values[index % 4] as Value]));
      await putAnswers(page.request, id, {A11: {value: 'not-applicable', reason: 'x'}}, 1);
      const {A11: _a11, A12: _a12, ...others} = mixed;
      await putAnswers(page.request, id, {...others, A12: {value: 'in-place', note: 'x', evidence: [{kind: 'link', title: 'x', link: 'https://example.org'}]}});
      await page.goto(paths.result(id));
      await page.getByText(t('staircase.table-summary')).first().click();
      await expectAccessible(page, 'result of a draft');
      await finalise(page, t, id);
      await expectAccessible(page, 'final result');
      await page.goto(paths.assessment(id));
      await expectAccessible(page, 'task list of a final assessment');
    });

    test('on the comparison: none chosen, one, four, unknown ones', async ({page, t}) => {
      await page.goto(paths.compare());
      await expectAccessible(page, 'comparison of none');
      await page.goto(paths.compare(['b:guangshan', 'b:nowhere']));
      await expectAccessible(page, 'comparison of one');
      const {profileId} = await newFinal(page, t, {A11: 'in-place', B11: 'under-way'});
      await page.goto(paths.compare([`p:${profileId}`, 'b:guangshan', 'b:jinzhai', 'b:qinghe']));
      await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
      await page.getByText(t('chooser.summary')).click();
      await expectAccessible(page, 'comparison of four');
    });
  });
}

test.describe('by keyboard alone', () => {
  /** Presses Tab until an element has the focus; fails when it can’t be reached. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    }
    throw new Error(`${selector} can’t be reached with Tab.`);
  }

  test('a county is chosen, an assessment begun, and a category answered', async ({page}) => {
    await page.goto(paths.newProfile());
    const picker = page.getByRole('combobox');
    await expect(picker).toHaveAttribute('aria-expanded', 'false');
    await tabTo(page, '#county-search');
    await page.keyboard.type('guangshan');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expect(picker).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowDown');
    const active = page.getByRole('option', {selected: true});
    await expect(active).toContainText(GUANGSHAN.code);
    await expect(picker).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '');
    await page.keyboard.press('Enter');
    await expect(page.locator('[name="divisionCode"]')).toHaveValue(GUANGSHAN.code);

    await tabTo(page, '#industry');
    await page.keyboard.type('羽绒');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/assessments/new');
    await tabTo(page, '#filledBy');
    await page.keyboard.type('商务局');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
    const id = idIn(page);
    await tabTo(page, `a[href="${paths.category(id, 'A1')}"]`);
    await page.keyboard.press('Enter');
    await arriveAt(page, paths.category(id, 'A1'));

    await tabTo(page, '[name="A11.value"]');
    expect(await saving(page, 'A11', () => page.keyboard.press('Space'))).toBe(200);
    await expect(choice(page, 'A11', 'in-place')).toBeChecked();
    expect(await saving(page, 'A11', () => page.keyboard.press('ArrowRight'))).toBe(200);
    await expect(choice(page, 'A11', 'under-way')).toBeChecked();
    await expect(saveState(page, 'A11')).toContainText(startOf('questionnaire.saved-at'));
    await tabTo(page, 'button[name="more"][value="A11"]');
    await page.keyboard.press('Enter');
    await tabTo(page, '[name="A11.note"]');
    await page.keyboard.type('键盘写的备注');
    expect(await saving(page, 'A11', () => page.keyboard.press('Tab'), '键盘写的备注')).toBe(200);
    for (const code of ['A12', 'A13', 'A14', 'A15']) {
      await tabTo(page, `[name="${code}.value"]`);
      expect(await saving(page, code, () => page.keyboard.press('Space'))).toBe(200);
    }
    await tabTo(page, 'button[name="goTo"][value="next"]');
    await page.keyboard.press('Enter');
    await arriveAt(page, paths.category(id, 'A2'));
    await page.goto(paths.category(id, 'A1'));
    await expect(choice(page, 'A11', 'under-way')).toBeChecked();
    await expect(field(page, 'A11', 'note')).toHaveValue('键盘写的备注');
  });

  test('Escape closes the county list, and Enter takes the first county', async ({page}) => {
    await page.goto(paths.newProfile());
    const picker = page.getByRole('combobox');
    await picker.pressSequentially('411522');
    await expect(page.getByRole('option')).toHaveCount(1);
    await picker.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(0);
    await picker.press('Backspace');
    await picker.press('2');
    await expect(page.getByRole('option')).toHaveCount(1);
    await picker.press('Enter');
    await expect(page.locator('[name="divisionCode"]')).toHaveValue(GUANGSHAN.code);
  });

  test('the first link skips to the content, and the focus is always seen', async ({page, t}) => {
    await page.goto(paths.profiles());
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', {name: t('site.skip')});
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.locator('main a, main input, main select, main button').first()).toBeFocused();
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(outline).not.toBe('none');
  });

  test('a brick of the staircase leads to its measure', async ({page, t}) => {
    await newFinal(page, t, ticksOf('guangshan'));
    const brick = page.getByRole('link', {name: new RegExp('^B21 ')}).first();
    await brick.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#B21$/);
    await expect(page.locator('#B21')).toBeInViewport();
  });
});
