import {rmSync} from 'node:fs';
import type pg from 'pg';
import {isMissingMigrations} from '../applied-migrations';
import {placeNew} from '../place-file';
import {makePostgresClient, readPostgresMigrations} from '../prepare-postgres';
import {writeNote} from './backup-note';
import {type PostgresTools, openPostgresTools} from './postgres-tools';

/** The schema that the program's tables are in. */
export async function currentSchema(client: pg.Client): Promise<string> {
  const {rows} = await client.query<{schema: string}>('SELECT current_schema() AS schema');
  return rows[0]?.schema ?? 'public';
}

/** Backs up a PostgreSQL database. @throws Error when it is not one of this program's */
export async function backUpPostgres(url: string, backup: string): Promise<void> {
  const client = makePostgresClient(url);
  try {
    await client.connect();
    const migrations = await readPostgresMigrations(client);
    if (migrations === null) throw new Error('it holds no tables of this program yet');
    isMissingMigrations('postgresql', migrations);
    const tools = await openPostgresTools(url, client);
    await dumpTo(backup, tools, migrations).finally(tools.remove);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Writes a dump, as of one moment, which is whole before it gets its name; with its note. */
export async function dumpTo(backup: string, tools: PostgresTools, migrations: readonly string[]): Promise<void> {
  const unfinished = `${backup}.unfinished-${process.pid}`;
  try {
    await tools.run('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', `--file=${unfinished}`]);
    await writeNote(unfinished, backup, 'postgresql', migrations.at(-1) ?? null);
    placeNew(unfinished, backup);
  } finally {
    rmSync(unfinished, {force: true});
  }
}
