import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {MEASURES, ticksOf} from './answer-sets';
import {expect, test} from './fixtures';
import {measure, newFinal} from './journey';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const HOSTILE = '"><img src=x onerror="window.hacked = 1"></style><script>window.hacked = 1</script>{total} .* %';

/** Axe finds nothing, and the page does not scroll sideways, on a wide screen and on a phone. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({width, height: 800});
    const {violations} = await new AxeBuilder({page}).setLegacyMode(true).options({runOnly: RULES, resultTypes: ['violations']}).analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join('; ')}`), `${what} at ${width} px`).toEqual([]);
    await expectNoOverflow(page, what);
  }
}

async function expectNoOverflow(page: Page, what: string): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Prints on A4: nothing wider than the sheet, no control and no navigation on it. */
async function expectPrintable(page: Page, most: number): Promise<void> {
  await page.emulateMedia({media: 'print'});
  // A4 less the margins of 16 mm, at 96 px an inch.
  await page.setViewportSize({width: 672, height: 900});
  await expectNoOverflow(page, 'the sheet');
  for (const hidden of ['header', 'main ~ footer', 'main nav', 'main form']) {
    for (const each of await page.locator(hidden).all()) await expect(each).toBeHidden();
  }
  const file = (await page.pdf({preferCSSPageSize: true, printBackground: false})).toString('latin1');
  const pages = [...file.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
  expect(pages).toBeGreaterThanOrEqual(2);
  expect(pages).toBeLessThanOrEqual(most);
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({language});

    test('the method page works out the benchmark counties, is accessible and prints', async ({page, t}) => {
      await page.goto(paths.start());
      await page.locator('main ~ footer').getByRole('link', {name: t('method.title')}).click();
      await expect(page.getByRole('heading', {level: 1})).toHaveText(t('method.title'));
      await expect(page.locator('section', {has: page.locator('#scalogram')})).toContainText('112/135');
      await expect(page.locator('section', {has: page.locator('#reproduction')})).toContainText('4/13');
      await expect(page.locator('section', {has: page.locator('#roadmap')})).toContainText('B21');
      await expect(page.locator('section', {has: page.locator('#cluster')})).toContainText('−1');
      for (const code of MEASURES) await expect(page.locator('section', {has: page.locator('#table-1')}).getByText(code, {exact: true})).toHaveCount(1);
      const contents = page.getByRole('navigation', {name: t('compare.contents')}).getByRole('link');
      for (const link of await contents.all()) {
        const target = (await link.getAttribute('href')) ?? '';
        await expect(page.locator(target)).toHaveCount(1);
      }
      if (language === 'en') expect(await page.locator('main').innerText()).not.toMatch(/\p{Script=Han}/u);
      await expectAccessible(page, 'method');
      await expectPrintable(page, 16);
    });

    test('the instrument page shows everything, is accessible and prints', async ({page, t}) => {
      await page.goto(paths.start());
      await page.locator('main ~ footer').getByRole('link', {name: t('instrument-page.title')}).click();
      await expect(page.getByText(t('instrument-page.count', {shown: 45, total: 45}))).toBeVisible();
      for (const code of MEASURES) await expect(measure(page, code)).toBeVisible();
      await expect(page.getByText(/wang-zhang-2017 1\.0\.0.*[0-9a-f]{64}/).filter({visible: true})).toHaveCount(1);
      if (language === 'en') expect(await page.locator('main').innerText()).not.toMatch(/\p{Script=Han}/u);
      await expectAccessible(page, 'instrument');
      await expectPrintable(page, 30);
    });

    test('a filter is kept in the address, finds nothing politely, and takes hostile text for text', async ({page, t}) => {
      await page.goto(paths.instrument());
      await page.locator('[name="stage"]').selectOption('2');
      await page.locator('[name="text"]').fill('b2');
      await page.getByRole('button', {name: t('instrument-page.submit')}).click();
      await expect(page).toHaveURL(/\?stage=2&text=b2$/);
      await expect(measure(page, 'B21')).toBeVisible();
      await expect(measure(page, 'A11')).toHaveCount(0);
      await expect(page.locator('[name="stage"]')).toHaveValue('2');
      await expect(page.locator('[name="text"]')).toHaveValue('b2');
      await measure(page, 'B21').getByRole('link', {name: t('instrument-page.link-to', {code: 'B21'})}).click();
      await expect(page).toHaveURL(/\?stage=2&text=b2#B21$/);

      await page.goto(`${paths.instrument()}?stage=9&text=${encodeURIComponent(HOSTILE)}`);
      await expect(page.getByRole('alert').filter({hasText: t('instrument-page.unknown-stage', {stage: '9'})})).toBeVisible();
      await expect(page.getByText(t('instrument-page.none'))).toBeVisible();
      await expect(page.locator('[name="text"]')).toHaveValue(HOSTILE);
      await expect(page.locator('main')).toContainText(HOSTILE);
      expect(await page.evaluate(() => (window as unknown as {hacked?: number}).hacked)).toBeUndefined();
      await expectAccessible(page, 'instrument without a measure');

      await page.goto(`${paths.instrument()}?text=${'W'.repeat(500)}&text=x&stage=1&stage=2`);
      await expect(page.getByRole('alert').filter({hasText: t('instrument-page.too-long', {max: 200})})).toBeVisible();
      await expectNoOverflow(page, 'instrument with a long word');
      await page.getByRole('link', {name: t('instrument-page.show-all')}).click();
      await expect(measure(page, 'C53')).toBeVisible();
    });
  });
}

test('a link to a measure leads to it', async ({page}) => {
  await page.goto(`${paths.instrument()}#C31`);
  await expect(measure(page, 'C31')).toBeInViewport();
});

test('the result page leads to the method', async ({page, t}) => {
  await newFinal(page, t, ticksOf('guangshan'));
  await page.getByRole('link', {name: t('method.link')}).click();
  await expect(page).toHaveURL(paths.method());
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('the filter and the links work', async ({page, t}) => {
    await page.goto(paths.instrument());
    await page.locator('[name="text"]').fill('B21');
    await page.getByRole('button', {name: t('instrument-page.submit')}).click();
    await expect(measure(page, 'B21')).toBeVisible();
    await expect(measure(page, 'C11')).toHaveCount(0);
    await page.getByRole('link', {name: t('instrument-page.method-link'), exact: true}).first().click();
    await expect(page.getByRole('heading', {level: 1})).toHaveText(t('method.title'));
    await page.locator('a[href="#limits"]').click();
    await expect(page.locator('#limits')).toBeInViewport();
  });
});
