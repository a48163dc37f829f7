/**
 * `npm run build:standalone`: makes one folder, .next/standalone, that serves with `node server.mjs` on a machine
 * of the same system with Node alone: the built pages, the packages' files that are used, content, migrations.
 */
import {cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {prepare, project, run, say, writeBuildTsconfig} from './prepare.mjs';

const BUILD = '.next/standalone-build';
const SERVER = '.next/standalone-server';
const RESULT = '.next/standalone';

/** Commands that go along, by the name of their script in package.json. */
const COMMANDS = {'db:backup': 'backup', 'db:restore': 'restore', 'db:copy': 'copy'};

/** Read as files at run time, besides what the pages' own build has found. */
const FILES = ['content', 'prisma/models.prisma', 'prisma/migrations', 'node_modules/@prisma/schema-engine-wasm'];

const ENTRY = `
import {openDatabase, serve} from '@/lib/setup/serve';
process.chdir(import.meta.dirname);
try {
  await openDatabase();
  await serve({dev: false, buildFolder: '${BUILD}'});
} catch (error) {
  console.error('\\n✗ ' + (error instanceof Error ? error.message : String(error)) + '\\n');
  process.exit(1);
}
`;

/** @param {string} relative */
const inProject = (relative) => path.join(project, relative);

function buildPages() {
  for (const folder of [BUILD, SERVER, RESULT]) rmSync(inProject(folder), {recursive: true, force: true});
  writeBuildTsconfig();
  run(process.execPath, [inProject('node_modules/next/dist/bin/next'), 'build'], {
    BUILD_FOLDER: BUILD,
    BUILD_STANDALONE: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  });
  renameSync(inProject(`${BUILD}/standalone`), inProject(RESULT));
  cpSync(inProject(`${BUILD}/static`), inProject(`${RESULT}/${BUILD}/static`), {recursive: true});
  // The framework's own server, which neither migrates nor logs; and sources, which its tracing takes for data.
  for (const name of readdirSync(inProject(RESULT))) {
    if (!['node_modules', '.next'].includes(name)) rmSync(inProject(`${RESULT}/${name}`), {recursive: true});
  }
}

/** The server's own modules as plain JavaScript; each takes the files beside it for those of its folder in the project. */
async function bundleServer() {
  const {build} = await import('rolldown');
  mkdirSync(inProject(SERVER));
  writeFileSync(inProject(`${SERVER}/entry.ts`), ENTRY);
  await build({
    cwd: project,
    input: {server: inProject(`${SERVER}/entry.ts`), ...Object.fromEntries(Object.values(COMMANDS).map((name) => [name, inProject(`lib/setup/${name}.ts`)]))},
    platform: 'node',
    external: (id) => !/^(?:[./]|@\/|server-only$)/.test(id) && !path.isAbsolute(id),
    resolve: {alias: {'@': project.replace(/[\\/]$/, ''), 'server-only': inProject('lib/setup/server-only.mjs')}},
    plugins: [
      {
        name: 'own-folder',
        transform(code, id) {
          const folder = path.relative(project, path.dirname(id)).replaceAll('\\', '/');
          if (folder.startsWith('.next') || !code.includes('import.meta.dirname')) return null;
          return code.replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${folder}`)})`);
        },
      },
    ],
    output: {dir: inProject(SERVER), format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'server-[name].mjs'},
  });
}

/** Copies the server with all files of packages that it may load. */
async function addServer() {
  const {nodeFileTrace} = createRequire(import.meta.url)('next/dist/compiled/@vercel/nft');
  const modules = readdirSync(inProject(SERVER)).filter((name) => name.endsWith('.mjs'));
  const {fileList} = await nodeFileTrace(modules.map((name) => inProject(`${SERVER}/${name}`)), {
    base: project,
    processCwd: project,
    mixedModules: true,
    ignore: ['**/*.d.ts', '**/*.map', '**/next/dist/compiled/webpack/**', '**/next/dist/compiled/babel/**', '**/node_modules/typescript/**', '**/next/dist/build/swc/**/*.wasm', '**/@next/swc-*/**', '**/{lightningcss,tailwindcss,@tailwindcss}*/**'],
  });
  for (const file of fileList) {
    if (file.startsWith('node_modules/')) cpSync(inProject(file), inProject(`${RESULT}/${file}`), {recursive: true, dereference: true});
  }
  for (const name of modules) cpSync(inProject(`${SERVER}/${name}`), inProject(`${RESULT}/${name}`));
  for (const file of FILES) cpSync(inProject(file), inProject(`${RESULT}/${file}`), {recursive: true});
}

/** What the folder is called, and its commands under the names that messages give them. */
function writeManifest() {
  const {name, version, type, scripts} = readManifest();
  const own = {start: scripts.start.replace(/\S+$/, 'server.mjs'), ...Object.fromEntries(Object.entries(COMMANDS).map(([script, file]) => [script, `node ${file}.mjs`]))};
  writeFileSync(inProject(`${RESULT}/package.json`), `${JSON.stringify({name, version, private: true, type, scripts: own}, null, 2)}\n`);
}

const readManifest = () => JSON.parse(readFileSync(inProject('package.json'), 'utf8'));

await prepare();
say('Building the standalone folder (about a minute) / 正在构建独立运行的文件夹，约一分钟');
buildPages();
await bundleServer();
await addServer();
writeManifest();
say(`${RESULT} (${readManifest().version}): npm start`);
