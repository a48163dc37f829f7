import {paths} from '@/lib/paths';
import {MEASURES, ticksOf} from './answer-sets';
import {expect, test} from './fixtures';
import {answer, arriveAt, choice, field, finalise, idIn, measure, newDraft, newFinal, putAnswers, saveState, saving, startAssessment} from './journey';
import {stageName, startOf} from './words';

const LAST_YEAR = String(new Date().getFullYear() - 1);
const CARRIED = ['A11', 'A12', 'A21'] as const;

test('a final assessment is reopened as revision 2; revision 1 stays as it was', async ({page, t}) => {
  const {id: first, profileId} = await newFinal(page, t, ticksOf('guangshan'));
  const firstHeadline = t('result.headline', {county: '光山县', stage: t('stage.numeral', {stage: '1'}), name: stageName(1)});
  await expect(page.getByRole('heading', {level: 1})).toHaveText(firstHeadline);
  await page.getByRole('button', {name: t('result.reopen')}).click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  const second = idIn(page);
  expect(second).not.toBe(first);
  await expect(page.locator('main')).toContainText(t('profile.revision', {revision: 2}));
  await expect(page.getByText(t('assessment.progress', {answered: 45, total: 45}))).toBeVisible();

  for (const code of ['B21', 'B32', 'B41']) {
    await page.goto(paths.category(second, code.slice(0, 2)));
    await answer(page, code, 'in-place');
  }
  await finalise(page, t, second);
  await expect(page.getByRole('heading', {level: 1})).toHaveText(
    t('result.headline', {county: '光山县', stage: t('stage.numeral', {stage: '2'}), name: stageName(2)}),
  );

  await page.goto(paths.result(first));
  await expect(page.getByRole('heading', {level: 1})).toHaveText(firstHeadline);
  for (const code of ['B21', 'B32', 'B41']) await expect(measure(page, code)).toContainText(t('answer.not-in-place'));
  await page.goto(paths.profile(profileId));
  const rows = page.getByRole('listitem').filter({hasText: t('profile.status-final')});
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText(t('profile.revision', {revision: 2}));
  await expect(rows.nth(0)).toContainText(t('stage.numeral', {stage: '2'}));
  await expect(rows.nth(1)).toContainText(t('stage.numeral', {stage: '1'}));
});

test('reopening twice leads to the same draft', async ({page, t}) => {
  const {id} = await newFinal(page, t, {A11: 'in-place'});
  await page.getByRole('button', {name: t('result.reopen')}).click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  const draft = idIn(page);
  await page.goto(paths.result(id));
  await page.getByRole('button', {name: t('result.reopen')}).click();
  await arriveAt(page, paths.assessment(draft));
});

test('a new assessment from the last one: each answer is confirmed or changed before it can be final', async ({page, t}) => {
  const {profileId} = await newFinal(page, t, {A11: 'in-place', A12: 'under-way', A21: 'in-place'});
  await page.goto(paths.newAssessment(profileId));
  const id = await startAssessment(page, t, {period: LAST_YEAR, start: 'last'});
  await expect(page.locator('main')).toContainText(t('assessment.to-confirm', {count: 3}));

  await page.goto(paths.check(id));
  const finaliseButton = page.getByRole('button', {name: t('check.finalise')});
  await expect(page.getByText(t('check.count-unconfirmed', {count: 3}))).toBeVisible();
  await expect(finaliseButton).toBeDisabled();
  await expect(measure(page, 'A11')).toContainText(t('check.unconfirmed', {value: t('answer.in-place')}));

  // Until then they count as unknown.
  await page.goto(paths.result(id));
  await expect(page.locator('section tbody tr').first().getByRole('cell').first()).toHaveText('0 / 15');

  await page.goto(paths.category(id, 'A1'));
  await expect(measure(page, 'A11')).toContainText(startOf('questionnaire.carried'));
  expect(await saving(page, 'A11', () => field(page, 'A11', 'confirm').check())).toBe(200);
  await expect(saveState(page, 'A11')).toContainText(startOf('questionnaire.saved-at'));
  await answer(page, 'A12', 'in-place');
  await page.goto(paths.check(id));
  await expect(page.getByText(t('check.count-unconfirmed', {count: 1}))).toBeVisible();
  await expect(finaliseButton).toBeDisabled();

  await page.goto(paths.category(id, 'A2'));
  await field(page, 'A21', 'confirm').check();
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  await arriveAt(page, paths.category(id, 'A3'));
  await finalise(page, t, id);
  for (const code of CARRIED) await expect(measure(page, code)).toContainText(t('answer.in-place'));
});

