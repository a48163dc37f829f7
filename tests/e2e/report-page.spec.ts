import type {Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {MEASURES, type Value, ticksOf} from './answer-sets';
import {expectAccessible} from './expect-accessible';
import {expect, test} from './fixtures';
import {QINGHE, measure, newDraft, newDraftWithoutScript, newFinal, putAnswers} from './journey';

const SECTIONS = ['summary', 'basis', 'diagnosis', 'comparison', 'match', 'roadmap', 'follow-up', 'measures', 'annex'];
const NOTE = '由商务局牵头，会同农业农村局、邮政管理局和各乡镇办理，每季度核对一次。';
const LONG_WORD = 'w'.repeat(60);

/** Answers with notes, reasons and evidence, among them text that no line can break. */
const FULL = Object.fromEntries(
  Object.entries(ticksOf('qinghe')).map(([code, value], index) => [
    code,
    index % 5 === 0
      ? {value: 'not-applicable' as Value, reason: '本县没有可用的条件', note: NOTE.repeat(4)}
      : {value, note: index === 1 ? LONG_WORD.repeat(3) : NOTE, evidence: [{kind: 'document', title: '关于加快电商发展的意见 <b>😀', link: 'https://example.org/2026/12.html'}]},
  ]),
);

/** A4 sheets of the page's PDF. */
async function printed(page: Page): Promise<number> {
  const text = (await page.pdf({preferCSSPageSize: true})).toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
  expect(boxes.length).toBeGreaterThan(0);
  for (const [, width, height] of boxes) {
    expect(Math.abs(Number(width) - 595)).toBeLessThanOrEqual(2);
    expect(Math.abs(Number(height) - 842)).toBeLessThanOrEqual(2);
  }
  return [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(language, () => {
    test.use({language});

    test('the report of a final assessment: from the result, read by all, printed on A4', async ({page, t}) => {
      await newFinal(page, t, ticksOf('qinghe'), QINGHE);
      await page.getByRole('link', {name: t('report-page.open')}).click();
      await expect(page).toHaveURL(/\/report$/);
      await expectAccessible(page, 'a report');
      await page.setViewportSize({width: 1280, height: 900});

      for (const id of SECTIONS) {
        const [section, link] = [page.locator(`section#${id}`), page.getByRole('navigation', {name: t('document.contents')}).locator(`a[href="#${id}"]`)];
        await expect(section.getByRole('heading', {level: 2})).toHaveText(await link.innerText());
      }
      for (const code of MEASURES) await expect(measure(page, code)).toHaveCount(1);
      for (const figure of await page.locator('figure').all()) await expect(figure.getByRole('img').first()).toHaveAccessibleName(/./);
      expect(await page.locator('figure').count()).toBeGreaterThanOrEqual(3);

      await page.emulateMedia({media: 'print'});
      const margins = await page.locator('main > style').evaluate((style) => style.textContent);
      expect(margins).toMatch(/@top-right[^}]*2026[^}]*wang-zhang-2017 1\.0\.0/);
      expect(margins).toMatch(/@bottom-right[^}]*counter\(page\)[^}]*counter\(pages\)/);
      for (const hidden of ['body > header', 'main ~ footer']) await expect(page.locator(hidden).first()).toBeHidden();
      for (const button of await page.getByRole('button', {includeHidden: true}).all()) await expect(button).toBeHidden();
      await expect(page.getByRole('group', {name: t('report-page.title')})).toBeHidden();
      const sheets = await printed(page);
      expect(sheets).toBeGreaterThanOrEqual(8);
      expect(sheets).toBeLessThanOrEqual(24);
      // A4 less the margins of 16 mm, at 96 px an inch.
      await page.setViewportSize({width: 672, height: 900});
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    });
  });
}

