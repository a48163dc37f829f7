import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {PrismaLibSql} from '@prisma/adapter-libsql';
import {bindMigrationAwareSqlAdapterFactory} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import {MIGRATIONS_FOLDER, listMigrationNames} from './migration-names';

/** Prisma's own migration engine in WebAssembly, so that no native binary has to be downloaded. */

const require = createRequire(import.meta.url);
const SCHEMA_FILE = path.join(import.meta.dirname, 'schema.prisma');

const NO_FILTER = {externalTables: [], externalEnums: []};
let ready: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const {instance} = await WebAssembly.instantiate(readFileSync(file), {'./schema_engine_bg.js': bindings as never});
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as {__wbindgen_start?: () => void}).__wbindgen_start?.();
}

/**
 * To its shadow database the engine sends a whole migration as one statement, of which this driver
 * would run the first only and drop the rest in silence.
 */
class MigrationLibSql extends PrismaLibSql {
  override async connectToShadowDb() {
    const adapter = await super.connectToShadowDb();
    const executeOne = adapter.executeRaw.bind(adapter);
    adapter.executeRaw = async (query) => {
      if (query.args.length > 0) return executeOne(query);
      await adapter.executeScript(query.sql);
      return 0;
    };
    return adapter;
  }
}

/** Opens the engine on a database URL (`file:…` or `:memory:`), runs `work` and closes it. */
async function withEngine<T>(url: string, work: (engine: bindings.SchemaEngine) => Promise<T>): Promise<T> {
  ready ??= instantiate();
  await ready;
  const factory = bindMigrationAwareSqlAdapterFactory(new MigrationLibSql({url}));
  const datamodel: [string, string] = [SCHEMA_FILE, readFileSync(SCHEMA_FILE, 'utf8')];
  const engine = await bindings.SchemaEngine.new({datamodels: [datamodel]}, () => {}, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

function readMigrations() {
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: {path: 'migration_lock.toml', content: readFileSync(path.join(MIGRATIONS_FOLDER, 'migration_lock.toml'), 'utf8')},
    shadowDbInitScript: '',
    migrationDirectories: listMigrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {tag: 'ok' as const, value: readFileSync(path.join(MIGRATIONS_FOLDER, name, 'migration.sql'), 'utf8')},
      },
    })),
  };
}

/** Applies the migrations that the database lacks and returns their names. */
export async function applyMigrations(url: string): Promise<string[]> {
  const {appliedMigrationNames} = await withEngine(url, (engine) =>
    engine.applyMigrations({migrationsList: readMigrations(), filters: NO_FILTER}),
  );
  return appliedMigrationNames;
}

/**
 * SQL that turns what the committed migrations make into what a schema says (schema.prisma unless
 * another text is given); empty when they agree.
 */
export async function diffMigrationsToSchema(schema = readFileSync(SCHEMA_FILE, 'utf8')): Promise<string> {
  const {stdout} = await withEngine(':memory:', (engine) =>
    engine.diff({
      from: {tag: 'migrations', ...readMigrations()},
      to: {tag: 'schemaDatamodel', files: [{path: SCHEMA_FILE, content: schema}]},
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    }),
  );
  return (stdout ?? '').replace(/^-- This is an empty migration\.\s*$/m, '').trim();
}
