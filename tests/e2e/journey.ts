import type {APIRequestContext, Locator, Page, Response} from '@playwright/test';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import type {Value} from './answer-sets';
import {expect} from './fixtures';
import {sendForm} from './send-form';
import {CATEGORIES} from './words';

/** Counties of the list, with what finds each. */
export const GUANGSHAN = {search: '光山', code: '411522', name: '光山县', short: '光山'};
export const JINZHAI = {search: 'jinzhai', code: '341524', name: '金寨县', short: '金寨'};
export const QINGHE = {search: '130534', code: '130534', name: '清河县', short: '清河'};

export type County = typeof GUANGSHAN;

const FILLED_BY = '商务局电商股';

let made = 0;

/** An industry that no other profile of this run has, so that a test finds its own. */
export function newIndustry(name = '羽绒'): string {
  made += 1;
  return `${name} ${Date.now().toString(36)}${made}`;
}

/** Types into the county picker and takes the county from its list. */
export async function chooseCounty(page: Page, {search, code}: County): Promise<void> {
  await page.getByRole('combobox', {name: /./}).and(page.locator('#county-search')).pressSequentially(search);
  await page.getByRole('option').filter({hasText: code}).click();
  await expect(page.locator('input[name="divisionCode"]')).toHaveValue(code);
}

/** Makes a profile through the picker; ends on the page that starts its first assessment. */
export async function createProfile(page: Page, t: Translate, county: County, industry: string): Promise<string> {
  await page.goto(paths.newProfile());
  await chooseCounty(page, county);
  await page.locator('[name="industry"]').fill(industry);
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await page.waitForURL('**/assessments/new');
  return idIn(page);
}

/** Fills the form that starts an assessment; ends on its task list. */
export async function startAssessment(page: Page, t: Translate, {period, start}: {period?: string; start?: 'last' | 'blank'} = {}): Promise<string> {
  if (period) await page.locator('[name="period"]').selectOption(period);
  await page.locator('[name="filledBy"]').fill(FILLED_BY);
  if (start) await page.locator(`[name="start"][value="${start}"]`).check();
  await page.getByRole('button', {name: t('assessment.create')}).click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  return idIn(page);
}

/** Sets a scene: a new profile with an empty draft, made without opening a page. */
export async function newDraft({request}: Page, county = GUANGSHAN, industry = newIndustry()) {
  const start = await sendForm(request, paths.newProfile(), 'name="industry"', {divisionCode: county.code, industry});
  const id = idOf(await sendForm(request, start, 'name="filledBy"', {filledBy: FILLED_BY}));
  return {profileId: idOf(start), id, industry};
}

