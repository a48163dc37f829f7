import {paths} from '@/lib/paths';
import {MEASURES, ticksOf} from './answer-sets';
import {expect, test} from './fixtures';
import {GUANGSHAN, arriveAt, choice, field, idIn, measure, newDraftWithoutScript, newIndustry, openMore, section, startAssessment, throughCategories} from './journey';
import {stageName, startOf} from './words';

test.use({javaScriptEnabled: false});

const REASON = '本县没有可用的邮政网点';
const NOTE = '由商务局牵头\n每季度核对一次';
const EVIDENCE = {title: '关于加快电商发展的意见', documentNumber: '光政〔2016〕12号', issuer: '光山县人民政府', date: '2016-03', link: 'https://example.org/12.html'};

test('a whole journey: county by search button, answers, mended errors, evidence, result, comparison', async ({page, t}) => {
  await page.goto(paths.start());
  await page.getByRole('link', {name: t('start.begin')}).click();

  await page.locator('[name="search"]').fill(GUANGSHAN.search);
  await page.getByRole('button', {name: t('profile.county-search-button')}).click();
  await expect(page.locator('[name="search"]')).toHaveValue(GUANGSHAN.search);
  await page.getByRole('radio', {name: GUANGSHAN.code}).check();
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  const summary = page.getByRole('alert');
  await expect(summary.getByRole('link', {name: t('issues.industry-missing')})).toHaveAttribute('href', '#industry');
  await expect(page.getByRole('radio', {name: GUANGSHAN.code})).toBeChecked();
  await page.locator('[name="industry"]').fill(newIndustry());
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await page.waitForURL('**/assessments/new');

  await page.getByRole('button', {name: t('assessment.create')}).click();
  await expect(summary.getByRole('link', {name: t('issues.filled-by-missing')})).toHaveAttribute('href', '#filledBy');
  await startAssessment(page, t);
  const id = idIn(page);
  await page.getByRole('link', {name: startOf('assessment.continue')}).click();

  const ticks = ticksOf('guangshan');
  await throughCategories(page, t, id, async (category) => {
    const codes = MEASURES.filter((each) => each.startsWith(category));
    for (const code of codes) await choice(page, code, ticks[code] ?? 'unknown').check();
    if (category !== 'A1') return;

    await openMore(page, 'A11');
    for (const [name, text] of Object.entries(EVIDENCE)) await field(page, 'A11', `evidence.0.${name}`).fill(text);
    await openMore(page, 'A12');
    await expect(field(page, 'A11', 'evidence.0.title')).toHaveValue(EVIDENCE.title);
    await choice(page, 'A12', 'not-applicable').check();
    await field(page, 'A12', 'note').fill(NOTE);
    await page.getByRole('button', {name: t('questionnaire.continue')}).click();
    await expect(summary.getByRole('link', {name: t('issues.reason-missing')})).toHaveAttribute('href', '#A12.reason');
    await expect(measure(page, 'A12')).toContainText(t('issues.reason-missing'));
    await expect(choice(page, 'A12', 'not-applicable')).toBeChecked();
    await expect(field(page, 'A12', 'note')).toHaveValue(NOTE);
    for (const code of codes.filter((each) => each !== 'A12')) await expect(choice(page, code, 'in-place')).toBeChecked();

    await field(page, 'A12', 'reason').fill(REASON);
  });

  await page.getByRole('button', {name: t('check.finalise')}).click();
  await arriveAt(page, paths.result(id));
  await expect(page.getByRole('heading', {level: 1})).toHaveText(
    t('result.headline', {county: GUANGSHAN.name, stage: t('stage.numeral', {stage: '1'}), name: stageName(1)}),
  );
  await expect(section(page, t('result.coverage')).locator('tbody tr').first()).toContainText('14 / 14');
  await expect(measure(page, 'A12')).toContainText(REASON);
  await expect(measure(page, 'A12')).toContainText('每季度核对一次');
  const record = measure(page, 'A11').getByRole('link', {name: EVIDENCE.title});
  await expect(record).toContainText(EVIDENCE.documentNumber);
  await expect(record).toHaveAttribute('href', EVIDENCE.link);

  await page.getByText(t('staircase.table-summary')).click();
  const table = page.getByRole('table', {name: t('staircase.table-caption', {name: GUANGSHAN.short})});
  for (const code of MEASURES) {
    const value = code === 'A12' ? 'not-applicable' : (ticks[code] ?? 'unknown');
    await expect(table.getByRole('row', {name: code})).toContainText(t(`answer.${value}`));
  }

  await section(page, t('result.compare-title')).getByRole('link', {name: t('result.compare-link')}).click();
  const said = page.locator('noscript p');
  await expect(said).toBeVisible();
  expect(await said.innerText()).toBe(t('compare.radar.noScript'));
  await expect(page.getByRole('table', {name: t('compare.radar.caption')}).getByRole('row')).toHaveCount(16);
  await expect(page.getByRole('table', {name: t('compare.heatMap.caption')}).getByRole('row', {name: /^[ABC]\d\d/})).toHaveCount(45);
});

test('a county that is not listed is entered by hand; what is missing is said and what was typed stays', async ({page, t}) => {
  await page.goto(paths.newProfile());
  await page.locator('[name="search"]').fill('没有这个县');
  await page.getByRole('button', {name: t('profile.county-search-button')}).click();
  await expect(page.getByText(t('profile.county-no-results'))).toBeVisible();

  await page.getByText(t('profile.by-hand')).click();
  const typed = {county: '试验县', province: '河南省', industry: newIndustry('试验')};
  for (const [name, text] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(text);
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await expect(page.getByRole('alert').getByRole('link', {name: t('issues.prefecture-missing')})).toHaveAttribute('href', '#prefecture');
  for (const [name, text] of Object.entries(typed)) await expect(page.locator(`[name="${name}"]`)).toHaveValue(text);

  await page.locator('[name="prefecture"]').fill('试验市');
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await page.waitForURL('**/assessments/new');
  await page.goto(paths.profile(idIn(page)));
  await expect(page.getByRole('heading', {level: 1})).toHaveText(typed.county);
  await expect(page.locator('main')).toContainText('河南省试验市');
});

test('answers are kept as each page is sent, and the next visit goes on at the first open category', async ({page, t}) => {
  const {id, industry} = await newDraftWithoutScript(page, t);
  await page.goto(paths.category(id, 'A1'));
  for (const code of MEASURES.filter((each) => each.startsWith('A1'))) await choice(page, code, 'under-way').check();
  await page.getByRole('button', {name: t('questionnaire.save-list')}).click();
  await arriveAt(page, paths.assessment(id));
  await expect(page.getByText(t('assessment.progress', {answered: 5, total: 45}))).toBeVisible();

  await page.goto(paths.start());
  const draft = page.getByRole('listitem').filter({hasText: industry});
  await draft.getByRole('link', {name: t('start.continue')}).click();
  await arriveAt(page, paths.category(id, 'A2'));
  await page.goto(paths.category(id, 'A1'));
  for (const code of ['A11', 'A15']) await expect(choice(page, code, 'under-way')).toBeChecked();
});
