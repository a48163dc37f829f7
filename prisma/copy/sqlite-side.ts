import type {Client} from '@libsql/client';
import {openSqlite, readSqliteMigrations} from '../sqlite-file';
import {type Side, keyPositions, quote} from './side';
import {type SqliteValue, columnKind, readSqliteValue, writeSqliteValue} from './stored-value';
import type {Table} from './table-plan';

/** An SQLite file as one side of a copy. */
export function openSqliteSide(file: string): Side {
  const client = openSqlite(file);
  return {
    migrations: () => readSqliteMigrations(client),
    tables: () => readTables(client),
    read: async (table, after, limit) => {
      const keys = keyPositions(table);
      const columns = table.columns.map(({name}) => quote(name)).join(', ');
      const key = table.key.map(quote).join(', ');
      const where = after ? ` WHERE (${key}) > (${keys.map(() => '?').join(', ')})` : '';
      const args = after ? keys.map((at) => writeSqliteValue(table.columns[at]?.kind ?? 'text', after[at] ?? null)) : [];
      const {rows} = await client.execute({sql: `SELECT ${columns} FROM ${quote(table.name)}${where} ORDER BY ${key} LIMIT ${limit}`, args});
      return rows.map((row) => table.columns.map(({kind}, at) => readSqliteValue(kind, row[at] as SqliteValue)));
    },
    insert: async (table, rows) => {
      const sql = `INSERT INTO ${quote(table.name)} (${table.columns.map(({name}) => quote(name)).join(', ')}) VALUES (${table.columns.map(() => '?').join(', ')})`;
      for (const row of rows) await client.execute({sql, args: table.columns.map(({kind}, at) => writeSqliteValue(kind, row[at] ?? null))});
    },
    update: async (table, row, columns) => {
      const value = (name: string) => {
        const at = table.columns.findIndex((column) => column.name === name);
        return writeSqliteValue(table.columns[at]?.kind ?? 'text', row[at] ?? null);
      };
      await client.execute({
        sql: `UPDATE ${quote(table.name)} SET ${columns.map((name) => `${quote(name)} = ?`).join(', ')} WHERE ${table.key.map((name) => `${quote(name)} = ?`).join(' AND ')}`,
        args: [...columns, ...table.key].map(value),
      });
    },
    clear: async (table) => void (await client.execute(`DELETE FROM ${quote(table.name)}`)),
    begin: async (writing) => void (await client.execute(writing ? 'BEGIN IMMEDIATE' : 'BEGIN')),
    commit: async () => void (await client.execute('COMMIT')),
    rollback: async () => void (await client.execute('ROLLBACK').catch(() => {})),
    close: async () => client.close(),
  };
}

async function readTables(client: Client): Promise<Table[]> {
  const {rows} = await client.execute(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> '_prisma_migrations'`);
  return Promise.all(
    rows.map(async (row) => {
      const name = String(row.name);
      const {rows: columns} = await client.execute({sql: 'SELECT name, type, pk FROM pragma_table_info(?) ORDER BY name', args: [name]});
      const {rows: references} = await client.execute({sql: 'SELECT "from" AS "column", "table" FROM pragma_foreign_key_list(?)', args: [name]});
      return {
        name,
        columns: columns.map((column) => {
          const kind = columnKind(String(column.type));
          if (kind === null) throw new Error(`${name}.${String(column.name)} is of a type that can’t be copied: ${String(column.type)}`);
          return {name: String(column.name), kind};
        }),
        key: columns.filter(({pk}) => Number(pk) > 0).toSorted((a, b) => Number(a.pk) - Number(b.pk)).map((column) => String(column.name)),
        references: references.map(({column, table}) => ({column: String(column), table: String(table)})),
      };
    }),
  );
}
