/**
 * Generates the Prisma clients, one for each kind of database, into prisma/generated.
 * `prisma generate` insists on a native schema engine that it never runs here; pointing it at
 * node itself keeps it from trying to download one.
 */
import {execFile} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {PROVIDERS, toProviderSchema} from './provider-schema.mjs';

const require = createRequire(import.meta.url);

export async function generateClients() {
  const folder = new URL('generated/', import.meta.url);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder);
  const models = readFileSync(new URL('models.prisma', import.meta.url), 'utf8');
  const cli = require.resolve('prisma/build/index.js');
  await Promise.all(
    PROVIDERS.map(async (provider) => {
      const schema = fileURLToPath(new URL(`${provider}.prisma`, folder));
      writeFileSync(schema, toProviderSchema(models, provider));
      await promisify(execFile)(process.execPath, [cli, 'generate', '--schema', schema], {
        cwd: fileURLToPath(new URL('..', import.meta.url)),
        env: {
          ...process.env,
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
      }).catch(({stdout, stderr}) => {
        throw new Error(`prisma generate failed for ${provider}:\n${stdout}\n${stderr}`);
      });
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateClients();
