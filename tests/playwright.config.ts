import {defineConfig} from '@playwright/test';
import {ensureBrowser} from './support/find-browser.mjs';

// The workers read this file too; the browser is looked for once.
process.env.BROWSER_PATH ||= ensureBrowser();

const {BROWSER_PATH, PLAYWRIGHT_COUNTS, TEST_POSTGRES_URL} = process.env;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  // What is about PostgreSQL says so in its name, as among the integration tests.
  testIgnore: TEST_POSTGRES_URL ? [] : ['postgres-*.spec.ts'],
  outputDir: '../test-results',
  // Each has a product, a database and a browser of its own, which take turns on the machine's few cores.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: {timeout: 20_000},
  reporter: [['list'], ...(PLAYWRIGHT_COUNTS ? [['json', {outputFile: PLAYWRIGHT_COUNTS}] as const] : [])],
  use: {
    // The time zone and language of an office computer in China; the product must not depend on them.
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: {width: 1280, height: 900},
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: BROWSER_PATH,
      // Without a language the browser can't write Chinese names of downloaded files.
      env: {...process.env, LC_ALL: 'C.UTF-8'},
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  },
});
