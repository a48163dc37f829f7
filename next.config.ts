import type {NextConfig} from 'next';

const config: NextConfig = {
  // Each state of the sources is built into its own folder (lib/setup/prepare.mjs).
  distDir: process.env.BUILD_FOLDER ?? '.next/dev',
  // `npm run build:standalone` alone; everything else serves from the project's own folder.
  ...(process.env.BUILD_STANDALONE ? {output: 'standalone'} : {}),
  outputFileTracingIncludes: {'/*': ['node_modules/@libsql/*/*.node', 'node_modules/@resvg/*/*.node']},
  poweredByHeader: false,
  // Each folder between a page and the root costs a request some 0.15 ms of layouts that are not there; the
  // questionnaire is asked for most of all, so its page stands directly beneath the root (npm run bench).
  rewrites: async () => [
    {source: '/assessments/:assessment/categories/:category', destination: '/questionnaire'},
  ],
  reactStrictMode: true,
  // Above the limits of the product's own forms, so that these can say what is too large in the reader's language.
  experimental: {serverActions: {bodySizeLimit: '64mb'}},
  // `npm test` checks types once for everything, so the build need not.
  typescript: {ignoreBuildErrors: true, tsconfigPath: '.next/tsconfig.json'},
  serverExternalPackages: ['@libsql/client', '@resvg/resvg-js', '@prisma/adapter-libsql', '@prisma/adapter-pg', '@prisma/client', 'libsql', 'pg'],
};

export default config;
