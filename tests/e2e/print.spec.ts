import type {Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {MEASURES, type Value, ticksOf} from './answer-sets';
import {expect, test} from './fixtures';
import {measure, newDraft, newFinal, putAnswers} from './journey';

const A4 = {width: 595, height: 842};

/** Pages of a PDF and the size of each in points, as the file itself tells. */
function readPdf(file: Buffer) {
  const text = file.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(([, width, height]) => ({
    width: Number(width),
    height: Number(height),
  }));
  return {isPdf: text.startsWith('%PDF-'), pages: [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length, boxes};
}

async function expectReport(page: Page): Promise<void> {
  const {isPdf, pages, boxes} = readPdf(await page.pdf({preferCSSPageSize: true, printBackground: false}));
  expect(isPdf).toBe(true);
  expect(pages).toBeGreaterThanOrEqual(3);
  expect(pages).toBeLessThanOrEqual(12);
  expect(boxes.length).toBeGreaterThan(0);
  for (const {width, height} of boxes) {
    expect(Math.abs(width - A4.width)).toBeLessThanOrEqual(2);
    expect(Math.abs(height - A4.height)).toBeLessThanOrEqual(2);
  }
}

test('a final result prints on A4 as a report without navigation', async ({page, t}) => {
  const {industry} = await newFinal(page, t, ticksOf('guangshan'));
  const about = {period: t('period.year', {year: String(new Date().getFullYear())}), instrument: 'wang-zhang-2017 1.0.0'};
  const line = page.getByText(`${industry} · ${t('assessment.filled-by-line', {...about, filledBy: '商务局电商股'})}`, {exact: true});
  await expect(line).toBeHidden();
  await expect(page.locator('header')).toBeVisible();

  await page.emulateMedia({media: 'print'});
  await expect(line).toBeVisible();
  // The header of every sheet stands in the page's margins, which no element shows.
  const margins = await page.locator('article > style').evaluate((style) => style.textContent);
  expect(margins).toContain(t('result.header', {...about, county: '光山县'}));
  expect(margins).toMatch(/@bottom-right[^}]*counter\(page\)[^}]*counter\(pages\)/);
  for (const hidden of ['header', 'nav', 'main ~ footer']) await expect(page.locator(hidden).first()).toBeHidden();
  for (const button of await page.getByRole('button', {includeHidden: true}).all()) await expect(button).toBeHidden();
  await expect(page.getByText(t('result.print-hint'))).toBeHidden();
  await expect(page.getByText(t('staircase.hint'))).toBeHidden();
  await expect(page.getByRole('link', {name: t('result.compare-link')})).toBeHidden();
  for (const heading of ['result.why', 'result.coverage', 'result.gaps', 'result.roadmap', 'result.compare-title'] as const) {
    await expect(page.getByRole('heading', {name: t(heading), exact: true})).toBeVisible();
  }
  for (const code of MEASURES) await expect(measure(page, code)).toBeVisible();
  const staircases = page.getByRole('group', {name: t('staircase.title', {name: '光山'})});
  await expect(staircases).toHaveCount(1);
  await expectReport(page);
});

test('the sheet’s width holds the report: nothing is wider than the paper', async ({page, t}) => {
  await newFinal(page, t, ticksOf('qinghe'));
  await page.emulateMedia({media: 'print'});
  // A4 less the margins of 16 mm, at 96 px an inch.
  await page.setViewportSize({width: 672, height: 900});
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

test('a draft with notes, reasons and evidence prints as a draft', async ({page, t}) => {
  const {id} = await newDraft(page);
  const note = '由商务局牵头，会同农业农村局、邮政管理局和各乡镇办理，每季度核对一次。'.repeat(3);
  const answers = Object.fromEntries(
    Object.entries(ticksOf('jinzhai')).map(([code, value], index) => [
      code,
      index % 4 === 0
        ? {value: 'not-applicable' as Value, reason: '本县没有可用的条件', note}
        : {value, note: index % 2 === 0 ? note : '', evidence: [{kind: 'document', title: '关于加快电商发展的意见', documentNumber: '金政〔2016〕12号'}]},
    ]),
  );
  await putAnswers(page.request, id, answers);
  await page.goto(paths.result(id));
  await page.emulateMedia({media: 'print'});
  await expect(page.getByText(t('result.draft-mark')).first()).toBeVisible();
  await expect(measure(page, 'A12')).toContainText('金政〔2016〕12号');
  await expectReport(page);
});

test.describe('in English', () => {
  test.use({language: 'en'});

  test('the report prints too', async ({page, t}) => {
    await newFinal(page, t, ticksOf('qinghe'));
    await page.emulateMedia({media: 'print'});
    await expect(page.getByText(/wang-zhang-2017 1\.0\.0$/).first()).toBeVisible();
    await expectReport(page);
  });
});
