import type pg from 'pg';
import {PREPARING_LOCK, makePostgresClient, readPostgresMigrations} from '../prepare-postgres';
import {type Side, keyPositions, quote} from './side';
import {columnKind, readPostgresValue, selectPostgresValue, writePostgresValue} from './stored-value';
import type {Table} from './table-plan';

/** A PostgreSQL database as one side of a copy. */
export async function openPostgresSide(url: string): Promise<Side> {
  const client = makePostgresClient(url);
  await client.connect();
  return {
    migrations: () => readPostgresMigrations(client),
    tables: () => readTables(client),
    read: async (table, after, limit) => {
      const keys = keyPositions(table);
      const columns = table.columns.map(({name, kind}) => selectPostgresValue(kind, quote(name))).join(', ');
      const key = table.key.map(quote).join(', ');
      const where = after ? ` WHERE (${key}) > (${keys.map((_, at) => `$${at + 1}`).join(', ')})` : '';
      const values = after ? keys.map((at) => after[at]) : [];
      const {rows} = await client.query<(string | null)[]>({text: `SELECT ${columns} FROM ${quote(table.name)}${where} ORDER BY ${key} LIMIT ${limit}`, values, rowMode: 'array'});
      return rows.map((row) => table.columns.map(({kind}, at) => readPostgresValue(kind, row[at] ?? null)));
    },
    insert: async (table, rows) => {
      if (rows.length === 0) return;
      const width = table.columns.length;
      const places = rows.map((_, row) => `(${table.columns.map((__, at) => `$${row * width + at + 1}`).join(', ')})`).join(', ');
      const values = rows.flatMap((row) => table.columns.map(({kind}, at) => writePostgresValue(kind, row[at] ?? null)));
      await client.query(`INSERT INTO ${quote(table.name)} (${table.columns.map(({name}) => quote(name)).join(', ')}) VALUES ${places}`, values);
    },
    update: async (table, row, columns) => {
      const value = (name: string) => {
        const at = table.columns.findIndex((column) => column.name === name);
        return writePostgresValue(table.columns[at]?.kind ?? 'text', row[at] ?? null);
      };
      const set = columns.map((name, at) => `${quote(name)} = $${at + 1}`).join(', ');
      const where = table.key.map((name, at) => `${quote(name)} = $${columns.length + at + 1}`).join(' AND ');
      await client.query(`UPDATE ${quote(table.name)} SET ${set} WHERE ${where}`, [...columns, ...table.key].map(value));
    },
    clear: async (table) => void (await client.query(`DELETE FROM ${quote(table.name)}`)),
    begin: async (writing) => {
      await client.query(writing ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      // Servers that start meanwhile wait.
      if (writing) await client.query('SELECT pg_advisory_xact_lock($1)', [PREPARING_LOCK]);
    },
    commit: async () => void (await client.query('COMMIT')),
    rollback: async () => void (await client.query('ROLLBACK').catch(() => {})),
    close: async () => void (await client.end().catch(() => {})),
  };
}

async function readTables(client: pg.Client): Promise<Table[]> {
  const {rows: columns} = await client.query<{table: string; name: string; type: string}>(
    `SELECT table_name AS "table", column_name AS name, data_type AS type FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations' ORDER BY table_name, column_name COLLATE "C"`,
  );
  const {rows: constraints} = await client.query<{table: string; type: string; columns: string[]; target: string | null}>(
    `SELECT source.relname AS "table", contype AS type, target.relname AS target,
       (SELECT json_agg(attname ORDER BY position) FROM unnest(conkey) WITH ORDINALITY AS part(number, position)
         JOIN pg_attribute ON attrelid = conrelid AND attnum = number) AS columns
      FROM pg_constraint JOIN pg_class source ON source.oid = conrelid LEFT JOIN pg_class target ON target.oid = confrelid
      WHERE contype IN ('p', 'f') AND connamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())`,
  );
  return [...new Set(columns.map(({table}) => table))].map((name) => {
    const own = constraints.filter(({table}) => table === name);
    return {
      name,
      columns: columns.filter(({table}) => table === name).map((column) => {
        const kind = columnKind(column.type);
        if (kind === null) throw new Error(`${name}.${column.name} is of a type that can’t be copied: ${column.type}`);
        return {name: column.name, kind};
      }),
      key: own.find(({type}) => type === 'p')?.columns ?? [],
      references: own.flatMap(({type, columns: from, target}) => (type === 'f' && target !== null ? from.map((column) => ({column, table: target})) : [])),
    };
  });
}
