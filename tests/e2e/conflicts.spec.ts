import {paths} from '@/lib/paths';
import {expectAccessible} from './expect-accessible';
import {expect, test} from './fixtures';
import {answer, arriveAt, choice, field, finalise, measure, newDraft, newDraftWithoutScript, openMore, putAnswers, saveState, saving} from './journey';
import {startOf} from './words';

const SAVED = startOf('questionnaire.saved-at');

test.describe('two tabs save the same measure', () => {
  test('the second is told who saved what, and may use its own answer', async ({page, t, noise, context}) => {
    const {id} = await newDraft(page);
    const second = await context.newPage();
    await page.goto(paths.category(id, 'A1'));
    await second.goto(paths.category(id, 'A1'));
    await answer(page, 'A11', 'in-place');

    noise.expectFailure(409, /answers\/A11$/);
    expect(await saving(second, 'A11', () => choice(second, 'A11', 'not-in-place').check())).toBe(409);
    const state = saveState(second, 'A11');
    await expect(state).toContainText(t('questionnaire.conflict-title'));
    await expect(state).toContainText(t('answer.in-place'));
    await expect(state).toContainText('商务局电商股');
    await expect(state).toContainText(t('changes.mine', {who: '商务局电商股'}));
    await expectAccessible(second, 'a conflict');
    await expect(choice(second, 'A11', 'not-in-place')).toBeChecked();
    await page.reload();
    await expect(choice(page, 'A11', 'in-place')).toBeChecked();

    expect(await saving(second, 'A11', () => state.getByRole('button', {name: t('questionnaire.conflict-keep')}).click())).toBe(200);
    await expect(state).toContainText(SAVED);
    await page.reload();
    await expect(choice(page, 'A11', 'not-in-place')).toBeChecked();
  });

  test('or keep what is stored, with its note and evidence', async ({page, t, noise, context}) => {
    const {id} = await newDraft(page);
    const second = await context.newPage();
    await second.goto(paths.category(id, 'A1'));
    await putAnswers(page.request, id, {A11: {value: 'in-place', note: '先存的备注', evidence: [{kind: 'ledger', title: '先存的台账'}]}});

    noise.expectFailure(409, /answers\/A11$/);
    expect(await saving(second, 'A11', () => choice(second, 'A11', 'under-way').check())).toBe(409);
    for (const text of ['先存的备注', '先存的台账', t('answer.under-way')]) await expect(saveState(second, 'A11')).toContainText(text);
    await saveState(second, 'A11').getByRole('button', {name: t('questionnaire.conflict-take')}).click();
    await expect(choice(second, 'A11', 'in-place')).toBeChecked();
    await expect(field(second, 'A11', 'note')).toHaveValue('先存的备注');
    await expect(field(second, 'A11', 'evidence.0.title')).toHaveValue('先存的台账');
    await expect(saveState(second, 'A11')).not.toContainText(t('questionnaire.conflict-title'));

    // From here on this tab knows the stored answer and may change it.
    await answer(second, 'A11', 'unknown');
    await page.goto(paths.category(id, 'A1'));
    await expect(choice(page, 'A11', 'unknown')).toBeChecked();
    await expect(field(page, 'A11', 'note')).toHaveValue('先存的备注');
  });

  test('other measures of both tabs are saved side by side', async ({page, t, context}) => {
    const {id} = await newDraft(page);
    const second = await context.newPage();
    await page.goto(paths.category(id, 'A1'));
    await second.goto(paths.category(id, 'A1'));
    await answer(page, 'A11', 'in-place');
    await answer(second, 'A12', 'in-place');
    await answer(page, 'A13', 'in-place');
    await second.getByRole('button', {name: t('questionnaire.save-list')}).click();
    await arriveAt(second, paths.assessment(id));
    await expect(second.getByText(t('assessment.progress', {answered: 3, total: 45}))).toBeVisible();
  });
});

