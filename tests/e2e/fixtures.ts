import {type BrowserContext, type BrowserContextOptions, test as base} from '@playwright/test';
import type {Translate} from '@/lib/messages/translator';
import {type AppServer, START_LIMIT, startAppServer} from '../support/app-server';
import {type Language, wordsOf} from './words';

type WorkerFixtures = {
  /** A file that names its own database gets a product of its own, with nothing in it. */
  ownDatabase: string;
  app: AppServer;
  /** A second product on the same database. */
  secondApp: AppServer;
};

type TestFixtures = {
  /** The language of the pages, Chinese unless a test says otherwise. */
  language: Language;
  /** The product's words in that language. */
  t: Translate;
  noise: Noise;
  /** Opens another browser, with its own cookies; closed after the test. */
  openContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
};

/** An answer of the server that a test provokes on purpose; `status` 0 is a request that got none. */
type Expected = {status: number; url: RegExp; seen: boolean};

/** Collects whatever a browser or the server complains of; a test that made any noise has failed. */
export class Noise {
  readonly problems: string[] = [];
  serverErrors = 0;
  readonly #expected: Expected[] = [];
  readonly #origins: Set<string>;

  constructor(origin: string) {
    this.#origins = new Set([origin]);
  }

  /** Says that requests to this address will fail with this status; the test fails if none does. */
  expectFailure(status: number, url: RegExp): void {
    this.#expected.push({status, url, seen: false});
  }

  /** Says that pages of another product of ours are opened too. */
  allow(app: AppServer): void {
    this.#origins.add(app.url);
  }

  /** Says how many unexpected errors the server will log; no more and no fewer. */
  expectServerErrors(count: number): void {
    this.serverErrors = count;
  }

  /** Listens to every page of a context. */
  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      // Told again, with its status and address, by the response itself.
      if (message.text().startsWith('Failed to load resource:')) return;
      this.problems.push(`console ${message.type()}: ${message.text()}`);
    });
    context.on('weberror', (error) => this.problems.push(`page error: ${String(error.error().stack ?? error.error())}`));
    context.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !this.#origins.has(new URL(request.url()).origin)) {
        this.problems.push(`request to another site: ${request.url()}`);
      }
    });
    context.on('response', (response) => {
      if (response.status() >= 400) this.#fail(response.status(), response.request().method(), response.url(), '');
    });
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // Leaving a page drops what it was still reading; an answer being saved must not be dropped.
      if (reason === 'net::ERR_ABORTED' && request.method() !== 'PUT') return;
      // The browser asks for its own signs whenever it likes, also while a test has cut the network.
      if (reason === 'net::ERR_INTERNET_DISCONNECTED' && /\/(?:icon\.svg|favicon\.ico)\b/.test(request.url())) return;
      // How a browser with JavaScript off tells that it left out a script.
      if (reason === 'csp' && request.resourceType() === 'script') return;
      this.#fail(0, request.method(), request.url(), reason);
    });
  }

  #fail(status: number, method: string, url: string, reason: string): void {
    const expected = this.#expected.find((each) => each.status === status && each.url.test(url));
    if (expected) expected.seen = true;
    else this.problems.push(`${method} ${url} failed: ${status || reason}`);
  }

  /** All problems, among them the failures that were expected and did not come. */
  report(): string[] {
    const missing = this.#expected.filter(({seen}) => !seen).map(({status, url}) => `expected ${url} to fail with ${status}`);
    return [...this.problems, ...missing];
  }
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  ownDatabase: ['', {option: true, scope: 'worker'}],
  app: [
    async ({ownDatabase: _own}, use) => {
      const app = await startAppServer();
      await use(app);
      await app.stop();
    },
    {scope: 'worker', timeout: START_LIMIT + 30_000},
  ],
  secondApp: [
    async ({app}, use) => {
      const second = await startAppServer(app.databaseUrl);
      await use(second);
      await second.stop();
    },
    {scope: 'worker', timeout: START_LIMIT + 30_000},
  ],
  baseURL: async ({app}, use) => use(app.url),
  language: ['zh-CN', {option: true}],
  t: async ({language}, use) => use(wordsOf(language)),
  noise: [
    async ({app}, use, {title}) => {
      const noise = new Noise(app.url);
      const before = app.stderr().length;
      await use(noise);
      const said = app.stderr().slice(before).split('\n').filter((line) => line.trim() !== '');
      const problems = [...noise.report(), ...(said.length === noise.serverErrors ? [] : [`the server said: ${said.join('\n').slice(0, 1000)}`])];
      if (problems.length > 0) throw new Error(`“${title}” was not quiet:\n${problems.join('\n')}`);
    },
    {auto: true},
  ],
  context: async ({context, app, language, noise}, use) => {
    if (language !== 'zh-CN') await context.addCookies([{name: 'locale', value: language, url: app.url}]);
    noise.watch(context);
    await use(context);
  },
  openContext: async ({browser, noise}, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext(options);
      opened.push(context);
      noise.watch(context);
      return context;
    });
    for (const context of opened) await context.close();
  },
});

export {expect} from '@playwright/test';
