/** `npm start`: sets up what is missing, then serves. `npm run dev` is the same with --dev. */
import {ensureBuild, prepare, writeBuildTsconfig} from './prepare.mjs';

try {
  await prepare();
  const {importTypeScript} = await import('./run.mjs');
  const {openDatabase, serve} = /** @type {typeof import('./serve')} */ (await importTypeScript('lib/setup/serve.ts'));
  const dev = process.argv.includes('--dev');
  if (dev) writeBuildTsconfig();
  await openDatabase();
  await serve(dev ? {dev} : {dev, buildFolder: ensureBuild()});
} catch (error) {
  // The message says what to do; a stack would only hide it.
  console.error(`\n✗ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
