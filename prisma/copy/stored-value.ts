/** What a column holds, the same on both kinds of database; texts include Json and the values of enums. */
export type ColumnKind = 'text' | 'integer' | 'real' | 'boolean' | 'moment' | 'bytes';

/**
 * A value as it is compared and passed on, in one spelling for both kinds of database: a moment in ISO 8601 with
 * milliseconds, bytes in hexadecimal digits, the others as they are written.
 */
export type StoredValue = string | null;

/** The kind of a column by its declared type; null for one that this program's tables don't have. */
export function columnKind(declared: string): ColumnKind | null {
  const type = declared.toLowerCase().replace(/\(.*$/, '').trim();
  for (const [kind, types] of Object.entries(TYPES)) if (types.includes(type)) return kind as ColumnKind;
  return null;
}

const TYPES: Record<ColumnKind, readonly string[]> = {
  text: ['text', 'json', 'jsonb', 'user-defined', 'character varying'],
  integer: ['integer', 'int', 'bigint', 'smallint'],
  real: ['real', 'double precision'],
  boolean: ['boolean'],
  moment: ['datetime', 'timestamp without time zone', 'timestamp with time zone'],
  bytes: ['blob', 'bytea'],
};

/** What SQLite's driver gives. */
export type SqliteValue = string | number | bigint | ArrayBuffer | null;

/** A value of an SQLite row in the one spelling. @throws Error when it is not of the column's kind */
export function readSqliteValue(kind: ColumnKind, value: SqliteValue): StoredValue {
  if (value === null) return null;
  switch (kind) {
    case 'text':
      return String(value);
    case 'integer':
      if (typeof value === 'bigint') return String(value);
      break;
    case 'real':
      if (typeof value === 'number' || typeof value === 'bigint') return writeReal(Number(value));
      break;
    case 'boolean':
      if (value === 0n || value === 1n) return value === 1n ? 'true' : 'false';
      break;
    case 'moment':
      return readMoment(value);
    case 'bytes':
      if (value instanceof ArrayBuffer) return Buffer.from(value).toString('hex');
      break;
  }
  throw new Error(`a value is not of the kind ${kind}: ${String(value).slice(0, 50)}`);
}

/** SQLite keeps moments as Prisma writes them, with a zone, or as its own clock does, without one and in UTC. */
function readMoment(value: Exclude<SqliteValue, null>): string {
  const moment = typeof value === 'bigint' ? new Date(Number(value)) : new Date(typeof value === 'string' ? withZone(value) : Number.NaN);
  if (Number.isNaN(moment.getTime())) throw new Error(`a value is not of the kind moment: ${String(value).slice(0, 50)}`);
  return moment.toISOString();
}

function withZone(text: string): string {
  return /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text.replace(' ', 'T')}Z`;
}

/** A value as SQLite is given it, the way Prisma would have written it. */
export function writeSqliteValue(kind: ColumnKind, value: StoredValue): string | number | bigint | Uint8Array | null {
  if (value === null) return null;
  switch (kind) {
    case 'text':
      return value;
    case 'integer':
      return BigInt(value);
    case 'real':
      return Number(value);
    case 'boolean':
      return value === 'true' ? 1n : 0n;
    case 'moment':
      return value.replace(/Z$/, '+00:00');
    case 'bytes':
      return Buffer.from(value, 'hex');
  }
}

/** The SQL that has PostgreSQL give a column in the one spelling, whatever its time zone. */
export function selectPostgresValue(kind: ColumnKind, quoted: string): string {
  if (kind === 'moment') return `to_char(${quoted}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return kind === 'bytes' ? `encode(${quoted}, 'hex')` : `${quoted}::text`;
}

/** A value that PostgreSQL gave in the one spelling. */
export function readPostgresValue(kind: ColumnKind, value: StoredValue): StoredValue {
  return value !== null && kind === 'real' ? writeReal(Number(value)) : value;
}

/** A value as PostgreSQL is given it. */
export function writePostgresValue(kind: ColumnKind, value: StoredValue): StoredValue {
  return value !== null && kind === 'bytes' ? `\\x${value}` : value;
}

/** SQLite knows one zero only. */
function writeReal(value: number): string {
  return String(value === 0 ? 0 : value);
}
