import AxeBuilder from '@axe-core/playwright';
import type {Locator, Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {type Value, ticksOf} from './answer-sets';
import {expect, test} from './fixtures';
import {choice, measure, newDraft, newDraftWithoutScript, newFinal, putAnswers, section} from './journey';

/** Stage 1 met; of stage 2, 5 in place, 3 unknown, the rest not in place: open between 1 and 2. */
function openAnswers(): Record<string, Value> {
  const {B41: _b41, B42: _b42, B43: _b43, ...answers} = ticksOf('guangshan');
  return {...answers, B21: 'in-place'};
}

/** The page's own trial, opened. */
async function openTrial(page: Page, title: string, button: string): Promise<Locator> {
  const trial = section(page, title);
  await trial.getByRole('button', {name: button}).click();
  await expect(page.locator('#what-if-threshold')).toBeVisible();
  return trial;
}

async function expectAccessible(page: Page): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({width, height: 800});
    const {violations} = await new AxeBuilder({page}).setLegacyMode(true).options({resultTypes: ['violations']}).include('main').analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join('; ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({language});

    test('a final result says how sure it is, in four readings and by five rules', async ({page, t}) => {
      await newFinal(page, t, ticksOf('guangshan'));
      const sure = section(page, t('sureness.title'));
      const stage = (number: number) => t('stage.numeral', {stage: String(number)});
      await expect(sure).toContainText(t('sureness.firm', {standing: t('sureness.at', {stage: stage(1)})}));
      await expect(sure.getByRole('listitem')).toHaveText([
        t('sureness.up', {measures: 3, stage: stage(2)}),
        t('sureness.up', {measures: 9, stage: stage(3)}),
        t('sureness.down-lowest', {stage: stage(1)}),
      ]);
      const line = sure.getByRole('img', {name: t('sureness.line-label')});
      for (const mark of ['A 15/15', 'B 4/13', 'C 0/17']) await expect(line).toContainText(mark);
      await expect(sure.getByRole('table').getByRole('row').last()).toContainText(t('sureness.threshold-here', {threshold: '1/2'}));
      const readings = section(page, t('sureness.readings'));
      await expect(readings.locator('dd')).toHaveCount(4);
      // Nothing is evidenced, so not even stage 1 is met by evidence alone.
      await expect(readings.locator('dd').nth(2)).toContainText(t('stage.entering'));
      await expect(readings.locator('dd').nth(2).getByRole('link', {name: 'A11'})).toHaveAttribute('href', '#A11');
      const rules = section(page, t('sureness.rules'));
      await expect(rules.locator('tbody tr')).toHaveCount(5);
      await expect(rules).toContainText(t('sureness.rules-agree', {stage: stage(1)}));
    });

    test('an open draft leads to the next best question, and the trial is never saved', async ({page, t}) => {
      const {id} = await newDraft(page);
      await putAnswers(page.request, id, openAnswers());
      await page.goto(paths.result(id));
      const stage = (number: number) => t('stage.numeral', {stage: String(number)});
      const sure = section(page, t('sureness.title'));
      await expect(sure).toContainText(t('sureness.settle', {stage: stage(2), inPlace: 2, notInPlace: 2}));
      await expect(sure.getByRole('link', {name: 'B41'})).toHaveAttribute('href', paths.measure(id, 'B4', 'B41'));

      const writes: string[] = [];
      page.on('request', (request) => (request.method() === 'GET' ? undefined : writes.push(request.url())));
      const trial = await openTrial(page, t('what-if.title'), t('what-if.open'));
      const status = trial.getByRole('status');
      const open = t('stage.range', {low: stage(1), high: stage(2)});
      await expect(status).toContainText(`${t('what-if.now')}${open}`);
      for (const code of ['B41', 'B42']) await page.locator(`#what-if-${code}`).selectOption('in-place');
      await expect(status).toContainText(`${t('what-if.now')}${stage(2)}`);
      await expect(status).toContainText(`${t('what-if.real')}${open}`);
      await expect(status).toContainText(t('what-if.moved'));
      await expect(trial.getByRole('listitem').filter({hasText: `${t('answer.unknown')} → ${t('answer.in-place')}`})).toHaveCount(2);

      await page.locator('#what-if-threshold').selectOption('1');
      await expect(status).toContainText(`${t('what-if.now')}${stage(1)}`);
      await page.locator('#what-if-threshold').selectOption('other');
      const percent = page.locator('#what-if-percent');
      for (const bad of ['0', '101', 'x', '33.333']) {
        await percent.fill(bad);
        await percent.press('Enter');
        await expect(percent).toHaveAttribute('aria-invalid', 'true');
        await expect(percent).toHaveValue(bad);
        await expect(trial).toContainText(t('what-if.percent-bad'));
        await expect(status).toContainText(`${t('what-if.now')}${stage(1)}`);
      }
      await expectAccessible(page);
      await percent.fill('30.5');
      await expect(trial.getByText(t('what-if.percent-bad'))).toHaveCount(0);
      await expect(status).toContainText(`${t('what-if.now')}${stage(2)}`);
      await expect(trial).toContainText('61/200');

      await trial.getByRole('button', {name: t('what-if.reset')}).click();
      await expect(status).toContainText(`${t('what-if.now')}${open}`);
      await expect(status).toContainText(t('what-if.same'));
      await expect(page.locator('#what-if-B41')).toHaveValue('unknown');
      await expect(trial).toContainText(t('what-if.none-changed'));
      expect(writes).toEqual([]);
      await page.goto(paths.category(id, 'B4'));
      await expect(choice(page, 'B41', 'in-place')).not.toBeChecked();
    });
  });
}

