import type {APIRequestContext, BrowserContext, Page} from '@playwright/test';
import {paths} from '@/lib/paths';
import {expect} from './fixtures';
import {isSave} from './journey';

/** From its next page on, the browser has no room left. */
export async function fillStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
}

/** From its next page on, the browser may keep nothing at all. */
export async function denyStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
}

/** Counts what the server acknowledged, and compares it with what it has. */
export class Ledger {
  readonly #acknowledged = new Map<string, Set<string>>();

  /** Listens to every save of a browser. */
  constructor(context: BrowserContext) {
    context.on('response', (response) => {
      const request = response.request();
      if (!isSave(request) || response.status() !== 200) return;
      const code = request.url().slice(-3);
      const ids = this.#acknowledged.get(code) ?? new Set();
      this.#acknowledged.set(code, ids.add(String(request.postDataJSON().saveId)));
    });
  }

  /** Prints and holds to it: each acknowledged save is in the log of changes, each once. */
  async balance(request: APIRequestContext, id: string, expected: Readonly<Record<string, number>>): Promise<void> {
    const total = {acknowledged: 0, found: 0, duplicated: 0};
    for (const [code, saves] of Object.entries(expected)) {
      const acknowledged = this.#acknowledged.get(code)?.size ?? 0;
      const html = await (await request.get(paths.changes(id, code))).text();
      const entries = new Set(html.match(/id="entry-\d+"/g)).size;
      expect(entries, `${code} in the log of changes`).toBe(saves);
      total.acknowledged += acknowledged;
      total.found += Math.min(acknowledged, entries);
      total.duplicated += Math.max(0, entries - acknowledged);
    }
    console.log(`answers: ${total.acknowledged} acknowledged, ${total.found} found, ${total.duplicated} duplicated`);
    expect(total.found).toBe(total.acknowledged);
    expect(total.duplicated).toBe(0);
  }
}
