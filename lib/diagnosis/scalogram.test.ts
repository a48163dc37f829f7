import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

import {getInstrumentOrThrow} from '@/lib/instrument/registry';

import {buildScalogram} from './scalogram';

/** Reads patterns such as `11 0 10`: levels with spaces between, one digit an item. */
const cases = (...patterns: string[]) =>
  patterns.map((pattern, index) => ({
    id: `case ${index + 1}`,
    levels: pattern.split(' ').map((level) => Array.from(level, (mark) => mark === '1')),
  }));

describe('buildScalogram', () => {
  it('finds nothing wrong with a perfect scale', () => {
    expect(buildScalogram(cases('0 0 0', '1 0 0', '1 1 0', '1 1 1'))).toEqual({
      cases: [0, 1, 2, 3].map((type) => ({id: `case ${type + 1}`, type, errors: 0})),
      cells: 12,
      errors: 0,
      reproducibility: [1, 1],
      // Commoner marks: 3, 2 and 3 of 4.
      marginal: [2, 3],
      scalability: [1, 1],
    });
  });

  it('counts the cells off the nearest pattern, the lower pattern on a tie', () => {
    // 0 1 0 is one cell off 000 and off 110; 1 0 1 one off 100 and off 111.
    const {cases: fitted, errors, reproducibility, marginal, scalability} = buildScalogram(cases('0 1 0', '1 0 1'));
    expect(fitted.map(({type, errors: off}) => [type, off])).toEqual([[0, 1], [1, 1]]);
    expect([errors, reproducibility]).toEqual([2, [2, 3]]);
    // Each item is had by one of two, so marginals get 3 of 6; the levels get 4: one of the three left.
    expect([marginal, scalability]).toEqual([[1, 2], [1, 3]]);
  });

  it('takes levels of several items', () => {
    // Type 1: one of three missing; one of two ahead.
    expect(buildScalogram(cases('110 10')).cases).toEqual([{id: 'case 1', type: 1, errors: 2}]);
    expect(buildScalogram(cases('110 10')).reproducibility).toEqual([3, 5]);
  });

  it('never gives a scalability below 0, and none where the marginals leave nothing', () => {
    expect(buildScalogram(cases('0 1', '0 1', '0 1')).scalability).toBeNull();
    expect(buildScalogram(cases('00 1 0', '00 1 0', '01 1 1'))).toMatchObject({errors: 3, marginal: [5, 6], scalability: [0, 1]});
  });

  it('has nothing wrong where there is nothing', () => {
    const empty = {cells: 0, errors: 0, reproducibility: [1, 1], marginal: [1, 1], scalability: null};
    expect(buildScalogram([])).toEqual({cases: [], ...empty});
    expect(buildScalogram([{id: 'x', levels: []}])).toMatchObject(empty);
  });

  it('has the fewest errors of all perfect patterns', () => {
    const table = fc
      .tuple(fc.array(fc.integer({min: 0, max: 3}), {maxLength: 4}), fc.integer({min: 1, max: 4}))
      .chain(([sizes, rows]) => fc.array(fc.tuple(...sizes.map((size) => fc.array(fc.boolean(), {minLength: size, maxLength: size}))), {minLength: rows, maxLength: rows}));
    fc.assert(
      fc.property(table, (rows) => {
        const scalogram = buildScalogram(rows.map((levels, index) => ({id: String(index), levels})));
        rows.forEach((levels, index) => {
          const off = Array.from({length: levels.length + 1}, (_, type) =>
            levels.reduce((sum, level, at) => sum + level.filter((mark) => mark !== at < type).length, 0),
          );
          const least = Math.min(...off);
          expect(scalogram.cases[index]).toEqual({id: String(index), type: off.indexOf(least), errors: least});
        });
        expect(scalogram.errors).toBe(scalogram.cases.reduce((sum, {errors}) => sum + errors, 0));
        const [numerator, denominator] = scalogram.reproducibility;
        expect(numerator * scalogram.cells).toBe((scalogram.cells - scalogram.errors) * denominator);
      }),
    );
  });

  it('reads Table 1: 23 of 135 cells off, 4, 6 and 13 a county', () => {
    const {instrument, benchmarks} = getInstrumentOrThrow('wang-zhang-2017');
    const levelsOf = (id: string) =>
      instrument.stages.map(({categories}) => categories.flatMap(({measures}) => measures.map((measure) => measure.benchmarks.ids.includes(id))));
    const scalogram = buildScalogram(benchmarks.map(({id}) => ({id, levels: levelsOf(id)})));
    expect(scalogram.cases.map(({type, errors}) => [type, errors])).toEqual([[1, 4], [2, 6], [3, 13]]);
    expect(scalogram).toMatchObject({cells: 135, errors: 23, reproducibility: [112, 135], marginal: [101, 135], scalability: [11, 34]});
  });
});
