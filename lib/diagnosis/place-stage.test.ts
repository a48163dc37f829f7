import {describe, expect, it} from 'vitest';

import {placeStage} from './place-stage';

describe('placeStage', () => {
  const stages = [
    {stage: 1, met: false},
    {stage: 2, met: true},
    {stage: 3, met: false},
  ];

  it('takes the highest stage that is met, whatever lies below', () => {
    expect(placeStage(stages, ({met}) => met)).toBe(2);
    expect(placeStage(stages, () => true)).toBe(3);
  });

  it('gives stage 1 where none is met', () => {
    expect(placeStage(stages, () => false)).toBe(1);
    expect(placeStage([], () => true)).toBe(1);
  });
});
