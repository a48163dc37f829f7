import type {NextConfig} from 'next';

const config: NextConfig = {
  // Each state of the sources is built into its own folder (lib/setup/prepare.mjs).
  distDir: process.env.BUILD_FOLDER ?? '.next/dev',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types once for everything, so the build need not.
  typescript: {ignoreBuildErrors: true, tsconfigPath: '.next/tsconfig.json'},
  serverExternalPackages: ['@libsql/client', '@prisma/adapter-libsql', '@prisma/client', 'libsql'],
};

export default config;
