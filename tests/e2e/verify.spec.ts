import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';
import type {Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {ticksOf} from './answer-sets';
import {expectAccessible} from './expect-accessible';
import {expect, test} from './fixtures';
import {newFinal} from './journey';

type Upload = {name: string; mimeType: string; buffer: Buffer};

const upload = (name: string, buffer: Buffer | string): Upload => ({name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer)});

async function download(page: Page, url: string, name: string): Promise<Upload> {
  const response = await page.request.get(url);
  expect(response.status()).toBe(200);
  return upload(name, await response.body());
}

async function verify(page: Page, file: Upload): Promise<void> {
  await page.goto(paths.verify());
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('form button[type=submit]').last().click();
}

/** The file with one of its parts changed, as an office program would leave it. */
function edit(file: Upload, part: string, change: (xml: string) => string): Upload {
  const parts = unzipSync(new Uint8Array(file.buffer));
  const before = strFromU8(parts[part] as Uint8Array);
  const after = change(before);
  expect(after).not.toBe(before);
  return upload(file.name, Buffer.from(zipSync({...parts, [part]: strToU8(after)})));
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(language, () => {
    test.use({language});

    test(`Word, Excel and JSON of an assessment hold, in ${language}`, async ({page, t}) => {
      const {id, profileId} = await newFinal(page, t, ticksOf('jinzhai'));
      const files = [
        await download(page, paths.reportFile(id, 'docx', language), 'report.docx'),
        await download(page, paths.reportFile(id, 'xlsx', language), 'report.xlsx'),
        await download(page, paths.archive(profileId), 'archive.json'),
      ];
      for (const file of files) {
        await verify(page, file);
        await expect(page.getByRole('heading', {name: t('verify.result', {name: file.name})})).toBeVisible();
        await expect(page.getByText(t('verify.verdict.holds', {instrument: 'wang-zhang-2017', version: '1.0.0'}))).toBeVisible();
        await expect(page.getByRole('cell', {name: t('verify.same'), exact: true})).toHaveCount(3);
      }
      await expectAccessible(page, 'what was verified');
    });
  });
}

test('a report whose conclusion, answer or annex was changed is found out', async ({page, t}) => {
  const {id} = await newFinal(page, t, ticksOf('guangshan'));
  const named = {instrument: 'wang-zhang-2017', version: '1.0.0'};
  const report = await download(page, paths.reportFile(id, 'docx', 'zh-CN'), 'report.docx');

  // All but the annex, as somebody would do who wants another conclusion read.
  await verify(page, edit(report, 'word/document.xml', (xml) => {
    const at = xml.lastIndexOf(t('document.check-caption'));
    return xml.slice(0, at).replaceAll('第一阶段', '第三阶段') + xml.slice(at);
  }));
  await expect(page.getByText(t('verify.verdict.altered', named))).toBeVisible();

  // The last A12 is the row of the table of all measures.
  await verify(page, edit(report, 'word/document.xml', (xml) => {
    const at = xml.lastIndexOf('>A12<');
    return xml.slice(0, at) + xml.slice(at).replace(/>(已实施|未实施)</, (_, value) => (value === '已实施' ? '>未实施<' : '>已实施<'));
  }));
  await expect(page.getByText(t('verify.reason.answers'))).toBeVisible();

  await verify(page, edit(report, 'word/document.xml', (xml) => {
    const at = xml.lastIndexOf(t('document.check.stage'));
    return xml.slice(0, at) + xml.slice(at).replace(/>1</, '>3<');
  }));
  await expect(page.getByText(t('verify.verdict.fails', named))).toBeVisible();
  await expect(page.getByRole('row', {name: t('verify.row.stage')})).toContainText(t('verify.differs'));

  await verify(page, edit(report, 'word/document.xml', (xml) => xml.replaceAll(t('document.check.answer-hash'), '—')));
  await expect(page.getByText(t('verify.missing.check')).first()).toBeVisible();
});

test('files of other kinds are refused with a reason', async ({page, t}) => {
  const cases: [Upload, string][] = [
    [upload('empty.docx', ''), t('file.broken')],
    [upload('note.txt', '只是一段文字'), t('file.broken')],
    [upload('other.json', '{"a": 1}'), t('verify.no-archive')],
    [upload('secret.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])), t('file.encrypted')],
    [upload('plain.zip', Buffer.from(zipSync({'a.txt': strToU8('a')}))), t('file.not-workbook')],
  ];
  for (const [file, message] of cases) {
    await verify(page, file);
    await expect(page.getByRole('alert').first()).toContainText(message);
    await expectAccessible(page, file.name);
  }
  await page.goto(paths.verify());
  await page.getByRole('button', {name: t('verify.submit'), exact: true}).click();
  await expect(page.getByRole('alert').first()).toContainText(t('file.missing'));
});

test('works without JavaScript', async ({app, page, t, openContext}) => {
  const {profileId} = await newFinal(page, t, ticksOf('qinghe'));
  const archive = await download(page, paths.archive(profileId), 'archive.json');
  const plain = await (await openContext({javaScriptEnabled: false, baseURL: app.url})).newPage();
  await verify(plain, archive);
  await expect(plain.getByText(t('verify.verdict.holds', {instrument: 'wang-zhang-2017', version: '1.0.0'}))).toBeVisible();
});
