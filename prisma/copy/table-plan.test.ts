import {describe, expect, it} from 'vitest';
import {type Table, orderTables, ownReferences, requireSameTables} from './table-plan';

function table(name: string, ...references: string[]): Table {
  return {name, columns: [{name: 'id', kind: 'text'}], key: ['id'], references: references.map((to) => ({column: `${to}Id`, table: to}))};
}

describe('orderTables', () => {
  it('puts each table after those that it points to, but for itself', () => {
    const tables = [table('answer', 'assessment'), table('assessment', 'profile', 'assessment'), table('profile', 'organisation'), table('organisation')];
    expect(orderTables(tables).map(({name}) => name)).toEqual(['organisation', 'profile', 'assessment', 'answer']);
  });

  it('refuses a circle', () => {
    expect(() => orderTables([table('a', 'b'), table('b', 'a'), table('c')])).toThrow(/in a circle: a, b/);
  });
});

describe('ownReferences', () => {
  it('names the columns that point to the same table', () => {
    expect(ownReferences(table('assessment', 'profile', 'assessment'))).toEqual(['assessmentId']);
  });
});

describe('requireSameTables', () => {
  it('passes the same tables in any order and names one that differs', () => {
    expect(() => requireSameTables([table('a'), table('b')], [table('b'), table('a')])).not.toThrow();
    expect(() => requireSameTables([table('a')], [{...table('a'), columns: [{name: 'id', kind: 'integer'}]}])).toThrow(/a\(id text\)/);
    expect(() => requireSameTables([table('a')], [table('a'), table('b')])).toThrow(/not the same: a, b/);
  });
});
