/**
 * `npm test`: sets up what is missing, then everything that must hold: types, lint, content,
 * unit, golden, property and integration tests, and browser tests in a real Chromium; what uses the
 * database on SQLite and, where its server is installed, on PostgreSQL.
 * All steps run even when one fails; the last line counts the tests.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {ensureBuild, prepare, project, say} from '../lib/setup/prepare.mjs';
import {ensureBrowser} from './support/find-browser.mjs';

const reports = mkdtempSync(path.join(tmpdir(), 'county-tests-'));
const total = {passed: 0, failed: 0};

/** @param {string} title @param {string[]} args @param {Record<string, string>} [variables] */
function run(title, args, variables = {}) {
  console.log(`\n== ${title}`);
  // Settings of the caller must not reach the product under test.
  const {PORT: _port, HOST: _host, DATABASE_URL: _url, TEST_POSTGRES_URL: _server, ...env} = process.env;
  return spawnSync(process.execPath, args, {cwd: project, stdio: 'inherit', env: {...env, ...variables}}).status === 0;
}

/** @param {string} name */
const bin = (name) => path.join(project, 'node_modules', name);

/** A check that is one test. @param {string} title @param {string[]} args */
function check(title, args) {
  if (run(title, args)) total.passed += 1;
  else total.failed += 1;
}

/** Adds a report's counts; a suite that left no report, or failed beyond its tests, counts as one failure. @param {boolean} ok @param {() => {passed: number, failed: number}} read */
function count(ok, read) {
  try {
    const {passed, failed} = read();
    total.passed += passed;
    total.failed += !ok && failed === 0 ? 1 : failed;
  } catch {
    total.failed += 1;
  }
}

/** @param {string} title @param {string} database @param {Record<string, string>} [variables] */
function runBrowser(title, database, variables = {}) {
  const report = `browser-${database}.json`;
  const ok = run(title, [bin('@playwright/test/cli.js'), 'test', '-c', 'tests/playwright.config.ts'], {...variables, PLAYWRIGHT_COUNTS: path.join(reports, report)});
  count(ok, () => {
    const {stats} = readReport(report);
    return {passed: stats.expected, failed: stats.unexpected + stats.flaky};
  });
}

/** @param {string} file */
const readReport = (file) => JSON.parse(readFileSync(path.join(reports, file), 'utf8'));

try {
  await prepare();
  // Only now: it needs a package.
  const {POSTGRES_SKIPPED, findPostgres, startPostgres} = await import('./support/postgres.mjs');
  process.env.BROWSER_PATH ??= ensureBrowser();
  ensureBuild();

  check('Types', [bin('typescript/bin/tsc'), '--noEmit']);
  check('Lint', [bin('oxlint/bin/oxlint'), '-c', 'tests/oxlintrc.json', '--deny-warnings']);
  check('Content', ['lib/setup/run.mjs', 'tests/content/check.ts']);

  const unit = run('Unit, golden, property and integration tests', [
    bin('vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts',
    '--reporter=default', '--reporter=json', `--outputFile.json=${path.join(reports, 'unit.json')}`,
  ]);
  count(unit, () => {
    const {numPassedTests, numFailedTests} = readReport('unit.json');
    return {passed: numPassedTests, failed: numFailedTests};
  });

  runBrowser('Browser tests on SQLite', 'sqlite');
  const server = await startPostgres();
  if (server) {
    try {
      runBrowser('Browser tests on PostgreSQL', 'postgresql', {TEST_POSTGRES_URL: server.urlOf('postgres')});
    } finally {
      await server.remove();
    }
  }
  if (findPostgres() === null) say(POSTGRES_SKIPPED);
} catch (error) {
  console.error(`\n✗ ${error instanceof Error ? error.message : String(error)}`);
  total.failed += 1;
} finally {
  rmSync(reports, {recursive: true, force: true});
}

if (total.failed > 0) say('Something failed; see above.');
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
