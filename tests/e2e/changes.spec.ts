import type {Page} from '@playwright/test';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {expectAccessible} from './expect-accessible';
import {expect, test} from './fixtures';
import {answer, arriveAt, choice, field, finalise, measure, newDraft, newDraftWithoutScript, putAnswers, saveState, saving} from './journey';

const entries = (page: Page) => page.locator('main ol > li');

/** Gives this browser a name of its own, from a category page and back to it. */
async function nameBrowser(page: Page, t: Translate, id: string, name: string): Promise<void> {
  await page.goto(paths.category(id, 'A1'));
  await page.getByRole('link', {name: t('changes.change-name')}).click();
  await arriveAt(page, `${paths.assessment(id)}/name`);
  await expectAccessible(page, 'the name form');
  await page.locator('[name="name"]').fill(name);
  await page.getByRole('button', {name: t('changes.name-save')}).click();
  await arriveAt(page, paths.category(id, 'A1'));
  await expect(page.getByText(t('changes.answering-as', {who: name}))).toBeVisible();
}

test('two people in one assessment are told apart: in a conflict, and in the log, from which one restores', async ({page, t, noise, openContext}) => {
  const {id} = await newDraft(page);
  const other = await (await openContext()).newPage();
  await nameBrowser(page, t, id, '发改委 王某');
  await nameBrowser(other, t, id, '农业局 <李某>');
  await answer(page, 'A11', 'in-place');
  noise.expectFailure(409, /answers\/A11$/);
  expect(await saving(other, 'A11', () => choice(other, 'A11', 'not-in-place').check())).toBe(409);
  await expect(saveState(other, 'A11')).toContainText('发改委 王某');
  await expect(saveState(other, 'A11')).toContainText(t('changes.mine', {who: '农业局 <李某>'}));
  expect(await saving(other, 'A11', () => saveState(other, 'A11').getByRole('button', {name: t('questionnaire.conflict-keep')}).click())).toBe(200);

  await measure(other, 'A11').getByRole('link', {name: t('changes.title')}).click();
  await arriveAt(other, paths.changes(id));
  await expect(entries(other)).toHaveCount(2);
  await expect(entries(other).nth(0)).toContainText('农业局 <李某>');
  await expect(entries(other).nth(0)).toContainText(t('answer.in-place'));
  await expect(entries(other).nth(0)).toContainText(t('answer.not-in-place'));
  await expect(entries(other).nth(1)).toContainText('发改委 王某');
  await expectAccessible(other, 'changes');

  await entries(other).nth(1).getByRole('button', {name: t('changes.restore')}).click();
  await expect(entries(other)).toHaveCount(3);
  await expect(entries(other).nth(0)).toContainText(t('change-origin.restored'));
  await expect(entries(other).nth(0).getByRole('button')).toHaveCount(0);
  await page.reload();
  await expect(choice(page, 'A11', 'in-place')).toBeChecked();
});

test('a version is not restored over an answer that was changed since the page was opened', async ({page, t}) => {
  const {id} = await newDraft(page);
  await putAnswers(page.request, id, {A11: 'in-place'});
  await putAnswers(page.request, id, {A11: 'under-way'}, 1);
  await page.goto(paths.changes(id));
  await putAnswers(page.request, id, {A11: {value: 'unknown', note: '刚改的'}}, 2);
  await entries(page).nth(1).getByRole('button', {name: t('changes.restore')}).click();
  await expect(page.getByRole('alert').filter({hasText: t('errors.answer-changed')})).toBeVisible();
  await expect(entries(page)).toHaveCount(3);
  await expect(entries(page).nth(0)).toContainText('刚改的');
});

test('a save sent twice with its id is stored once; used for something else it is refused in words', async ({page, t}) => {
  const {id} = await newDraft(page);
  const saveId = '3f2c1a52-6a0e-4b8e-9d7c-0a1b2c3d4e5f';
  const put = (value: string, revision: number, given: unknown = saveId) => page.request.put(paths.api.answer(id, 'A11'), {data: {answer: {value}, revision, saveId: given}});
  const first = await (await put('in-place', 0)).json();
  await putAnswers(page.request, id, {A11: 'under-way'}, 1);
  const again = await put('in-place', 0);
  expect(again.status()).toBe(200);
  expect(await again.json()).toMatchObject({answer: first.answer, saved: first.saved, standing: {value: 'under-way', revision: 2}});
  const reused = await put('unknown', 2);
  expect([reused.status(), (await reused.json()).error.message]).toEqual([409, t('errors.save-id-reused')]);
  const bad = await put('unknown', 2, 'x');
  expect([bad.status(), (await bad.json()).error.issues]).toEqual([400, [{path: 'saveId', message: t('issues.bad-save-id')}]]);
  await page.goto(paths.changes(id, 'A11'));
  await expect(entries(page)).toHaveCount(2);
});

