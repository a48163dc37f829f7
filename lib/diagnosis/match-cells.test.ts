import {describe, expect, it} from 'vitest';
import {type PlacedStage, listMatchCells} from './match-cells';

const at = (low: number, high = low): PlacedStage => ({stage: low, interval: {low, high}});

describe('listMatchCells', () => {
  it('is one cell when both stages are sure', () => {
    expect(listMatchCells(at(2), at(3))).toEqual([{cluster: 3, ecommerce: 2, match: 'lagging'}]);
  });

  it('is a row when only the e-commerce stage is open, and a column when only the cluster’s is', () => {
    expect(listMatchCells(at(1, 3), at(2)).map(({match}) => match)).toEqual(['lagging', 'matched', 'leading']);
    expect(listMatchCells(at(2), at(1, 2))).toEqual([
      {cluster: 1, ecommerce: 2, match: 'leading'},
      {cluster: 2, ecommerce: 2, match: 'matched'},
    ]);
  });

  it('is a block when both are open', () => {
    expect(listMatchCells(at(1, 2), at(2, 3)).map(({cluster, ecommerce}) => [cluster, ecommerce])).toEqual([[2, 1], [2, 2], [3, 1], [3, 2]]);
  });
});
