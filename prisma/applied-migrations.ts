import {listMigrationNames} from './migration-names';
import type {Provider} from './provider-schema.mjs';

/**
 * Whether a database in which these migrations were applied lacks some of this program's.
 * @throws Error when it was made by a newer version or by another program
 */
export function isMissingMigrations(provider: Provider, applied: readonly string[]): boolean {
  const known = listMigrationNames(provider);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0 && unknown.length === applied.length) throw new Error('it was made by another program');
  if (unknown.length > 0) {
    throw new Error(`it was made by a newer version of this program (migration ${unknown.join(', ')}); start that version instead`);
  }
  return applied.length < known.length;
}

/** @throws Error when a database in which these migrations were applied was made by another program; a newer version may have made it */
export function requireOwnMigrations(provider: Provider, applied: readonly string[] | null): void {
  const known = listMigrationNames(provider);
  if (applied && applied.length > 0 && !applied.some((name) => known.includes(name))) throw new Error('it was made by another program');
}
