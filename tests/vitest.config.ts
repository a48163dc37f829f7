import path from 'node:path';
import {defineConfig} from 'vitest/config';
import {POSTGRES_SKIPPED, findPostgres} from './support/postgres.mjs';

const project = path.resolve(import.meta.dirname, '..');

if (findPostgres() === null) console.log(POSTGRES_SKIPPED);

export default defineConfig({
  root: project,
  resolve: {
    alias: {'@': project, 'server-only': path.join(project, 'lib/setup/server-only.mjs')},
  },
  oxc: {jsx: {runtime: 'automatic'}},
  test: {
    // One fewer than there are cores leaves half of a small machine idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What uses the database runs on each kind of it; what is about one of them says so in its name.
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['{lib,components,prisma,content}/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/integration/postgres-*.test.ts', 'tests/faults/**', 'tests/standalone.test.ts'],
        },
      },
      // Servers in need of the machine: after all others.
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/*.test.ts', 'tests/standalone.test.ts'],
          exclude: findPostgres() === null ? ['tests/faults/postgres-*.test.ts'] : [],
          sequence: {groupOrder: 1},
        },
      },
      ...(findPostgres() === null
        ? []
        : [
            {
              extends: true as const,
              test: {
                name: 'postgresql',
                include: ['tests/integration/*.test.ts'],
                exclude: ['tests/integration/sqlite-*.test.ts', 'tests/integration/migrations.test.ts'],
                globalSetup: 'tests/support/postgres-setup.ts',
              },
            },
          ]),
    ],
  },
});
