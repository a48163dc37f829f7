import type {ColumnKind} from './stored-value';

/** A table as both sides of a copy see it. */
export type Table = {
  name: string;
  columns: readonly {name: string; kind: ColumnKind}[];
  /** The columns of the primary key, by which rows are put in order. */
  key: readonly string[];
  /** The columns that point to rows of other tables, or of the same. */
  references: readonly {column: string; table: string}[];
};

/** The tables in an order in which each comes after those that it points to. */
export function orderTables(tables: readonly Table[]): Table[] {
  const left = tables.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const ordered: Table[] = [];
  while (left.length > 0) {
    const next = left.findIndex(({name, references}) => references.every((to) => to.table === name || !left.some((other) => other.name === to.table)));
    if (next < 0) throw new Error(`tables point to one another in a circle: ${left.map(({name}) => name).join(', ')}`);
    ordered.push(...left.splice(next, 1));
  }
  return ordered;
}

/** Columns that point to rows of their own table; they are filled in when all its rows are there. */
export function ownReferences({name, references}: Table): string[] {
  return references.filter(({table}) => table === name).map(({column}) => column);
}

/** @throws Error when two databases of the same version don't have the same tables */
export function requireSameTables(from: readonly Table[], to: readonly Table[]): void {
  const describe = (tables: readonly Table[]) =>
    tables.map(({name, key, columns}) => `${name}(${columns.map((column) => `${column.name} ${column.kind}`).toSorted().join(', ')}) by ${key.join(', ')}`).toSorted();
  const other = new Set(describe(to));
  const odd = describe(from).find((table) => !other.has(table));
  if (odd !== undefined || from.length !== to.length) throw new Error(`the tables of the two databases are not the same: ${odd ?? to.map(({name}) => name).join(', ')}`);
}