test('a tab left open while the answer was changed twice: nothing is overwritten unasked', async ({page, t, noise}) => {
  const {id} = await newDraft(page);
  await page.goto(paths.category(id, 'A1'));
  await answer(page, 'A11', 'in-place');
  await putAnswers(page.request, id, {A11: 'under-way'}, 1);
  await putAnswers(page.request, id, {A11: {value: 'not-in-place', note: '隔天改过'}}, 2);

  noise.expectFailure(409, /answers\/A11$/);
  expect(await saving(page, 'A11', () => choice(page, 'A11', 'unknown').check())).toBe(409);
  await expect(saveState(page, 'A11')).toContainText(t('answer.not-in-place'));

  // The page's button does not overwrite it either, but says the same and keeps the choice.
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  const summary = page.getByRole('alert').filter({hasText: t('site.error-title')});
  await expect(summary.getByRole('link')).toHaveAttribute('href', '#A11.value');
  await expect(summary).toContainText(t('answer.not-in-place'));
  await expect(choice(page, 'A11', 'unknown')).toBeChecked();
  // Typing on is no choice; the button is.
  expect(await saving(page, 'A11', () => choice(page, 'A11', 'under-way').check())).toBe(409);
  await expect(saveState(page, 'A11')).toContainText('隔天改过');
  const stored = await page.context().newPage();
  await stored.goto(paths.category(id, 'A1'));
  await expect(choice(stored, 'A11', 'not-in-place')).toBeChecked();
  await expect(field(stored, 'A11', 'note')).toHaveValue('隔天改过');
  expect(await saving(page, 'A11', () => saveState(page, 'A11').getByRole('button', {name: t('questionnaire.conflict-keep')}).click())).toBe(200);
  await stored.reload();
  await expect(choice(stored, 'A11', 'under-way')).toBeChecked();
});

test('a refused page is no conflict with itself: what it saved may be changed again', async ({page, t}) => {
  const {id} = await newDraft(page);
  await page.goto(paths.category(id, 'A1'));
  await answer(page, 'A11', 'in-place');
  await choice(page, 'A12', 'not-applicable').check();
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  await expect(page.getByRole('alert').getByRole('link', {name: t('issues.reason-missing')})).toBeVisible();
  await answer(page, 'A11', 'under-way');
  await field(page, 'A12', 'reason').fill('没有网点');
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  await arriveAt(page, paths.category(id, 'A2'));
  await page.goto(paths.category(id, 'A1'));
  await expect(choice(page, 'A11', 'under-way')).toBeChecked();
});

test('a page sent while its last answer is still being saved is no conflict with itself', async ({page, t}) => {
  const {id} = await newDraft(page);
  await page.goto(paths.category(id, 'A1'));
  await answer(page, 'A11', 'in-place');
  await openMore(page, 'A11');
  // The first save is stored, but its answer is kept back while more is typed and the page is sent.
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/answers/A11', async (route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({response});
  });
  await field(page, 'A11', 'note').fill('先写的备注');
  await field(page, 'A11', 'evidence.0.title').fill('规划');
  await expect(saveState(page, 'A11')).toContainText(t('questionnaire.saving'));
  await field(page, 'A11', 'evidence.0.issuer').fill('县政府');
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  release();
  await arriveAt(page, paths.category(id, 'A2'));
  await page.goto(paths.category(id, 'A1'));
  await expect(field(page, 'A11', 'note')).toHaveValue('先写的备注');
  await expect(field(page, 'A11', 'evidence.0.issuer')).toHaveValue('县政府');
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('a form older than the stored answer is told so, keeps what was typed, and replaces it only when that is chosen', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await page.goto(paths.category(id, 'A1'));
    await putAnswers(page.request, id, {A11: {value: 'in-place', note: '先存的备注', evidence: [{kind: 'ledger', title: '先存的台账'}]}});
    await choice(page, 'A11', 'not-in-place').check();
    await choice(page, 'A12', 'under-way').check();
    await page.getByRole('button', {name: t('questionnaire.continue')}).click();

    const summary = page.getByRole('alert');
    await expect(summary.getByRole('link')).toHaveAttribute('href', '#A11.value');
    await expect(measure(page, 'A11')).toContainText('商务局电商股');
    await expect(choice(page, 'A11', 'not-in-place')).toBeChecked();
    await expect(choice(page, 'A12', 'under-way')).toBeChecked();

    // The sound answer beside it was saved, and may be changed without a conflict.
    await choice(page, 'A12', 'in-place').check();
    await page.getByRole('button', {name: t('questionnaire.continue')}).click();
    await expect(summary.getByRole('link')).toHaveCount(1);
    for (const text of ['先存的备注', '先存的台账', t('answer.not-in-place')]) await expect(saveState(page, 'A11')).toContainText(text);
    await measure(page, 'A11').getByRole('radio', {name: t('questionnaire.conflict-keep')}).check();
    await page.getByRole('button', {name: t('questionnaire.continue')}).click();
    await arriveAt(page, paths.category(id, 'A2'));
    await page.goto(paths.category(id, 'A1'));
    await expect(choice(page, 'A11', 'not-in-place')).toBeChecked();
    await expect(choice(page, 'A12', 'in-place')).toBeChecked();
  });

  test('choosing what is stored keeps it, and the rest of the page is saved', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await page.goto(paths.category(id, 'A1'));
    await putAnswers(page.request, id, {A11: {value: 'in-place', note: '先存的备注'}});
    await choice(page, 'A11', 'not-in-place').check();
    await choice(page, 'A12', 'not-applicable').check();
    await page.getByRole('button', {name: t('questionnaire.continue')}).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2);
    // Something else keeps the page once more; the choice is kept with it.
    await measure(page, 'A11').getByRole('radio', {name: t('questionnaire.conflict-take')}).check();
    await page.getByRole('button', {name: t('questionnaire.continue')}).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
    await expect(choice(page, 'A11', 'in-place')).toBeChecked();
    await expect(field(page, 'A11', 'note')).toHaveValue('先存的备注');
    await field(page, 'A12', 'reason').fill('没有网点');
    await page.getByRole('button', {name: t('questionnaire.continue')}).click();
    await arriveAt(page, paths.category(id, 'A2'));
    await page.goto(paths.category(id, 'A1'));
    await expect(choice(page, 'A11', 'in-place')).toBeChecked();
    await expect(choice(page, 'A12', 'not-applicable')).toBeChecked();
  });

  test('opening the page again instead keeps what is stored', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await page.goto(paths.category(id, 'A1'));
    await putAnswers(page.request, id, {A11: 'in-place'});
    await choice(page, 'A11', 'not-in-place').check();
    await page.getByRole('button', {name: t('questionnaire.continue')}).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.goto(paths.category(id, 'A1'));
    await expect(choice(page, 'A11', 'in-place')).toBeChecked();
  });

  test('a final assessment edited from an old page: a clear message, and nothing is changed', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await putAnswers(page.request, id, {A11: 'in-place'});
    await page.goto(paths.category(id, 'A1'));
    const other = await page.context().newPage();
    await finalise(other, t, id);
    await choice(page, 'A11', 'not-in-place').check();
    await page.getByRole('button', {name: t('questionnaire.continue')}).click();
    await expect(page.getByRole('alert')).toContainText(t('errors.assessment-final'));
    await expect(choice(page, 'A11', 'not-in-place')).toBeChecked();
    await other.reload();
    await expect(measure(other, 'A11')).toContainText(t('answer.in-place'));
  });
});

