import type {StoredValue} from './stored-value';
import type {Table} from './table-plan';

/** Values of a row in the order of the table's columns, which is by name: both kinds of database are to hash alike. */
export type StoredRow = StoredValue[];

/** One of the two databases of a copy, in a transaction. */
export type Side = {
  /** The migrations that were applied; null where there is no table yet. */
  migrations: () => Promise<string[] | null>;
  /** Its tables, without the one of migrations. */
  tables: () => Promise<Table[]>;
  /** Some rows in the order of the key, after one or from the first. */
  read: (table: Table, after: StoredRow | null, limit: number) => Promise<StoredRow[]>;
  insert: (table: Table, rows: readonly StoredRow[]) => Promise<void>;
  /** Sets some columns of the row with this key. */
  update: (table: Table, row: StoredRow, columns: readonly string[]) => Promise<void>;
  /** Removes all rows of a table. */
  clear: (table: Table) => Promise<void>;
  begin: (writing: boolean) => Promise<void>;
  commit: () => Promise<void>;
  rollback: () => Promise<void>;
  close: () => Promise<void>;
};

/** A name as both kinds of SQL take it. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Where a table's key stands in its rows. */
export function keyPositions({columns, key}: Table): number[] {
  return key.map((name) => columns.findIndex((column) => column.name === name));
}
