import path from 'node:path';
import {defineConfig} from 'vitest/config';

const project = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  root: project,
  resolve: {
    alias: {'@': project, 'server-only': path.join(project, 'lib/setup/server-only.mjs')},
  },
  oxc: {jsx: {runtime: 'automatic'}},
  test: {
    include: ['{lib,components,prisma,content}/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
