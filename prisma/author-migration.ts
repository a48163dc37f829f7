/** Writes the next migrations, of SQLite and of PostgreSQL, from models.prisma: npm run db:author -- add_bureau */
import {copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {MODELS_FILE, POSTGRES_BASE_FILE, diffPostgresModels, diffSqliteMigrations} from './migration-engine';
import {migrationsFolder} from './migration-names';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('usage: npm run db:author -- <name in lower_case_letters>');
  process.exit(2);
}
const sql = {
  sqlite: await diffSqliteMigrations(),
  postgresql: await diffPostgresModels(existsSync(POSTGRES_BASE_FILE) ? readFileSync(POSTGRES_BASE_FILE, 'utf8') : null),
};
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
// Each kind by itself: one may have been authored on another branch already.
for (const provider of ['sqlite', 'postgresql'] as const) {
  if (sql[provider] === '') {
    console.log(`The migrations for ${provider} agree with models.prisma; nothing to write.`);
    continue;
  }
  const folder = path.join(migrationsFolder(provider), `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'migration.sql'), `${sql[provider]}\n`);
  console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql. Read it before you commit it.`);
}
copyFileSync(MODELS_FILE, POSTGRES_BASE_FILE);