test('a draft with long notes says that it is one, and nothing is wider than the screen or the paper', async ({page, t}) => {
  const {id} = await newDraft(page, QINGHE, `羽绒${LONG_WORD.slice(2)}`);
  await putAnswers(page.request, id, FULL);
  await page.goto(paths.report(id));
  await expect(page.locator('.stage-report > header')).toContainText(t('result.provisional', {answered: 45, total: 45}));
  await expect(measure(page, 'A12')).toContainText(LONG_WORD.repeat(3));
  await expect(measure(page, 'A13').getByRole('link')).toHaveAttribute('href', 'https://example.org/2026/12.html');
  await expectAccessible(page, 'a report with long notes');
  await page.emulateMedia({media: 'print'});
  await page.setViewportSize({width: 672, height: 900});
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(await printed(page)).toBeLessThanOrEqual(32);
});

test('the print button opens the browser’s print window', async ({page, t}) => {
  const {id} = await newDraft(page);
  await page.goto(paths.report(id));
  await page.evaluate(() => Object.assign(window, {printed: 0, print: () => Object.assign(window, {printed: 1})}));
  await page.getByRole('button', {name: t('report-page.print')}).click();
  expect(await page.evaluate(() => (window as unknown as {printed: number}).printed)).toBe(1);
});

test('an unknown assessment has no report', async ({page, t, noise}) => {
  noise.expectFailure(404, /report$/);
  await page.goto(paths.report('none'));
  await expect(page.getByRole('heading', {level: 1})).toHaveText(t('site.not-found-title'));
});

test.describe('a download', () => {
  test('shows that it takes time, is not begun twice, and is saved under the server’s name', async ({page, t}) => {
    const {id} = await newDraft(page);
    await page.goto(paths.report(id));
    let asked = 0;
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/report\/docx/, async (route) => {
      asked += 1;
      await held;
      const name = encodeURIComponent('光山 2026年 报告.docx');
      await route.fulfill({body: 'PK', headers: {'content-disposition': `attachment; filename="_.docx"; filename*=UTF-8''${name}`}});
    });
    const link = page.getByRole('link', {name: t('report-page.docx'), exact: true});
    await link.click();
    await expect(page.getByRole('status').first()).toHaveText(t('report-page.making'));
    // As a hand would, which does not ask whether the link is ready.
    await link.click({force: true});
    const download = page.waitForEvent('download');
    release();
    expect((await download).suggestedFilename()).toBe('光山 2026年 报告.docx');
    await expect(page.getByRole('status').first()).toHaveText(t('report-page.saved', {name: '光山 2026年 报告.docx'}));
    expect(asked).toBe(1);
  });

  test('says what the server says of a failure, and when there is no server; then it may be tried again', async ({page, t, noise}) => {
    const {id} = await newDraft(page);
    await page.goto(paths.report(id));
    const link = page.getByRole('link', {name: t('report-page.xlsx'), exact: true});
    const said = page.getByRole('status').nth(1);
    const message = t('errors.database-busy');
    noise.expectFailure(503, /report\/xlsx/);
    await page.route(/report\/xlsx/, (route) => route.fulfill({status: 503, json: {error: {code: 'database-busy', message, issues: []}}}));
    await link.click();
    await expect(said).toHaveText(message);

    noise.expectFailure(502, /report\/xlsx/);
    await page.route(/report\/xlsx/, (route) => route.fulfill({status: 502, body: '<html>'}));
    await link.click();
    await expect(said).toHaveText(t('report-page.failed'));

    noise.expectFailure(0, /report\/xlsx/);
    await page.route(/report\/xlsx/, (route) => route.abort('connectionrefused'));
    await link.click();
    await expect(said).toHaveText(t('report-page.offline'));
    await expectAccessible(page, 'a report whose file failed');
  });
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('the report is whole, and its files are plain links', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await page.goto(paths.result(id));
    await page.getByRole('link', {name: t('report-page.open')}).click();
    await expect(page.locator('section#annex').getByRole('heading', {level: 2})).toBeVisible();
    await expect(page.getByRole('link', {name: t('report-page.docx'), exact: true})).toHaveAttribute('href', paths.reportFile(id, 'docx', 'zh-CN'));
    await expect(page.getByRole('link', {name: t('report-page.xlsx-other')})).toHaveAttribute('href', paths.reportFile(id, 'xlsx', 'en'));
    await expect(page.getByRole('button', {name: t('report-page.print')})).toBeHidden();
  });
});
