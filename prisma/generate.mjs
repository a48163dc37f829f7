/**
 * Generates the Prisma client into prisma/generated.
 * `prisma generate` insists on a native schema engine that it never runs here; pointing it at
 * node itself keeps it from trying to download one.
 */
import {spawnSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';

const require = createRequire(import.meta.url);

export function generateClient() {
  rmSync(new URL('generated', import.meta.url), {recursive: true, force: true});
  const cli = require.resolve('prisma/build/index.js');
  const schema = fileURLToPath(new URL('schema.prisma', import.meta.url));
  const run = spawnSync(process.execPath, [cli, 'generate', '--schema', schema], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}\n${run.stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateClient();
