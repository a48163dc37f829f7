import {paths} from '@/lib/paths';
import {expect, test} from './fixtures';
import {answer, choice, finalise, newDraft, putAnswers, saveState, saving} from './journey';

// Nothing that the second would need may be kept by the first for itself: each page may be of either.
test.describe('two servers on one database', () => {
  test('read each other’s answers and tell of conflicts between their readers', async ({page, t, noise, context, secondApp}) => {
    noise.allow(secondApp);
    const {id} = await newDraft(page);
    const other = await context.newPage();
    await page.goto(paths.category(id, 'A1'));
    await other.goto(secondApp.url + paths.category(id, 'A1'));
    await answer(page, 'A11', 'in-place');

    noise.expectFailure(409, /answers\/A11$/);
    expect(await saving(other, 'A11', () => choice(other, 'A11', 'not-in-place').check())).toBe(409);
    await expect(saveState(other, 'A11')).toContainText(t('questionnaire.conflict-title'));
    await answer(other, 'A12', 'under-way');
    await page.reload();
    await expect(choice(page, 'A11', 'in-place')).toBeChecked();
    await expect(choice(page, 'A12', 'under-way')).toBeChecked();
    expect(secondApp.stderr()).toBe('');
  });

  test('one makes final what the other holds open; a late answer is refused there', async ({page, t, noise, context, secondApp}) => {
    noise.allow(secondApp);
    const {id} = await newDraft(page);
    await putAnswers(page.request, id, {A11: {value: 'in-place'}});
    const other = await context.newPage();
    await other.goto(secondApp.url + paths.category(id, 'A1'));
    await finalise(page, t, id);
    noise.expectFailure(409, /answers\/A12$/);
    expect(await saving(other, 'A12', () => choice(other, 'A12', 'in-place').check())).toBe(409);
    await other.goto(secondApp.url + paths.result(id));
    await expect(other).toHaveURL(secondApp.url + paths.result(id));
    expect(secondApp.stderr()).toBe('');
  });
});
