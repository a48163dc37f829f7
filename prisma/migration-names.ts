import {readdirSync} from 'node:fs';
import path from 'node:path';
import type {Provider} from './provider-schema.mjs';

/** The folder with the committed migrations of one kind of database. */
export function migrationsFolder(provider: Provider): string {
  return path.join(import.meta.dirname, 'migrations', provider);
}

/** The names of the committed migrations, oldest first. */
export function listMigrationNames(provider: Provider): string[] {
  return readdirSync(migrationsFolder(provider), {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
