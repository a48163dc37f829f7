import 'server-only';
import {getClient} from './client';

/** The newest applied migration; resolves only when the database answers. @throws what the driver says */
export async function checkDatabase(): Promise<{migration: string | null}> {
  const rows = await getClient().$queryRaw<{migration_name: string}[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name DESC LIMIT 1`;
  return {migration: rows[0]?.migration_name ?? null};
}