/** As `newDraft` where no script runs: the county is entered by hand. */
export async function newDraftWithoutScript(page: Page, t: Translate, industry = newIndustry()) {
  await page.goto(paths.newProfile());
  await page.getByText(t('profile.by-hand')).click();
  const typed = {county: '试验县', prefecture: '试验市', province: '河南省', industry};
  for (const [name, text] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(text);
  await page.getByRole('button', {name: t('profile.save-new')}).click();
  await page.waitForURL('**/assessments/new');
  const profileId = idIn(page);
  const id = await startAssessment(page, t);
  return {profileId, id, industry};
}

/** Sets a scene: a new profile with a final assessment, whose result is opened. */
export async function newFinal(page: Page, t: Translate, answers: Readonly<Record<string, Value>>, county = GUANGSHAN) {
  const draft = await newDraft(page, county);
  await putAnswers(page.request, draft.id, answers);
  await page.goto(await sendForm(page.request, paths.check(draft.id), t('check.finalise')));
  return draft;
}

/** The id after /profiles/ or /assessments/ in a page's address. */
export function idIn(page: Page): string {
  return idOf(page.url());
}

function idOf(address: string): string {
  const id = /\/(?:profiles|assessments)\/([0-9a-f-]{36})/.exec(address)?.[1];
  if (!id) throw new Error(`${address} names no record.`);
  return id;
}

/** Everything that belongs to one measure: its fieldset on a category page, its row on check and result. */
export function measure(page: Page, code: string): Locator {
  return page.locator(`#${code}`);
}

/** One of a measure's five choices. */
export function choice(page: Page, code: string, value: Value): Locator {
  return page.locator(`input[name="${code}.value"][value="${value}"]`);
}

/** A field of a measure by its name: `note`, `reason`, `evidence.0.title`. */
export function field(page: Page, code: string, name: string): Locator {
  return page.locator(`[name="${code}.${name}"]`);
}

/** The line that says whether a measure is saved. */
export function saveState(page: Page, code: string): Locator {
  return measure(page, code).getByRole('status');
}

/** Whether a request saves an answer (of that measure). */
export function isSave(request: {url: () => string; method: () => string}, code = ''): boolean {
  return request.method() === 'PUT' && new RegExp(`/answers/${code || '[A-Z0-9]+'}$`).test(request.url());
}

/** Does something that saves a measure's answer and waits until the server has answered; gives its status. `text` tells the save from others that may be under way. */
export async function saving(page: Page, code: string, act: () => Promise<unknown>, text = ''): Promise<number> {
  const isWanted = (response: Response) => isSave(response.request(), code) && (response.request().postData() ?? '').includes(text);
  const [response] = await Promise.all([page.waitForResponse(isWanted), act()]);
  // Its body too: whoever leaves the page before that drops the request.
  await response.finished();
  return response.status();
}

/** Answers a measure on its category page and waits until it is saved. */
export async function answer(page: Page, code: string, value: Value): Promise<void> {
  expect(await saving(page, code, () => choice(page, code, value).check())).toBe(200);
}

/** Opens a measure's note and evidence; without JavaScript that saves the page and shows it again. */
export async function openMore(page: Page, code: string): Promise<void> {
  const note = field(page, code, 'note');
  if (!(await note.isVisible())) await page.locator(`button[name="more"][value="${code}"]`).click();
  await expect(note).toBeVisible();
}

/** Sets a scene: stores answers without the pages. `revision` is what each answer stands at. */
export async function putAnswers(
  request: APIRequestContext,
  id: string,
  answers: Readonly<Record<string, Value | {value: Value; note?: string; reason?: string; evidence?: object[]}>>,
  revision = 0,
): Promise<void> {
  const put = async ([code, given]: [string, Value | object]) => {
    const response = await request.put(paths.api.answer(id, code), {
      data: {answer: typeof given === 'string' ? {value: given} : given, revision},
    });
    expect(response.status(), await response.text()).toBe(200);
  };
  await Promise.all(Object.entries(answers).map(put));
}

/** Makes a draft final on its check page; ends on the result. */
export async function finalise(page: Page, t: Translate, id: string): Promise<void> {
  await page.goto(paths.check(id));
  await page.getByRole('button', {name: t('check.finalise')}).click();
  await arriveAt(page, paths.result(id));
}

/** Waits until the page at a path is there, whatever its query and fragment. */
export async function arriveAt(page: Page, path: string): Promise<void> {
  await page.waitForURL(({pathname}) => pathname === path);
}

/** The part of a page under a heading. */
export function section(page: Page, heading: string): Locator {
  return page.locator('section').filter({has: page.getByRole('heading', {name: heading, exact: true, level: 2})});
}

/** Goes through the 15 category pages in order, does `fill` on each, saves with its button, and skips the cluster's traits; ends on the check page. */
export async function throughCategories(page: Page, t: Translate, id: string, fill: (category: string, position: number) => Promise<void>): Promise<void> {
  for (const [position, {code}] of CATEGORIES.entries()) {
    await arriveAt(page, paths.category(id, code));
    await expect(page.getByRole('heading', {level: 1})).toContainText(code);
    await fill(code, position);
    await page.getByRole('button', {name: t('questionnaire.continue')}).click();
  }
  await arriveAt(page, paths.traits(id));
  await page.getByRole('link', {name: t('traits.skip')}).click();
  await arriveAt(page, paths.check(id));
}
