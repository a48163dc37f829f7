/**
 * Runs a TypeScript script of the project with Node alone: node lib/setup/run.mjs <file> [arguments].
 * The alias `@/` is the project's folder; `server-only` is a marker for the bundler and is empty here.
 */
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {createJiti} from 'jiti';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string} file */
export function importTypeScript(file) {
  const jiti = createJiti(import.meta.url, {
    alias: {'@': project.replace(/[\\/]$/, ''), 'server-only': fileURLToPath(new URL('server-only.mjs', import.meta.url))},
    fsCache: path.join(project, 'node_modules/.cache/jiti'),
    interopDefault: true,
  });
  return jiti.import(path.resolve(project, file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file] = process.argv.splice(2, 1);
  if (!file) throw new Error('usage: node lib/setup/run.mjs <file> [arguments]');
  await importTypeScript(file);
}