test('passing through carried-over answers confirms none of them', async ({page, t}) => {
  const {profileId} = await newFinal(page, t, {A11: 'in-place', A12: 'under-way', A21: 'in-place'});
  await page.goto(paths.newAssessment(profileId));
  const id = await startAssessment(page, t, {period: LAST_YEAR, start: 'last'});
  await page.goto(paths.category(id, 'A1'));
  await choice(page, 'A11', 'in-place').focus();
  for (const _step of Array.from({length: 12})) await page.keyboard.press('Tab');
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  await arriveAt(page, paths.category(id, 'A2'));
  await page.goto(paths.check(id));
  await expect(page.getByText(t('check.count-unconfirmed', {count: 3}))).toBeVisible();
});

test('a blank new assessment starts empty, and a period that has one is refused', async ({page, t, context}) => {
  const {profileId} = await newFinal(page, t, {A11: 'in-place'});
  await page.goto(paths.newAssessment(profileId));
  const late = await context.newPage();
  await late.goto(paths.newAssessment(profileId));
  await startAssessment(page, t, {period: LAST_YEAR, start: 'blank'});
  await expect(page.getByText(t('assessment.progress', {answered: 0, total: 45}))).toBeVisible();

  await late.locator('[name="period"]').selectOption(LAST_YEAR);
  await late.locator('[name="filledBy"]').fill('另一个科室');
  await late.locator('[name="start"][value="blank"]').check();
  await late.getByRole('button', {name: t('assessment.create')}).click();
  await expect(late.getByRole('alert').filter({hasText: t('errors.period-taken')})).toBeVisible();
  await expect(late.locator('[name="filledBy"]')).toHaveValue('另一个科室');
  await expect(late.locator('[name="start"][value="blank"]')).toBeChecked();
  await late.reload();
  await expect(late.locator(`[name="period"] option[value="${LAST_YEAR}"]`)).toHaveCount(0);
});

test('an empty draft can’t be made final', async ({page, t}) => {
  const {id} = await newDraft(page);
  await page.goto(paths.check(id));
  await expect(page.getByRole('button', {name: t('check.finalise')})).toBeDisabled();
  await expect(page.getByText(t('errors.nothing-answered'))).toBeVisible();
  await expect(page.getByText(t('check.count-unknown', {count: 45}))).toBeVisible();
  for (const code of MEASURES) await expect(measure(page, code)).toContainText(t('check.unanswered'));
});

test('a draft is deleted after asking; final assessments of the county stay', async ({page, t}) => {
  const {id: final, profileId} = await newFinal(page, t, {A11: 'in-place'});
  await page.goto(paths.newAssessment(profileId));
  const draft = await startAssessment(page, t, {period: LAST_YEAR, start: 'blank'});
  await putAnswers(page.request, draft, {A11: 'unknown'});
  await expect(page.getByRole('button', {name: t('assessment.delete-confirm')})).toBeHidden();
  await page.getByText(t('assessment.delete'), {exact: true}).click();
  await page.getByRole('button', {name: t('assessment.delete-confirm')}).click();
  await arriveAt(page, paths.profile(profileId));
  await expect(page.locator(`a[href="${paths.assessment(draft)}"]`)).toHaveCount(0);
  await page.locator(`a[href="${paths.result(final)}"]`).click();
  await expect(measure(page, 'A11')).toContainText(t('answer.in-place'));
});

test('an archived county can be read but not filled in, until it is restored', async ({page, t, noise}) => {
  const {id: final, profileId, industry} = await newFinal(page, t, {A11: 'in-place'});
  await page.goto(paths.newAssessment(profileId));
  const draft = await startAssessment(page, t, {period: LAST_YEAR, start: 'blank'});
  await page.goto(paths.category(draft, 'A1'));
  const archiving = await page.context().newPage();
  await archiving.goto(paths.profile(profileId));
  await archiving.getByRole('button', {name: t('profile.archive')}).click();
  await arriveAt(archiving, paths.profiles());

  noise.expectFailure(409, /answers\/A11$/);
  expect(await saving(page, 'A11', () => choice(page, 'A11', 'in-place').check())).toBe(409);
  await expect(saveState(page, 'A11')).toContainText(t('errors.profile-archived'));
  await page.goto(paths.newAssessment(profileId));
  await expect(page.getByText(t('errors.profile-archived'))).toBeVisible();
  await expect(page.getByRole('button', {name: t('assessment.create')})).toHaveCount(0);
  await page.goto(paths.result(final));
  await expect(page.getByRole('button', {name: t('result.reopen')})).toHaveCount(0);
  await page.goto(paths.start());
  await expect(page.getByText(industry)).toHaveCount(0);

  await page.goto(paths.profile(profileId));
  await expect(page.getByText(startOf('profile.archived'))).toBeVisible();
  await page.getByRole('button', {name: t('profile.restore')}).click();
  // Exactly: in Chinese the word is part of that for restoring, whose button goes only when the county is restored.
  await expect(page.getByRole('button', {name: t('profile.archive'), exact: true})).toBeVisible();
  await page.goto(paths.category(draft, 'A1'));
  await answer(page, 'A11', 'in-place');
});
