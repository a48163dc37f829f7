import type {Page} from '@playwright/test';
import {zipSync} from 'fflate';
import {paths} from '@/lib/paths';
import {type Filled, makeWorkbook, rewriteParts} from '../support/filled-workbook';
import {expectAccessible} from './expect-accessible';
import {expect, test} from './fixtures';
import {arriveAt, choice, field, finalise, newDraft, newDraftWithoutScript, openMore, putAnswers} from './journey';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ROWS: Filled[] = [{code: 'A11', value: '已实施', note: '村村有站点'}, {code: 'A12', value: '不适用', reason: '本县没有'}, {code: 'A13', value: '推进中'}];

/** Chooses a file and sends it. */
async function upload(page: Page, button: string, name: string, buffer: Uint8Array | string, mimeType = XLSX): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({name, mimeType, buffer: Buffer.from(buffer)});
  await page.getByRole('button', {name: button}).click();
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(language, () => {
    test.use({language});

    test('a workbook is previewed, refused with every problem, mended, and imported in one go', async ({page, t}) => {
      const {id} = await newDraft(page);
      await putAnswers(page.request, id, {A13: {value: 'in-place', note: '旧说明', evidence: [{kind: 'document', title: '旧方案'}]}});
      await page.goto(paths.assessment(id));
      await page.getByRole('link', {name: t('import.link')}).click();
      await arriveAt(page, paths.importAnswers(id));
      await expectAccessible(page, 'import');

      const bad = [...ROWS, {code: 'A14', value: '也许'}, {code: 'A11', value: '未实施'}, {code: 'Q1', value: '已实施'}];
      await upload(page, t('import.read'), '填报.xlsx', await makeWorkbook({locale: language, rows: bad}));
      const alert = page.locator('main').getByRole('alert');
      await expect(alert.getByRole('heading')).toHaveText(t('import.problems-title', {count: 3}));
      await expect(alert).toBeFocused();
      await expect(alert.getByRole('listitem')).toHaveCount(3);
      await expect(alert).toContainText(t('import.unknown-code', {code: 'Q1'}));
      await expect(page.getByRole('button', {name: t('import.apply')})).toHaveCount(0);
      await expectAccessible(page, 'import with problems');

      await upload(page, t('import.read'), '填报.xlsx', await makeWorkbook({locale: language, rows: ROWS}));
      await expect(page.getByRole('heading', {name: t('import.preview-title')})).toBeVisible();
      await expect(page.getByText(`${t('import.count.new', {count: 2})} · ${t('import.count.changed', {count: 1})}`)).toBeVisible();
      await expect(page.locator('#import-A13')).toContainText('旧说明');
      await expectAccessible(page, 'import preview');
      await page.getByRole('button', {name: t('import.apply')}).click();
      await arriveAt(page, paths.assessment(id));
      await expect(page.locator('main').getByRole('status').filter({hasText: t('import.done', {count: 3})})).toBeVisible();
      await page.goto(paths.category(id, 'A1'));
      await expect(choice(page, 'A11', 'in-place')).toBeChecked();
      await expect(choice(page, 'A12', 'not-applicable')).toBeChecked();
      await openMore(page, 'A11');
      await expect(field(page, 'A11', 'note')).toHaveValue('村村有站点');
    });
  });
}

test('the workbook of an assessment changes nothing when it comes back', async ({page, t}) => {
  const {id} = await newDraft(page);
  await putAnswers(page.request, id, {A11: {value: 'in-place', note: '=1+1', evidence: [{kind: 'photo', title: '一'}, {kind: 'link', title: '二', link: 'https://example.org/'}]}, A12: 'unknown'});
  await page.goto(paths.importAnswers(id));
  for (const [name, count] of [[t('import.get-filled'), t('import.count.unchanged', {count: 2})], [t('import.get-blank'), t('import.nothing')]] as const) {
    const response = await page.request.get((await page.getByRole('link', {name}).getAttribute('href')) ?? '');
    await upload(page, t('import.read'), 'back.xlsx', await response.body());
    await expect(page.getByText(t('import.nothing'))).toBeVisible();
    await expect(page.getByText(count)).toBeVisible();
    await page.reload();
  }
});

test('an answer changed after the preview stops the import; the new preview can be imported', async ({page, t}) => {
  const {id} = await newDraft(page);
  await page.goto(paths.importAnswers(id));
  await upload(page, t('import.read'), 'a.csv', 'A11,已实施\nA12,推进中,注', 'text/csv');
  await expect(page.getByText(t('import.count.new', {count: 2}))).toBeVisible();
  await putAnswers(page.request, id, {A12: 'not-in-place'});
  await page.getByRole('button', {name: t('import.apply')}).click();
  await expect(page.locator('main').getByRole('alert')).toContainText(t('import.stale'));
  await expect(page.getByText(`${t('import.count.new', {count: 1})} · ${t('import.count.changed', {count: 1})}`)).toBeVisible();
  await expectAccessible(page, 'import that came too late');
  await page.getByRole('button', {name: t('import.apply')}).click();
  await arriveAt(page, paths.assessment(id));
  await page.goto(paths.category(id, 'A1'));
  for (const [code, value] of [['A11', 'in-place'], ['A12', 'under-way']] as const) await expect(choice(page, code, value)).toBeChecked();
});

