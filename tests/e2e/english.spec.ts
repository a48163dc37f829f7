import type {Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {MEASURES, ticksOf} from './answer-sets';
import {expect, test} from './fixtures';
import {QINGHE, answer, arriveAt, choice, chooseCounty, field, finalise, measure, openMore, putAnswers, saveState, section} from './journey';
import {stageName, wordsOf} from './words';

// Its own database: what other tests typed in Chinese would stand in the lists.
test.use({ownDatabase: 'english'});

// The language is chosen with the button, as a reader does; from then on all words are English.
const t = wordsOf('en');

/** What may stay Chinese: the county's own name, and the names that the picker's hint shows as examples. */
const PLACE_NAMES = ['清河县', '清河', '光山县', '光山', '金寨县', '金寨', '河北省', '邢台市'];

/** All text of a page, seen or read out: content, names of controls, drawings, title. The language switch is left out. */
function readAll(page: Page): Promise<string> {
  return page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const each of body.querySelectorAll('script, style, template, [lang="zh-CN"]')) each.remove();
    const named = [...body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap((each) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => each.getAttribute(name) ?? ''),
    );
    return [document.title, body.textContent ?? '', ...named].join('\n');
  });
}

async function expectEnglish(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  let text = await readAll(page);
  for (const name of PLACE_NAMES) text = text.replaceAll(name, '');
  const left = text.split('\n').filter((line) => /[\p{Script=Han}，。；：！？（）《》、]/u.test(line));
  expect(left, `Chinese text at ${page.url()}`).toEqual([]);
}

test('one journey in English', async ({page}) => {
  await page.goto(paths.profiles());
  await page.getByRole('button', {name: 'English'}).click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText(t('profiles.title'));
  await expectEnglish(page);
  await page.goto(paths.start());
  await expectEnglish(page);
  await page.getByRole('link', {name: t('start.begin')}).click();
  await expectEnglish(page);

  // Errors, then mended.
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await expect(page.getByRole('alert').getByRole('link', {name: t('issues.county-missing')})).toBeVisible();
  await expect(page.getByRole('alert').getByRole('link', {name: t('issues.industry-missing')})).toBeVisible();
  await expectEnglish(page);
  await chooseCounty(page, {...QINGHE, search: 'qinghe'});
  await page.locator('[name="industry"]').fill('Cashmere');
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await page.waitForURL('**/assessments/new');
  await expectEnglish(page);
  await page.getByRole('button', {name: t('assessment.create')}).click();
  await expect(page.getByRole('alert').getByRole('link', {name: t('issues.filled-by-missing')})).toBeVisible();
  await page.locator('[name="filledBy"]').fill('Commerce Bureau');
  await page.getByRole('button', {name: t('assessment.create')}).click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1) ?? '';
  await expectEnglish(page);

  await page.goto(paths.category(id, 'A1'));
  await expectEnglish(page);
  await answer(page, 'A11', 'in-place');
  await expect(saveState(page, 'A11')).toContainText('Saved');
  await choice(page, 'A12', 'not-applicable').check();
  await expect(saveState(page, 'A12')).toContainText(t('questionnaire.reason-needed'));
  await openMore(page, 'A11');
  await expectEnglish(page);
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  await expect(page.getByRole('alert').getByRole('link', {name: t('issues.reason-missing')})).toBeVisible();
  await expectEnglish(page);
  await field(page, 'A12', 'reason').fill('There is no post office');
  await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  await arriveAt(page, paths.category(id, 'A2'));

  const ticks = Object.fromEntries(Object.entries(ticksOf('qinghe')).filter(([code]) => !['A11', 'A12'].includes(code)));
  await putAnswers(page.request, id, ticks);
  await page.goto(paths.result(id));
  await expectEnglish(page);
  await page.goto(paths.check(id));
  await expectEnglish(page);
  await finalise(page, t, id);
  const county = 'Qinghe County 清河县';
  await expect(page.getByRole('heading', {level: 1})).toHaveText(
    t('result.headline', {county, stage: t('stage.numeral', {stage: '3'}), name: stageName(3, 'en')}),
  );
  await expect(measure(page, 'A12')).toContainText('There is no post office');
  for (const code of MEASURES) await expect(measure(page, code)).not.toContainText(t('check.unanswered'));
  await expectEnglish(page);

  await section(page, t('result.compare-title')).getByRole('link', {name: t('result.compare-link')}).click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText(t('chooser.title'));
  await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
  await expectEnglish(page);

  await page.goto(paths.assessment(id));
  await expectEnglish(page);
  await page.goto(paths.profiles());
  await expectEnglish(page);
  await page.getByRole('link', {name: county}).click();
  await expect(page.getByText(t('profile.status-final'))).toBeVisible();
  await expectEnglish(page);
  await page.getByRole('link', {name: t('profile.edit')}).click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText(t('profile.edit-title'));
  await expectEnglish(page);
});

test('a page that does not exist says so in English, and one press leads back to Chinese', async ({page, noise}) => {
  await page.goto(paths.start());
  await page.getByRole('button', {name: 'English'}).click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText(t('site.name'));
  noise.expectFailure(404, /no-such-page/);
  await page.goto('/no-such-page');
  await expect(page.getByRole('heading', {level: 1})).toHaveText(t('site.not-found-title'));
  await expectEnglish(page);
  await page.goto(paths.profiles());
  await page.getByRole('button', {name: '中文'}).click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText(wordsOf('zh-CN')('profiles.title'));
  await expect(page).toHaveURL(paths.profiles());
});
