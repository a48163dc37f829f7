import {readdirSync} from 'node:fs';
import path from 'node:path';

export const MIGRATIONS_FOLDER = path.join(import.meta.dirname, 'migrations');

/** The names of the committed migrations, oldest first. */
export function listMigrationNames(): string[] {
  return readdirSync(MIGRATIONS_FOLDER, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
