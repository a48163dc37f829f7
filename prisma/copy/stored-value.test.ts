import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type ColumnKind, type SqliteValue, columnKind, readPostgresValue, readSqliteValue, writePostgresValue, writeSqliteValue} from './stored-value';

/** What SQLite's driver gives back for what it was given. */
function throughSqlite(kind: ColumnKind, value: string | null): string | null {
  const written = writeSqliteValue(kind, value);
  return readSqliteValue(kind, written instanceof Uint8Array ? (new Uint8Array(written).buffer) : (written as SqliteValue));
}

describe('a stored value', () => {
  it('comes through SQLite as it was, of each kind', () => {
    const moments = fc.date({min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true}).map((date) => date.toISOString());
    const values: Record<ColumnKind, fc.Arbitrary<string>> = {
      text: fc.string({unit: 'grapheme'}),
      integer: fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}).map(String),
      real: fc.double({noNaN: true, noDefaultInfinity: true}).map(String),
      boolean: fc.boolean().map(String),
      moment: moments,
      bytes: fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('hex')),
    };
    for (const [kind, arbitrary] of Object.entries(values) as [ColumnKind, fc.Arbitrary<string>][]) {
      fc.assert(fc.property(fc.option(arbitrary), (value) => throughSqlite(kind, value) === value));
    }
  });

  it('is the same moment however SQLite keeps it: with a zone, by its own clock, or as a number', () => {
    const moment = '2026-05-01T01:02:03.000Z';
    for (const kept of ['2026-05-01T01:02:03.000+00:00', '2026-05-01T09:02:03+08:00', '2026-05-01T01:02:03.000Z', '2026-05-01 01:02:03', BigInt(Date.parse(moment))]) {
      expect(readSqliteValue('moment', kept)).toBe(moment);
    }
    expect(() => readSqliteValue('moment', 'yesterday')).toThrow(/not of the kind moment: yesterday/);
  });

  it('is refused when it is not of its column’s kind, which SQLite allows', () => {
    expect(() => readSqliteValue('integer', 'many')).toThrow(/not of the kind integer: many/);
    expect(() => readSqliteValue('boolean', 2n)).toThrow(/boolean/);
    expect(() => readSqliteValue('bytes', 'text')).toThrow(/bytes/);
  });

  it('has one spelling for a real number on both kinds of database', () => {
    expect(readPostgresValue('real', '1e+21')).toBe(readSqliteValue('real', 1e21));
    expect(readPostgresValue('real', '12')).toBe(readSqliteValue('real', 12n));
    expect(readPostgresValue('real', '0.1')).toBe('0.1');
    expect(readPostgresValue('real', '-0')).toBe('0');
  });

  it('gives PostgreSQL bytes in its own notation', () => {
    expect(writePostgresValue('bytes', '00ff')).toBe('\\x00ff');
    expect(writePostgresValue('bytes', null)).toBeNull();
  });
});

describe('columnKind', () => {
  it('knows the types of both kinds of database, and no others', () => {
    expect(['TEXT', 'JSONB', 'json', 'USER-DEFINED', 'INTEGER', 'bigint', 'REAL', 'double precision', 'BOOLEAN', 'DATETIME', 'timestamp without time zone', 'BLOB', 'bytea'].map(columnKind)).toEqual(
      ['text', 'text', 'text', 'text', 'integer', 'integer', 'real', 'real', 'boolean', 'moment', 'moment', 'bytes', 'bytes'],
    );
    expect(columnKind('point')).toBeNull();
  });
});