test('hostile and wrong files are refused with words, and so is a proposal that was tampered with', async ({page, t}) => {
  const {id} = await newDraft(page);
  await page.goto(paths.importAnswers(id));
  const good = await makeWorkbook({rows: ROWS});
  const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]);
  const files: [string, Uint8Array, string][] = [
    ['bomb.xlsx', zipSync({'xl/a.xml': new Uint8Array(60 * 1024 * 1024)}), t('file.inflates-too-much', {max: 24})],
    ['macro.xlsm', rewriteParts(good, {'xl/vbaProject.bin': () => 'x'}), t('file.macros')],
    ['doctype.xlsx', rewriteParts(good, {'xl/workbook.xml': (xml) => `<!DOCTYPE x>${xml}`}), t('file.doctype')],
    ['cut.xlsx', good.slice(0, 2000), t('file.broken')],
    ['password.xlsx', ole, t('file.encrypted')],
    ['picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), t('file.unknown-kind')],
    ['other.xlsx', await makeWorkbook({rows: ROWS, about: {version: '0.1.0'}}), t('file.other-version', {found: '0.1.0', expected: '1.0.0'})],
  ];
  for (const [name, bytes, message] of files) {
    await upload(page, t('import.read'), name, bytes);
    await expect(page.locator('main').getByRole('alert').getByRole('link', {name: message})).toHaveAttribute('href', '#file');
  }
  await expectAccessible(page, 'import of a refused file');
  await page.locator('input[type="file"]').setInputFiles({name: 'large.xlsx', mimeType: XLSX, buffer: Buffer.alloc(5 * 1024 * 1024 + 1)});
  await expect(page.locator('#file-error')).toHaveText(t('file.too-large', {max: 5}));

  await page.reload();
  await upload(page, t('import.read'), 'good.xlsx', good);
  await page.locator('input[name="proposal"]').evaluate((input: HTMLInputElement) => (input.value = input.value.replace('under-way', 'certainly')));
  await page.getByRole('button', {name: t('import.apply')}).click();
  await expect(page.locator('main').getByRole('alert')).toContainText(t('import.bad-proposal'));
  await page.goto(paths.assessment(id));
  await expect(page.getByText(t('assessment.progress', {answered: 0, total: 45}))).toBeVisible();
});

test('a preview outlasts a server that can’t be reached', async ({page, t, noise}) => {
  const {id} = await newDraft(page);
  await page.goto(paths.importAnswers(id));
  await upload(page, t('import.read'), 'a.csv', 'A11,已实施', 'text/csv');
  await expect(page.getByRole('button', {name: t('import.apply')})).toBeVisible();
  noise.expectFailure(0, /\/import$/);
  await page.route('**/import', (route) => (route.request().method() === 'POST' ? route.abort('connectionrefused') : route.continue()));
  await page.getByRole('button', {name: t('import.apply')}).click();
  await expect(page.locator('main').getByRole('alert')).toContainText(t('questionnaire.offline'));
  await page.unroute('**/import');
  await page.getByRole('button', {name: t('import.apply')}).click();
  await arriveAt(page, paths.assessment(id));
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('a file is refused, mended, previewed and imported', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await page.goto(paths.importAnswers(id));
    await page.getByRole('button', {name: t('import.read')}).click();
    await expect(page.locator('main').getByRole('alert').getByRole('link', {name: t('file.missing')})).toBeVisible();
    await upload(page, t('import.read'), 'large.xlsx', new Uint8Array(5 * 1024 * 1024 + 1));
    await expect(page.locator('main').getByRole('alert').getByRole('link', {name: t('file.too-large', {max: 5})})).toBeVisible();
    await upload(page, t('import.read'), 'a.xlsx', await makeWorkbook({rows: [{code: 'A11', value: '也许'}]}));
    await expect(page.locator('main').getByRole('alert').getByRole('listitem')).toHaveCount(1);
    await upload(page, t('import.read'), 'a.xlsx', await makeWorkbook({rows: ROWS}));
    await expect(page.getByText(t('import.count.new', {count: 3}))).toBeVisible();
    await page.getByRole('button', {name: t('import.apply')}).click();
    await arriveAt(page, paths.assessment(id));
    await expect(page.getByText(t('import.done', {count: 3}))).toBeVisible();
  });

  test('a preview that comes after the assessment was made final is refused', async ({page, t}) => {
    const {id} = await newDraftWithoutScript(page, t);
    await putAnswers(page.request, id, {A11: 'in-place'});
    await page.goto(paths.importAnswers(id));
    await upload(page, t('import.read'), 'a.csv', 'A12,已实施', 'text/csv');
    const other = await page.context().newPage();
    await finalise(other, t, id);
    await page.getByRole('button', {name: t('import.apply')}).click();
    await expect(page.locator('main').getByRole('alert')).toContainText(t('errors.assessment-final'));
    await page.goto(paths.importAnswers(id));
    await arriveAt(page, paths.assessment(id));
    await expect(page.getByRole('link', {name: t('import.link')})).toHaveCount(0);
  });
});