test('the trial’s code is fetched only when it is asked for, and a server out of reach is told', async ({page, t, noise}) => {
  const {id} = await newDraft(page);
  await putAnswers(page.request, id, {A11: 'in-place'});
  await page.goto(paths.result(id), {waitUntil: 'networkidle'});
  noise.expectFailure(0, /\.js/);
  await page.route(/\.js(\?|$)/, (route) => route.abort('connectionrefused'));
  const trial = section(page, t('what-if.title'));
  await trial.getByRole('button', {name: t('what-if.open')}).click();
  await expect(trial).toContainText(t('what-if.failed'));
  await page.unroute(/\.js(\?|$)/);
  await openTrial(page, t('what-if.title'), t('what-if.open'));
});

test('by keyboard a measure is tried and taken back', async ({page, t}) => {
  await newFinal(page, t, ticksOf('jinzhai'));
  const trial = section(page, t('what-if.title'));
  await trial.getByRole('button', {name: t('what-if.open')}).focus();
  await page.keyboard.press('Enter');
  await page.locator('#what-if-C11').focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('#what-if-C11')).not.toHaveValue('not-in-place');
  await trial.getByRole('button', {name: t('what-if.reset')}).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#what-if-C11')).toHaveValue('not-in-place');
  await expect(page.getByText(t('what-if.trial'), {exact: true})).toBeFocused();
});

test('on paper the three sections stand and the trial does not', async ({page, t}) => {
  await newFinal(page, t, ticksOf('jinzhai'));
  await page.emulateMedia({media: 'print'});
  for (const heading of ['sureness.title', 'sureness.readings', 'sureness.rules'] as const) await expect(section(page, t(heading))).toBeVisible();
  await expect(page.getByRole('heading', {name: t('what-if.title')})).toBeHidden();
  await expect(measure(page, 'A11')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('the three sections are there, and the trial says what it needs', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await putAnswers(page.request, id, ticksOf('qinghe'));
    await page.goto(paths.result(id));
    await expect(section(page, t('sureness.title')).getByRole('img')).toBeVisible();
    await expect(section(page, t('sureness.rules')).locator('tbody tr')).toHaveCount(5);
    const said = section(page, t('what-if.title')).locator('noscript p');
    await expect(said).toBeVisible();
    expect(await said.innerText()).toBe(t('what-if.no-script'));
    await expect(page.getByRole('button', {name: t('what-if.open')})).toBeHidden();
  });
});