test('a final assessment edited from an old tab: a clear message, and nothing is changed', async ({page, t, noise, context}) => {
  const {id} = await newDraft(page);
  const old = await context.newPage();
  await old.goto(paths.category(id, 'A1'));
  await answer(old, 'A11', 'in-place');
  await openMore(old, 'A11');
  await finalise(page, t, id);

  noise.expectFailure(409, /answers\/A11$/);
  expect(await saving(old, 'A11', () => choice(old, 'A11', 'not-in-place').check())).toBe(409);
  await expect(saveState(old, 'A11')).toContainText(t('errors.assessment-final'));
  await field(old, 'A11', 'note').fill('定稿后写的');
  await old.getByRole('button', {name: t('questionnaire.continue')}).click();
  await expect(old.getByRole('alert').filter({hasText: t('errors.assessment-final')})).toBeVisible();
  await expect(field(old, 'A11', 'note')).toHaveValue('定稿后写的');

  await page.reload();
  await expect(measure(page, 'A11')).toContainText(t('answer.in-place'));
  await expect(page.getByText('定稿后写的')).toHaveCount(0);
  await page.goto(paths.category(id, 'A1'));
  await arriveAt(page, paths.assessment(id));
  await expect(page.getByText(t('assessment.final-note'))).toBeVisible();
});

test('a draft made final or deleted in another tab: the old tab’s buttons say so', async ({page, t, noise, context}) => {
  const {id} = await newDraft(page);
  await putAnswers(page.request, id, {A11: 'in-place'});
  const old = await context.newPage();
  await old.goto(paths.assessment(id));
  await finalise(page, t, id);
  await old.getByText(t('assessment.delete'), {exact: true}).click();
  await old.getByRole('button', {name: t('assessment.delete-confirm')}).click();
  await expect(old.getByRole('alert').filter({hasText: t('errors.assessment-final')})).toBeVisible();

  const gone = await newDraft(page);
  await putAnswers(page.request, gone.id, {A11: 'in-place'});
  await old.goto(paths.category(gone.id, 'A1'));
  await page.goto(paths.assessment(gone.id));
  await page.getByText(t('assessment.delete'), {exact: true}).click();
  await page.getByRole('button', {name: t('assessment.delete-confirm')}).click();
  await arriveAt(page, paths.profile(gone.profileId));
  noise.expectFailure(404, /answers\/A11$/);
  expect(await saving(old, 'A11', () => choice(old, 'A11', 'unknown').check())).toBe(404);
  await expect(saveState(old, 'A11')).toContainText(t('errors.not-found'));
});
