/**
 * Prisma takes the kind of database as a literal only, so that each kind has its schema made from the one
 * file of models.
 * @typedef {'sqlite' | 'postgresql'} Provider
 */

/** @type {readonly Provider[]} */
export const PROVIDERS = ['sqlite', 'postgresql'];

/**
 * The schema of one kind of database. PostgreSQL keeps Json as the text that was written, as SQLite does:
 * its other type, jsonb, sorts the keys of objects.
 * @param {string} models text of models.prisma @param {Provider} provider
 */
export function toProviderSchema(models, provider) {
  const own = provider === 'postgresql' ? models.replace(/^(\s+\w+\s+Json\??)(?=\s|$)/gm, '$1 @db.Json') : models;
  return `generator client {
  provider               = "prisma-client"
  output                 = "./${provider}"
  runtime                = "nodejs"
  moduleFormat           = "esm"
  generatedFileExtension = "ts"
  importFileExtension    = ""
  // Half the size of the fast one in memory; plans of queries are kept, so that their making counts for little.
  compilerBuild          = "small"
}

datasource db {
  provider = "${provider}"
}

${own}`;
}
