import {paths} from '@/lib/paths';
import {MEASURES, ticksOf} from './answer-sets';
import {expect, test} from './fixtures';
import {GUANGSHAN, JINZHAI, QINGHE, arriveAt, choice, chooseCounty, idIn, isSave, measure, newIndustry, saveState, section, startAssessment, throughCategories} from './journey';
import {stageName, startOf} from './words';

const BENCHMARKS = [
  {id: 'guangshan', county: GUANGSHAN, industry: '羽绒', stage: 1, inPlace: [15, 4, 0], roadmap: ['B21', 'B32', 'B41']},
  {
    id: 'jinzhai',
    county: JINZHAI,
    industry: '茶',
    stage: 2,
    inPlace: [10, 13, 1],
    roadmap: ['C11', 'C21', 'C41', 'C51', 'C12', 'C22', 'C32', 'C42'],
  },
  {id: 'qinghe', county: QINGHE, industry: '羊绒', stage: 3, inPlace: [8, 7, 17], roadmap: []},
] as const;

const CODES = ['A', 'B', 'C'];
const MEASURES_OF_STAGE = [15, 13, 17];
const NEEDED = [8, 7, 9];

for (const {id: benchmark, county, industry, stage, inPlace, roadmap} of BENCHMARKS) {
  test(`${county.short}, entered through the pages, stands at stage ${stage}`, async ({page, t}) => {
    const ticks = ticksOf(benchmark);
    await page.goto(paths.start());
    await page.getByRole('link', {name: t('start.begin')}).click();
    await chooseCounty(page, county);
    await page.locator('[name="industry"]').fill(newIndustry(industry));
    await page.getByRole('button', {name: t('profile.save-new')}).click();
    await page.waitForURL('**/assessments/new');
    await startAssessment(page, t);
    const id = idIn(page);
    await expect(page.getByText(t('assessment.progress', {answered: 0, total: 45}))).toBeVisible();
    await page.getByRole('link', {name: startOf('assessment.continue')}).click();

    let saves = 0;
    page.on('request', (request) => {
      if (isSave(request)) saves += 1;
    });
    await throughCategories(page, t, id, async (category) => {
      for (const code of MEASURES.filter((each) => each.startsWith(category))) {
        await choice(page, code, ticks[code] ?? 'unknown').check();
        await expect(saveState(page, code)).toContainText(startOf('questionnaire.saved-at'));
      }
    });
    expect(saves, 'one request an answer').toBe(45);

    for (const code of MEASURES) await expect(measure(page, code)).toContainText(t(`answer.${ticks[code] ?? 'unknown'}`));
    await page.getByRole('button', {name: t('check.finalise')}).click();
    await arriveAt(page, paths.result(id));

    await expect(page.getByRole('heading', {level: 1})).toHaveText(
      t('result.headline', {county: county.name, stage: t('stage.numeral', {stage: String(stage)}), name: stageName(stage)}),
    );
    const rows = section(page, t('result.coverage')).locator('tbody tr');
    await expect(rows).toHaveCount(3);
    for (const [index, count] of inPlace.entries()) {
      const row = rows.nth(index);
      const met = count >= (NEEDED[index] ?? 0);
      await expect(row.getByRole('rowheader')).toContainText(`${CODES[index]} ${stageName(index + 1)}`);
      await expect(row.getByRole('cell').nth(0)).toHaveText(`${count} / ${MEASURES_OF_STAGE[index]}`);
      await expect(row.getByRole('cell').nth(1)).toHaveText(String(NEEDED[index]));
      await expect(row.getByRole('cell').nth(2)).toHaveText(met ? `✓ ${t('result.coverage-yes')}` : t('result.coverage-no'));
    }

    const steps = section(page, t('result.roadmap')).locator('ol > li');
    await expect(steps).toHaveCount(roadmap.length);
    for (const [index, code] of roadmap.entries()) await expect(steps.nth(index)).toContainText(`${index + 1}. ${code}`);
    if (roadmap.length === 0) await expect(section(page, t('result.roadmap'))).toContainText(t('result.roadmap-top'));

    // Of the two drawings of the staircase, the one for wide screens is shown.
    const staircase = page.getByRole('group', {name: t('staircase.title', {name: county.short})});
    await expect(staircase).toHaveCount(1);
    await expect(staircase.getByRole('link')).toHaveCount(45);
    await expect(staircase.getByRole('link', {name: new RegExp(`${t('answer.in-place')}$`)})).toHaveCount(inPlace[0] + inPlace[1] + inPlace[2]);
    for (const short of ['光山', '金寨', '清河']) {
      await expect(section(page, t('result.compare-title')).getByRole('img', {name: t('staircase.title', {name: short})})).toBeVisible();
    }
    for (const code of MEASURES) await expect(measure(page, code)).toContainText(t(`answer.${ticks[code] ?? 'unknown'}`));
  });
}
