/** Writes the next migration from schema.prisma: npm run db:author -- add_bureau */
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {diffMigrationsToSchema} from './migration-engine';
import {MIGRATIONS_FOLDER} from './migration-names';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('usage: npm run db:author -- <name in lower_case_letters>');
  process.exit(2);
}
const sql = await diffMigrationsToSchema();
if (sql === '') {
  console.log('Migrations and schema.prisma agree; nothing to write.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'migration.sql'), `${sql}\n`);
  console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql. Read it before you commit it.`);
}