test('the log of a final assessment is only read, in pages and by measure; in English too', async ({page, t, openContext, app}) => {
  const {id} = await newDraft(page);
  for (let revision = 0; revision < 25; revision += 1) await putAnswers(page.request, id, {A11: {value: 'in-place', note: `第${revision}次`}}, revision);
  await putAnswers(page.request, id, {A12: {value: 'in-place', note: '长'.repeat(300), evidence: [{kind: 'ledger', title: '台账', link: `https://example.org/${'x'.repeat(150)}`}]}});
  await finalise(page, t, id);
  await page.goto(paths.assessment(id));
  await page.getByRole('link', {name: t('changes.title')}).click();
  await expect(page.getByText(t('changes.final-note'))).toBeVisible();
  await expect(entries(page)).toHaveCount(25);
  await expect(entries(page).nth(0)).toContainText(t('change-origin.finalised'));
  await expect(page.getByRole('button', {name: t('changes.restore')})).toHaveCount(0);
  await expect(page.getByText(t('changes.range', {first: 1, last: 25, total: 27}))).toBeVisible();
  await page.getByRole('link', {name: t('profiles.next')}).click();
  await expect(entries(page)).toHaveCount(2);
  await expect(page.getByText(t('changes.range', {first: 26, last: 27, total: 27}))).toBeVisible();
  await page.locator('[name="measure"]').selectOption('A12');
  await page.getByRole('button', {name: t('changes.filter-button')}).click();
  await expect(entries(page)).toHaveCount(1);
  await expectAccessible(page, 'changes of one measure');

  const english = await openContext();
  await english.addCookies([{name: 'locale', value: 'en', url: app.url}]);
  const reader = await english.newPage();
  await reader.goto(paths.changes(id));
  await expect(reader.getByRole('heading', {level: 1})).toHaveText('Changes');
  await expectAccessible(reader, 'changes in English');
});

/** Chooses a trait's description on the section's page and saves it. */
async function saveTrait(page: Page, t: Translate, id: string, trait: string, value: string): Promise<void> {
  await page.goto(paths.traits(id));
  await page.locator(`input[name="${trait}.value"][value="${value}"]`).check();
  await page.getByRole('button', {name: t('traits.save-check')}).click();
  await arriveAt(page, paths.check(id));
}

test('the log prints with whose it is on each sheet, and nothing to press', async ({page, t}) => {
  const {id, industry} = await newDraft(page);
  await putAnswers(page.request, id, {A11: 'in-place', A12: 'unknown'});
  await putAnswers(page.request, id, {A11: 'under-way'}, 1);
  await page.goto(paths.changes(id));
  await expect(entries(page).getByRole('button')).toHaveCount(1);

  await page.emulateMedia({media: 'print'});
  await expect(page.getByText(`光山县 · ${industry} · `).filter({visible: true})).toHaveCount(1);
  const margins = (await page.locator('main style').allTextContents()).join('');
  expect(margins).toContain('光山县');
  expect(margins).toMatch(/@bottom-right[^}]*counter\(page\)/);
  for (const button of await page.getByRole('button', {includeHidden: true}).all()) await expect(button).toBeHidden();
  await expect(page.getByRole('link', {name: t('assessment.tasks')})).toBeHidden();
  await expect(entries(page)).toHaveCount(3);
  for (const entry of await entries(page).all()) {
    await expect(entry).toBeVisible();
    await expect(entry).toHaveCSS('break-inside', 'avoid');
  }
});

