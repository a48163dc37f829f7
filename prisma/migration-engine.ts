import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {PrismaLibSql} from '@prisma/adapter-libsql';
import {PrismaPg} from '@prisma/adapter-pg';
import {ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import {listMigrationNames, migrationsFolder} from './migration-names';
import {providerOf} from './provider';
import {type Provider, toProviderSchema} from './provider-schema.mjs';

/** Prisma's own migration engine in WebAssembly, so that no native binary has to be downloaded. */

const require = createRequire(import.meta.url);

/** The one file of models. */
export const MODELS_FILE = path.join(import.meta.dirname, 'models.prisma');

/** The models that the migrations of PostgreSQL stand for; `npm run db:author` keeps it. */
export const POSTGRES_BASE_FILE = path.join(migrationsFolder('postgresql'), 'models.prisma');

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

/** Sends a migration as one, which PostgreSQL then does as a whole or not at all; this driver would cut it at each semicolon. */
class MigrationPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => void (await adapter.underlyingDriver().query(script));
    return adapter;
  }
}

/** Compares models only: no server is asked. The one thing that the engine wants to know as it starts is its version. */
class NoServerPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.queryRaw = async () => ({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 14.0', 140000]],
    });
    return adapter;
  }
}

/** Stands for a database URL where there is none. */
const NO_SERVER = 'postgresql://nowhere/none';

function schemaFile(provider: Provider, models: string) {
  return {path: path.join(import.meta.dirname, `${provider}.prisma`), content: toProviderSchema(models, provider)};
}

/** Opens the engine on a database URL (`file:…`, `:memory:`, `postgresql://…`), runs `work` and closes it. */
async function withEngine<T>(provider: Provider, url: string, work: (engine: bindings.SchemaEngine) => Promise<T>): Promise<T> {
  ready ??= instantiate();
  await ready;
  const adapter = provider === 'sqlite' ? new MigrationLibSql({url}) : new (url === NO_SERVER ? NoServerPg : MigrationPg)(url);
  const {path: file, content} = schemaFile(provider, readFileSync(MODELS_FILE, 'utf8'));
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  let engine: bindings.SchemaEngine | undefined;
  try {
    engine = await bindings.SchemaEngine.new({datamodels: [[file, content]]}, () => {}, bound);
    return await work(engine);
  } catch (error) {
    // What the driver throws the engine passes on as a number only.
    const [, id] = /External error id#(\d+)/.exec(String(error)) ?? [];
    throw (id !== undefined && bound.errorRegistry.consumeError(Number(id))?.error) || error;
  } finally {
    engine?.free();
  }
}

function readMigrations(provider: Provider) {
  const folder = migrationsFolder(provider);
  return {
    baseDir: folder,
    lockfile: {path: 'migration_lock.toml', content: readFileSync(path.join(folder, 'migration_lock.toml'), 'utf8')},
    shadowDbInitScript: '',
    migrationDirectories: listMigrationNames(provider).map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {tag: 'ok' as const, value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')},
      },
    })),
  };
}

/** Applies the migrations that the database lacks and returns their names. */
export async function applyMigrations(url: string): Promise<string[]> {
  const provider = providerOf(url);
  const {appliedMigrationNames} = await withEngine(provider, url, (engine) =>
    engine.applyMigrations({migrationsList: readMigrations(provider), filters: NO_FILTER}),
  );
  return appliedMigrationNames;
}

/**
 * SQL that turns what the committed migrations of SQLite make into what models say (models.prisma unless
 * another text is given); empty when they agree.
 */
export async function diffSqliteMigrations(models = readFileSync(MODELS_FILE, 'utf8')): Promise<string> {
  const {stdout} = await withEngine('sqlite', ':memory:', (engine) =>
    engine.diff({
      from: {tag: 'migrations', ...readMigrations('sqlite')},
      to: {tag: 'schemaDatamodel', files: [schemaFile('sqlite', models)]},
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    }),
  );
  return withoutEmptyNote(stdout);
}

/**
 * SQL for PostgreSQL that turns what one text of models (null: nothing) makes into what another says; empty when they
 * agree. The engine can't read a PostgreSQL database here, so that its migrations are made from models to models.
 * Texts are compared and put in order by their code points, as SQLite does, whatever language the server speaks.
 */
export async function diffPostgresModels(from: string | null, to = readFileSync(MODELS_FILE, 'utf8')): Promise<string> {
  const {stdout} = await withEngine('postgresql', NO_SERVER, (engine) =>
    engine.diff({
      from: from === null ? {tag: 'empty'} : {tag: 'schemaDatamodel', files: [schemaFile('postgresql', from)]},
      to: {tag: 'schemaDatamodel', files: [schemaFile('postgresql', to)]},
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    }),
  );
  // Each database has that schema, but not each user may make one.
  const sql = withoutEmptyNote(stdout).replace(/^-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\s*/, '');
  return sql.replace(/("\w+" (?:SET DATA TYPE )?TEXT)\b(?! COLLATE)/g, '$1 COLLATE "C"');
}

function withoutEmptyNote(sql: string | null | undefined): string {
  return (sql ?? '').replace(/^-- This is an empty migration\.\s*$/m, '').trim();
}
