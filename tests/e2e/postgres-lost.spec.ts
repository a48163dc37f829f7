import pg from 'pg';
import {paths} from '@/lib/paths';
import {expect, test} from './fixtures';
import {answer, choice, newDraft, saveState} from './journey';
import {Ledger} from './outbox';
import {startOf} from './words';

test('the database goes away in mid-page and comes back: saving waits, and each answer arrives once', async ({page, t, noise, context, app}) => {
  const ledger = new Ledger(context);
  const {id} = await newDraft(page);
  await page.goto(paths.category(id, 'A1'));
  await answer(page, 'A11', 'in-place');

  const admin = new pg.Client({connectionString: process.env.TEST_POSTGRES_URL});
  await admin.connect();
  const database = new URL(app.databaseUrl).pathname.slice(1);
  const allow = (allowed: boolean) => admin.query(`ALTER DATABASE "${database}" WITH ALLOW_CONNECTIONS ${allowed}`);
  noise.expectFailure(503, /answers\/A1[12]$/);
  try {
    await allow(false);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database]);
    await choice(page, 'A12', 'in-place').check();
    await choice(page, 'A11', 'under-way').check();
    for (const code of ['A11', 'A12']) {
      await expect(saveState(page, code)).toContainText(t('errors.database-unreachable'), {timeout: 40_000});
      await expect(saveState(page, code)).not.toContainText(startOf('questionnaire.saved-at'));
    }
    await expect(page.locator('[data-unsent]')).toContainText(t('outbox.count', {n: '2'}));
  } finally {
    await allow(true);
    await admin.end();
  }
  for (const code of ['A11', 'A12']) await expect(saveState(page, code)).toContainText(startOf('questionnaire.saved-at'), {timeout: 60_000});
  await expect(page.locator('[data-unsent]')).toBeEmpty();
  await page.reload();
  await expect(choice(page, 'A11', 'under-way')).toBeChecked();
  await ledger.balance(page.request, id, {A11: 2, A12: 1});
});
