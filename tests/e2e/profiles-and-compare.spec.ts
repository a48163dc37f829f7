import type {Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {MEASURES, ticksOf} from './answer-sets';
import {expect, test} from './fixtures';
import {GUANGSHAN, JINZHAI, QINGHE, arriveAt, chooseCounty, createProfile, newFinal} from './journey';

// Its own, empty database: the first test sees what a new installation shows.
test.use({ownDatabase: 'profiles-and-compare'});
test.describe.configure({mode: 'serial'});

const BENCHMARKS = ['b:guangshan', 'b:jinzhai', 'b:qinghe'];

/** Counties of the list in their order, by the headings of its rows. */
function listed(page: Page): Promise<string[]> {
  return page.locator('form li').evaluateAll((rows) => rows.map((row) => row.querySelector('a')?.textContent ?? ''));
}

test('a new installation says that nothing is there yet', async ({page, t}) => {
  await page.goto(paths.profiles());
  await expect(page.getByText(t('profiles.empty'))).toBeVisible();
  await page.goto(`${paths.profiles()}?archived=1`);
  await expect(page.getByText(t('profiles.empty-archived'))).toBeVisible();
  await page.goto(`${paths.profiles()}?search=光山`);
  await expect(page.getByText(t('profiles.none-found', {search: '光山'}))).toBeVisible();
  await page.goto(paths.compare());
  await expect(page.getByText(t('compare.none'))).toBeVisible();
  await expect(page.getByText(t('chooser.no-profiles'))).toBeVisible();
  await page.goto(paths.start());
  await expect(page.getByRole('heading', {name: t('start.drafts')})).toHaveCount(0);
});

for (const {by, text} of [
  {by: 'name', text: '光山'},
  {by: 'pinyin', text: 'guangshan'},
  {by: 'initials', text: 'gs'},
  {by: 'code', text: '411522'},
]) {
  test(`the picker finds 光山 by its ${by}`, async ({page}) => {
    await page.goto(paths.newProfile());
    await page.getByRole('combobox').pressSequentially(text);
    await expect(page.getByRole('option').filter({hasText: GUANGSHAN.code})).toContainText(GUANGSHAN.name);
  });
}

test('the list is searched, sorted and filtered, and the archive is apart', async ({page, t}) => {
  await newFinal(page, t, ticksOf('qinghe'), QINGHE);
  await newFinal(page, t, ticksOf('guangshan'), GUANGSHAN);
  await createProfile(page, t, JINZHAI, '茶叶');
  await page.goto(paths.profiles());
  await expect(page.getByText(t('profiles.count', {total: 3}))).toBeVisible();
  expect(await listed(page), 'last changed first').toEqual([JINZHAI.name, GUANGSHAN.name, QINGHE.name]);

  const sort = page.getByRole('combobox', {name: t('profiles.sort')});
  const search = page.getByRole('searchbox');
  const submit = page.getByRole('button', {name: t('profiles.search-button')});
  await sort.selectOption('county');
  await submit.click();
  await page.waitForURL(/sort=county/);
  expect(await listed(page)).toEqual([QINGHE.name, JINZHAI.name, GUANGSHAN.name]);
  await sort.selectOption('stage');
  await submit.click();
  await page.waitForURL(/sort=stage/);
  expect(await listed(page), 'highest stage first, none last').toEqual([QINGHE.name, GUANGSHAN.name, JINZHAI.name]);
  await expect(page.getByRole('listitem').filter({hasText: JINZHAI.name}).getByText(t('stage.none'))).toBeVisible();

  for (const [text, names] of [
    ['茶叶', [JINZHAI.name]],
    ['河北', [QINGHE.name]],
    ['411522', [GUANGSHAN.name]],
    ['信阳 光山', [GUANGSHAN.name]],
  ] as const) {
    await search.fill(text);
    await submit.click();
    await page.waitForURL((url) => url.searchParams.get('search') === text);
    expect(await listed(page), text).toEqual(names);
    await expect(search).toHaveValue(text);
  }
  await search.fill('%_不存在');
  await submit.click();
  await expect(page.getByText(t('profiles.none-found', {search: '%_不存在'}))).toBeVisible();
  await page.getByRole('link', {name: t('profiles.show-all')}).click();
  await page.getByRole('link', {name: JINZHAI.name}).click();
  await page.getByRole('button', {name: t('profile.archive')}).click();
  await arriveAt(page, paths.profiles());
  expect((await listed(page)).toSorted()).toEqual([GUANGSHAN.name, QINGHE.name].toSorted());
  await page.getByRole('combobox', {name: t('profiles.show')}).selectOption('1');
  await submit.click();
  await page.waitForURL(/archived=1/);
  expect(await listed(page)).toEqual([JINZHAI.name]);
});

test('a form refused for another reason keeps the county that was chosen', async ({page, t}) => {
  await page.goto(paths.newProfile());
  await chooseCounty(page, JINZHAI);
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  const summary = page.getByRole('alert').filter({hasText: t('site.error-title')});
  await expect(summary.getByRole('link')).toHaveCount(1);
  await expect(summary.getByRole('link', {name: t('issues.industry-missing')})).toHaveAttribute('href', '#industry');
  await expect(page.locator('[name="divisionCode"]')).toHaveValue(JINZHAI.code);
  await page.getByRole('link', {name: t('profile.county-change')}).click();
  await expect(page.locator('#county-search')).toBeVisible();
  await page.locator('[name="industry"]').fill('茶叶');
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await expect(summary.getByRole('link', {name: t('issues.county-missing')})).toHaveAttribute('href', '#county-search');
  await expect(page.locator('[name="industry"]')).toHaveValue('茶叶');
});

test('a profile’s details are changed, and its page shows its figures', async ({page, t}) => {
  await page.goto(paths.profiles());
  await page.getByRole('link', {name: QINGHE.name}).click();
  await page.getByRole('link', {name: t('profile.edit')}).click();
  await expect(page.locator('[name="divisionCode"]')).toHaveValue(QINGHE.code);
  await page.getByText(t('profile.figures')).click();
  await page.locator('[name="population"]').fill('四十万');
  await page.locator('[name="gdp"]').fill('１５０.５');
  await page.getByRole('button', {name: t('profile.save')}).click();
  const summary = page.getByRole('alert').filter({hasText: t('site.error-title')});
  await expect(summary.getByRole('link', {name: t('issues.bad-number')})).toHaveAttribute('href', '#population');
  await expect(page.locator('[name="population"]')).toHaveValue('四十万');
  await expect(page.locator('[name="gdp"]')).toHaveValue('１５０.５');
  await expect(page.locator('[name="divisionCode"]')).toHaveValue(QINGHE.code);
  await page.locator('[name="population"]').fill('40');
  await page.getByRole('button', {name: t('profile.save')}).click();
  await expect(summary.getByRole('link')).toHaveCount(1);
  await expect(summary.getByRole('link', {name: t('issues.year-missing')})).toHaveAttribute('href', '#figuresYear');
  await page.locator('[name="figuresYear"]').fill('2016');
  await page.getByRole('button', {name: t('profile.save')}).click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText(QINGHE.name);
  await expect(page.getByRole('heading', {name: t('profile.figures-title', {year: '2016'})})).toBeVisible();
  await expect(page.locator('dl')).toContainText('150.5');
});

test('profiles and benchmarks are compared from the list: radar, bars, heat map and differences, each with its table', async ({page, t, openContext}) => {
  await page.goto(paths.profiles());
  await page.getByRole('checkbox', {name: t('profiles.choose', {name: QINGHE.name})}).check();
  await page.getByRole('button', {name: t('profiles.compare-chosen', {limit: 8})}).click();
  await page.waitForURL(/\/compare\?c=/);
  const own = new URL(page.url()).searchParams.get('c') ?? '';
  await page.getByText(t('chooser.summary')).click();
  for (const key of BENCHMARKS) await page.locator(`input[name="c"][value="${key}"]`).check();
  await page.getByRole('button', {name: t('chooser.submit')}).click();
  await page.waitForURL((url) => url.searchParams.getAll('c').length === 4);
  expect(new URL(page.url()).searchParams.getAll('c').toSorted()).toEqual([...BENCHMARKS, own].toSorted());

  const radar = page.locator('svg.recharts-surface').first();
  await expect(radar).toBeVisible();
  await expect(radar.locator('.recharts-radar')).toHaveCount(4);

  const summary = page.getByRole('table', {name: t('compare.summary.caption')});
  const cells = (row: string) => summary.getByRole('row', {name: row}).getByRole('cell').allInnerTexts();
  for (const [name, stage, coverage] of [
    ['光山', 1, ['15/15', '4/13', '0/17']],
    ['金寨', 2, ['10/15', '13/13', '1/17']],
  ] as const) {
    const texts = await cells(name);
    expect(texts[0]).toContain(t('stage.numeral', {stage: String(stage)}));
    for (const [index, fraction] of coverage.entries()) expect(texts[index + 1]).toContain(fraction);
  }
  await expect(summary.getByRole('rowheader')).toHaveCount(4);

  const radarTable = page.getByRole('table', {name: t('compare.radar.caption')});
  await expect(radarTable.getByRole('columnheader')).toHaveCount(5);
  await expect(radarTable.getByRole('row', {name: /^A2/}).getByRole('cell').first()).toHaveText(/^\d\/3$/);
  await expect(radarTable.locator('tbody tr')).toHaveCount(15);
  const heatMap = page.getByRole('table', {name: t('compare.heatMap.caption')});
  for (const code of MEASURES) await expect(heatMap.getByRole('row', {name: new RegExp(`^${code}`)}).getByRole('cell')).toHaveCount(4);
  for (const stage of [1, 2, 3]) {
    await expect(page.locator('table').filter({has: page.locator('caption', {hasText: t('stage.numeral', {stage: String(stage)})})}).locator('tbody tr')).toHaveCount(4);
  }
  await expect(page.getByRole('heading', {name: t('compare.differences.heading')})).toBeVisible();

  // The address alone carries the selection.
  const elsewhere = await (await openContext()).newPage();
  await elsewhere.goto(page.url());
  await expect(elsewhere.locator('svg.recharts-surface').first()).toBeVisible();
  for (const caption of ['compare.summary.caption', 'compare.radar.caption', 'compare.heatMap.caption'] as const) {
    const table = (at: Page) => at.getByRole('table', {name: t(caption)}).innerText();
    expect(await table(elsewhere)).toBe(await table(page));
  }
});

test('a line of the radar is taken out and put back with its box', async ({page, t}) => {
  await page.goto(paths.compare(BENCHMARKS));
  const lines = page.locator('svg.recharts-surface').first().locator('.recharts-radar');
  await expect(lines).toHaveCount(3);
  const box = page.getByRole('group', {name: t('compare.radar.legend')}).getByRole('checkbox').first();
  await box.uncheck();
  await expect(lines).toHaveCount(2);
  await box.check();
  await expect(lines).toHaveCount(3);
});

test('an address with unknown counties, or with more than eight, says so and shows the rest', async ({page, t}) => {
  await page.goto(paths.compare(['b:guangshan', 'b:nowhere', 'p:00000000-0000-0000-0000-000000000000', '<b>x</b>']));
  for (const key of ['b:nowhere', 'p:00000000-0000-0000-0000-000000000000', '<b>x</b>']) {
    await expect(page.getByRole('alert').filter({hasText: t('chooser.unknown', {key})})).toBeVisible();
  }
  await expect(page.getByRole('table', {name: t('compare.summary.caption')}).getByRole('rowheader')).toHaveCount(1);
  await expect(page.getByText(t('compare.differences.one'))).toBeVisible();

  const many = [...BENCHMARKS, ...Array.from({length: 6}, (_, index) => `b:other-${index}`)];
  await page.goto(paths.compare(many));
  await expect(page.getByRole('alert').filter({hasText: t('chooser.too-many', {limit: 8, given: 9})})).toBeVisible();
  await expect(page.getByRole('table', {name: t('compare.summary.caption')}).getByRole('rowheader')).toHaveCount(3);
});

test('a county without a final assessment is left out of the comparison and named', async ({page, t}) => {
  const id = await createProfile(page, t, {...GUANGSHAN, search: '商城', code: '411524', name: '商城县', short: '商城'}, '药材');
  await page.goto(paths.compare(['b:qinghe', `p:${id}`]));
  await expect(page.getByRole('alert').filter({hasText: t('chooser.no-final', {county: '商城'})})).toBeVisible();
});
