import {readFileSync} from 'node:fs';
import type {Download, Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {readSheets, readTable} from '../support/read-workbook';
import {ticksOf} from './answer-sets';
import {expectAccessible} from './expect-accessible';
import {expect, test} from './fixtures';
import {createProfile, GUANGSHAN, newFinal, newIndustry} from './journey';

async function openFile(file: Download) {
  return readSheets(readFileSync(await file.path()));
}

async function download(page: Page, link: string): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', {name: link, exact: true}).click()]);
  return file;
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({language});

    test('the blank questionnaire is offered in both languages where one looks for it', async ({page, t}) => {
      await page.goto(paths.instrument());
      const chinese = await openFile(await download(page, t('workbook.template.zh-CN')));
      const english = await download(page, t('workbook.template.en'));
      expect([...chinese.keys()]).toEqual(['填写', '更多证据', '说明']);
      expect(readTable(chinese.get('填写') ?? [], '代码', (code) => /^[A-C]\d\d$/.test(code))).toHaveLength(45);
      expect(english.suggestedFilename()).toBe('County e-commerce questionnaire (blank).xlsx');
      expect([...(await openFile(english)).keys()]).toEqual(['Fill in', 'More evidence', 'About']);
      await expectAccessible(page, 'the questionnaire');

      await createProfile(page, t, GUANGSHAN, newIndustry());
      await expect(page.getByRole('link', {name: t('workbook.template.en')})).toHaveAttribute('href', paths.template('en'));
      await expectAccessible(page, 'the page that starts an assessment');
    });
  });
}

test('the workbook of an assessment holds its answers and its diagnosis, in the language asked for', async ({page, t, noise}) => {
  const {id} = await newFinal(page, t, ticksOf('guangshan'));
  const file = await page.request.get(paths.reportFile(id, 'xlsx', 'en'));
  expect(file.status()).toBe(200);
  expect(file.headers()['content-disposition']).toMatch(/^attachment; filename=".*\.xlsx"/);
  expect(file.headers()['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const sheets = await readSheets(await file.body());
  expect([...sheets.keys()]).toEqual(['Fill in', 'More evidence', 'Diagnosis', 'Comparison', 'About']);
  const answers = readTable(sheets.get('Fill in') ?? [], 'Code', (code) => /^[A-C]\d\d$/.test(code)).map((row) => row['Answer']);
  expect(answers.filter((answer) => answer === 'In place')).toHaveLength(Object.values(ticksOf('guangshan')).filter((value) => value === 'in-place').length);

  const unknown = paths.reportFile('00000000-0000-4000-8000-000000000000', 'xlsx', 'zh-CN');
  const refused = await page.request.get(unknown);
  expect(refused.status()).toBe(404);
  expect(await refused.json()).toMatchObject({error: {code: 'not-found'}});
  expect(noise.problems).toEqual([]);
});
