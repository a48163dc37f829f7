/**
 * The browser of the browser tests: found where there is one, installed where there is none.
 * Node's own modules alone, because it runs before anything else is there.
 */
import {spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync, readdirSync, statSync} from 'node:fs';
import {homedir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

// The headless shell is the same engine without a window, and takes two thirds of the time.
const NAMES = ['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** Where Playwright unpacks its Chromium, within a folder `chromium-<revision>` or `chromium_headless_shell-<revision>`. */
const PLAYWRIGHT_PROGRAMS = [
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
  'chrome-headless-shell-win64/chrome-headless-shell.exe',
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

/** The path of a Chromium-based browser that runs on this machine, or null. @returns {string | null} */
export function findBrowser() {
  return [...listPlaywrightBrowsers(), ...listOnPath(), ...listUsualPlaces()].toSorted(byWindow).find(isBrowser) ?? null;
}

/**
 * The path of a browser; installs one where none is found, and says so.
 * @returns {string} @throws Error that tells how to install one by hand
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (isDebian() && process.getuid?.() === 0) {
    console.log('· No browser found; installing Chromium with apt-get / 没有找到浏览器，正在用 apt-get 安装 Chromium');
    const quiet = {DEBIAN_FRONTEND: 'noninteractive'};
    if (run('apt-get', ['update', '-qq'], quiet)) {
      // Ubuntu has no such package.
      const install = (/** @type {string} */ name) => run('apt-get', ['install', '-y', '-qq', name, 'fonts-noto-cjk'], quiet);
      if (!install('chromium-headless-shell')) install('chromium');
    }
    const installed = findBrowser();
    if (installed) return installed;
  }
  console.log('· No browser found; downloading Chromium with Playwright / 没有找到浏览器，正在用 Playwright 下载 Chromium');
  run('npx', ['--yes', 'playwright', 'install', 'chromium']);
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    [
      'The browser tests need a Chromium-based browser, and none could be installed. Do one of these, then run the tests again:',
      '  Debian, Ubuntu:  sudo apt-get install chromium fonts-noto-cjk',
      '  any system:      npx playwright install --with-deps chromium',
      '  or install Google Chrome, Chromium or Microsoft Edge, or name one: BROWSER_PATH=/path/to/chrome npm test',
      '浏览器测试需要 Chromium 内核的浏览器，但自动安装没有成功。请用上面任一办法安装后重试。',
    ].join('\n'),
  );
}

/** Playwright's own Chromium, newest first. @returns {string[]} */
function listPlaywrightBrowsers() {
  const cache = {darwin: path.join(homedir(), 'Library/Caches'), win32: process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData/Local')};
  const usual = path.join(cache[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'ms-playwright');
  const {PLAYWRIGHT_BROWSERS_PATH: named} = process.env;
  const folder = named === '0' ? path.join(project, 'node_modules/playwright-core/.local-browsers') : (named ?? usual);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^chromium(?:_headless_shell)?-\d+$/.test(name))
    .toSorted((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
    .flatMap((name) => PLAYWRIGHT_PROGRAMS.map((program) => path.join(folder, name, program)));
}

/** Those without a window first. @param {string} one @param {string} other */
function byWindow(one, other) {
  return Number(other.includes('headless-shell')) - Number(one.includes('headless-shell'));
}

function listOnPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function listUsualPlaces() {
  if (process.platform === 'darwin') {
    return MAC_APPS.flatMap((name) => ['/Applications', path.join(homedir(), 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (process.platform === 'win32') {
    const {PROGRAMFILES, 'PROGRAMFILES(X86)': programs32, LOCALAPPDATA} = process.env;
    return WINDOWS_PROGRAMS.flatMap((program) =>
      [PROGRAMFILES, programs32, LOCALAPPDATA].flatMap((folder) => (folder ? [path.join(folder, program)] : [])),
    );
  }
  return [];
}

/** Whether a file is a browser that starts: Ubuntu's chromium-browser, for one, may only say that it is elsewhere. @param {string} file */
function isBrowser(file) {
  try {
    if (!statSync(file).isFile()) return false;
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  // On Windows a browser asked for its version opens a window instead.
  if (process.platform === 'win32') return true;
  const {status, stdout} = spawnSync(file, ['--version'], {encoding: 'utf8', timeout: 30_000});
  return status === 0 && /Chrom|Edge/.test(stdout);
}

function isDebian() {
  return existsSync('/etc/debian_version');
}

/** Whether a command ended well; what it prints is shown. @param {string} command @param {string[]} args @param {Record<string, string>} [variables] */
function run(command, args, variables = {}) {
  const {status} = spawnSync(command, args, {
    cwd: project,
    stdio: 'inherit',
    env: {...process.env, ...variables},
    shell: process.platform === 'win32',
  });
  return status === 0;
}
