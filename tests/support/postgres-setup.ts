import type {TestProject} from 'vitest/node';
import {startPostgres} from './postgres.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the database `postgres` on the server that the tests of PostgreSQL share. */
    postgresUrl: string;
  }
}

/** Starts the server that the project `postgresql` of tests/vitest.config.ts shares, and ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  if (!server) throw new Error('PostgreSQL is not installed');
  project.provide('postgresUrl', server.urlOf('postgres'));
  return server.remove;
}
