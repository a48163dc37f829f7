import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {compareFractions} from '@/lib/diagnosis/fraction';
import {readPercent} from './read-percent';

describe('readPercent', () => {
  it.each([
    ['50', [1, 2]], ['100', [1, 1]], [' 55 ', [11, 20]], ['33.33', [3333, 10_000]], ['0.01', [1, 10_000]],
    ['12.5%', [1, 8]], ['６０％', [3, 5]], ['066', [33, 50]], ['7.50', [3, 40]],
  ] as const)('reads %s', (typed, fraction) => {
    expect(readPercent(typed)).toEqual(fraction);
  });

  it.each(['', ' ', '0', '0.00', '100.01', '101', '-5', '+5', '1e1', '5.', '.5', '33.333', '1/2', '五十', '50%%', '5 0', 'NaN', 'Infinity', '9999', '٥٠'])('refuses “%s”', (typed) => {
    expect(readPercent(typed)).toBeNull();
  });

  it('gives nothing or a threshold in (0, 1], whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.%]{0,7}$/)), (typed) => {
        const fraction = readPercent(typed);
        return fraction === null || (fraction[0] > 0 && compareFractions(fraction, [1, 1]) <= 0);
      }),
    );
  });

  it('reads back every percentage with two decimals exactly', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 10_000}), (hundredths) => {
        const fraction = readPercent((hundredths / 100).toFixed(2));
        return fraction !== null && compareFractions(fraction, [hundredths, 10_000]) === 0;
      }),
    );
  });
});
