/**
 * What must be there before anything of the project can run, with Node's own modules alone:
 * a recent Node, the packages of the lock file, the generated Prisma clients, the build.
 * Each step is skipped when its inputs have not changed since it last succeeded.
 */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const project = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} message */
export function say(message) {
  console.log(`· ${message}`);
}

/** @param {string} relative */
function resolve(relative) {
  return path.join(project, relative);
}

/** Content hash of files and folders, so that a touched but unchanged file rebuilds nothing. @param {string[]} inputs */
function hashOf(inputs) {
  const hash = createHash('sha256');
  /** @param {string} relative */
  const add = (relative) => {
    const absolute = resolve(relative);
    if (!existsSync(absolute)) return;
    if (statSync(absolute).isDirectory()) {
      for (const name of readdirSync(absolute).toSorted()) {
        if (!name.includes('.test.')) add(`${relative}/${name}`);
      }
    } else {
      hash.update(relative).update('\0').update(readFileSync(absolute)).update('\0');
    }
  };
  for (const input of inputs) add(input);
  return hash.digest('hex').slice(0, 16);
}

/**
 * Runs `make` unless `stamp` says that it ran with the same inputs and `output` is still there.
 * @param {{stamp: string, output: string, inputs: string[]}} step @param {() => void | Promise<void>} make
 */
async function once({stamp, output, inputs}, make) {
  const hash = hashOf(inputs);
  const file = resolve(stamp);
  if (existsSync(resolve(output)) && existsSync(file) && readFileSync(file, 'utf8') === hash) return;
  await make();
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileSync(file, hash);
}

/** @param {string} command @param {string[]} args @param {Record<string, string>} [variables] */
export function run(command, args, variables = {}) {
  const {status, error} = spawnSync(command, args, {
    cwd: project,
    stdio: 'inherit',
    env: {...process.env, ...variables},
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Node ${process.versions.node} is too old: 20.19 or newer is needed. / 需要 Node 20.19 或更新的版本。`);
}

/** Installs the packages of the lock file where they are missing or differ. */
async function ensurePackages() {
  await once({stamp: 'node_modules/.installed', output: 'node_modules/next', inputs: ['package-lock.json']}, () => {
    say('Installing packages (a few minutes the first time) / 正在安装依赖，首次需要几分钟');
    run('npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  });
}

async function ensureClient() {
  const {generateClients} = await import('../../prisma/generate.mjs');
  const step = {
    stamp: 'node_modules/.client-generated',
    output: 'prisma/generated/postgresql/client.ts',
    inputs: ['prisma/models.prisma', 'prisma/provider-schema.mjs', 'package-lock.json'],
  };
  await once(step, () => {
    say('Generating the database clients / 正在生成数据库客户端');
    return generateClients();
  });
}

/** The bundler adds its own lines to the tsconfig that it is given; this one is its to change. */
export function writeBuildTsconfig() {
  mkdirSync(resolve('.next'), {recursive: true});
  writeFileSync(resolve('.next/tsconfig.json'), JSON.stringify({extends: '../tsconfig.json', include: ['../**/*.ts', '../**/*.tsx']}));
}

const BUILD_INPUTS = ['app', 'components', 'content', 'lib', 'prisma/models.prisma', 'prisma/provider-schema.mjs', 'prisma/provider.ts', 'next.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
const KEPT_BUILDS = 4;

/**
 * Builds the pages where sources have changed and returns the build's folder. Each state of the
 * sources has its own folder, so that a running server keeps the files it serves.
 */
export function ensureBuild() {
  const hash = hashOf(BUILD_INPUTS);
  const folder = `.next/${hash}`;
  if (!isBuilt(folder)) alone(`${folder}.lock`, () => isBuilt(folder) || build(folder));
  return folder;
}

/** @param {string} folder */
function isBuilt(folder) {
  return existsSync(resolve(`${folder}/BUILD_ID`)) && existsSync(resolve(`${folder}/.complete`));
}

/** Lets one process at a time do `work`; one that ended without giving its lock back holds nobody up. @param {string} lock @param {() => unknown} work */
function alone(lock, work) {
  const file = resolve(lock);
  mkdirSync(path.dirname(file), {recursive: true});
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), {flag: 'wx'});
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      if (!isRunning(file)) rmSync(file, {force: true});
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    }
  }
  try {
    work();
  } finally {
    rmSync(file, {force: true});
  }
}

/** Whether the process that wrote its number into a lock still runs. @param {string} file */
function isRunning(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} folder */
function build(folder) {
  say('Building the pages (about a minute) / 正在构建页面，约一分钟');
  rmSync(resolve(folder), {recursive: true, force: true});
  writeBuildTsconfig();
  run(process.execPath, [resolve('node_modules/next/dist/bin/next'), 'build'], {
    BUILD_FOLDER: folder,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  });
  writeFileSync(resolve(`${folder}/.complete`), '');
  const builds = readdirSync(resolve('.next'))
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .toSorted((a, b) => statSync(resolve(`.next/${b}`)).mtimeMs - statSync(resolve(`.next/${a}`)).mtimeMs);
  for (const name of builds.slice(KEPT_BUILDS)) rmSync(resolve(`.next/${name}`), {recursive: true, force: true});
}

/** Everything but the build; safe to call again at any time. */
export async function prepare() {
  requireNode();
  process.chdir(project);
  await ensurePackages();
  await ensureClient();
}
