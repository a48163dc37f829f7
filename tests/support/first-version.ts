import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {createClient} from '@libsql/client';
import {listMigrationNames, migrationsFolder} from '@/prisma/migration-names';

/** Makes an SQLite file as the first version of the program left it, with one organisation; then runs more statements on it. */
export async function makeFirstVersion(file: string, ...statements: string[]): Promise<void> {
  const [first = ''] = listMigrationNames('sqlite');
  const sql = readFileSync(path.join(migrationsFolder('sqlite'), first, 'migration.sql'), 'utf8');
  const client = createClient({url: `file:${file}`});
  try {
    await client.executeMultiple(sql);
    await client.executeMultiple(
      `CREATE TABLE _prisma_migrations (id TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL, finished_at DATETIME, migration_name TEXT NOT NULL,
        logs TEXT, rolled_back_at DATETIME, started_at DATETIME NOT NULL DEFAULT current_timestamp, applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0);
       INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
        VALUES ('1', '${createHash('sha256').update(sql).digest('hex')}', 1790000000000, '${first}', 1);
       INSERT INTO "Organisation" ("id", "name") VALUES ('local', 'Office');`,
    );
    for (const statement of statements) await client.execute(statement);
  } finally {
    client.close();
  }
}