test('a trait’s changes are in the log with those of the measures, alone by the filter, and an earlier stage is restored', async ({page, t, openContext, app}) => {
  const {id} = await newDraft(page);
  await putAnswers(page.request, id, {A11: 'in-place'});
  await saveTrait(page, t, id, 'brand', '2');
  await saveTrait(page, t, id, 'brand', '3');
  await saveTrait(page, t, id, 'research', 'unknown');
  await page.goto(paths.traits(id));
  await page.locator('#brand').getByRole('link', {name: t('changes.title')}).click();
  await arriveAt(page, paths.changes(id));
  await expect(page.locator('[name="measure"]')).toHaveValue('brand');
  await expect(entries(page)).toHaveCount(2);
  await expect(entries(page).nth(0)).toContainText(`质量提升阶段 → ${t('changes.becomes')} 研发与品牌创新阶段`);
  await expect(entries(page).nth(0)).toContainText('商务局电商股');
  await expect(entries(page).nth(0).getByRole('button')).toHaveCount(0);
  await expectAccessible(page, 'changes of a trait');

  // Changed since the page was made.
  const other = await (await openContext()).newPage();
  await saveTrait(other, t, id, 'brand', '1');
  await entries(page).nth(1).getByRole('button', {name: `${t('changes.restore')} ${t('changes.restore-label', {measure: '品牌', revision: 1})}`}).click();
  await expect(page.getByRole('alert').filter({hasText: t('errors.answer-changed')})).toBeVisible();
  await expect(entries(page)).toHaveCount(5);
  await entries(page).nth(3).getByRole('button', {name: t('changes.restore')}).click();
  await expect(entries(page)).toHaveCount(6);
  await expect(entries(page).nth(0)).toContainText(t('change-origin.restored'));
  await expect(entries(page).nth(0)).toContainText(`数量扩张阶段 → ${t('changes.becomes')} 质量提升阶段`);
  await expectAccessible(page, 'changes of measures and traits');
  await entries(page).nth(0).getByRole('link', {name: '品牌'}).click();
  await arriveAt(page, paths.traits(id));
  await expect(page.locator('input[name="brand.value"][value="2"]')).toBeChecked();

  await finalise(page, t, id);
  const english = await openContext();
  await english.addCookies([{name: 'locale', value: 'en', url: app.url}]);
  const reader = await english.newPage();
  await reader.goto(paths.changes(id, 'brand'));
  await expect(entries(reader)).toHaveCount(4);
  await expect(entries(reader).nth(0)).toContainText('Quality improvement stage');
  await expect(reader.getByRole('button', {name: 'Restore'})).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('a name is checked and kept, stands beside what is saved, and a version is restored', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await page.getByRole('link', {name: t('changes.change-name')}).click();
    await page.locator('[name="name"]').fill('  ');
    await page.getByRole('button', {name: t('changes.name-save')}).click();
    await expect(page.getByRole('alert').getByRole('link', {name: t('issues.filled-by-missing')})).toHaveAttribute('href', '#name');
    await page.locator('[name="name"]').fill('字'.repeat(61));
    await page.getByRole('button', {name: t('changes.name-save')}).click();
    await expect(page.getByRole('alert').getByRole('link', {name: t('issues.too-long', {max: 60})})).toBeVisible();
    await page.locator('[name="name"]').fill('统计局 赵某');
    await page.getByRole('button', {name: t('changes.name-save')}).click();
    await arriveAt(page, paths.assessment(id));

    await page.goto(paths.category(id, 'A1'));
    await choice(page, 'A11', 'in-place').check();
    await page.getByRole('button', {name: t('questionnaire.save-list')}).click();
    await arriveAt(page, paths.assessment(id));
    await putAnswers(page.request, id, {A11: 'unknown'}, 1);
    await page.goto(paths.changes(id, 'A11'));
    await expect(entries(page).nth(1)).toContainText('统计局 赵某');
    await entries(page).nth(1).getByRole('button', {name: t('changes.restore')}).click();
    await expect(entries(page)).toHaveCount(3);
    await page.goto(paths.category(id, 'A1'));
    await expect(choice(page, 'A11', 'in-place')).toBeChecked();
  });

  test('a trait’s earlier stage is restored', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await saveTrait(page, t, id, 'brand', '2');
    await saveTrait(page, t, id, 'brand', 'unknown');
    await page.goto(paths.changes(id, 'brand'));
    await expect(entries(page).nth(0)).toContainText(t('traits.dont-know'));
    await entries(page).nth(1).getByRole('button', {name: t('changes.restore')}).click();
    await expect(entries(page)).toHaveCount(3);
    await expect(page).toHaveURL(paths.changes(id, 'brand'));
    await page.goto(paths.traits(id));
    await expect(page.locator('input[name="brand.value"][value="2"]')).toBeChecked();
  });

  test('a page sent twice, the second time after another’s change, is saved once', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await page.goto(paths.category(id, 'A1'));
    await choice(page, 'A11', 'in-place').check();
    const sending = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', {name: t('questionnaire.continue')}).click();
    const request = await sending;
    await arriveAt(page, paths.category(id, 'A2'));
    await putAnswers(page.request, id, {A11: 'under-way'}, 1);
    const {'content-length': _length, ...headers} = await request.allHeaders();
    const again = await page.request.post(request.url(), {
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':'))),
      data: request.postDataBuffer() ?? Buffer.alloc(0),
      maxRedirects: 0,
    });
    expect(again.status()).toBe(303);
    await page.goto(paths.category(id, 'A1'));
    await expect(choice(page, 'A11', 'under-way')).toBeChecked();
    await expect(field(page, 'A11', 'revision')).toHaveValue('2');
  });
});
