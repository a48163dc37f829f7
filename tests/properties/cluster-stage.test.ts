import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type ClusterStage, getClusterStage} from '@/lib/diagnosis/cluster-stage';
import {listMatchCells} from '@/lib/diagnosis/match-cells';

/** Traits of an instrument with 1 to 4 stages; few enough unknown for all completions to be tried. */
const arbitraryTraits = fc.integer({min: 1, max: 4}).chain((highest) =>
  fc.record({
    highest: fc.constant(highest),
    known: fc.array(fc.integer({min: 1, max: highest}), {maxLength: 9}),
    unknown: fc.integer({min: 0, max: 4}),
    seed: fc.integer(),
  }),
);

/** Everything that the unknown traits can turn out to be. */
function complete(traits: readonly (number | null)[], highest: number): number[][] {
  return traits.reduce<number[][]>((lists, trait) => {
    const values = trait === null ? Array.from({length: highest}, (_, index) => index + 1) : [trait];
    return lists.flatMap((list) => values.map((value) => [...list, value]));
  }, [[]]);
}

/** Known and unknown traits mixed in an order that the seed decides. */
function mix(known: readonly number[], unknown: number, seed: number): (number | null)[] {
  const traits: (number | null)[] = [...known];
  for (let each = 0; each < unknown; each += 1) traits.splice(Math.abs(seed + each * 7) % (traits.length + 1), 0, null);
  return traits;
}

/** The lower median by its definition, without sorting: the least value with at least half of all at or below it. */
function medianByCounting(values: readonly number[], highest: number): number {
  for (let stage = 1; stage < highest; stage += 1) if (2 * values.filter((value) => value <= stage).length >= values.length) return stage;
  return highest;
}

const sure = (found: ClusterStage | null) => found as ClusterStage;

describe('the cluster stage', () => {
  it('has as interval exactly the stages of all completions', () => {
    fc.assert(
      fc.property(arbitraryTraits, ({highest, known, unknown, seed}) => {
        fc.pre(known.length > 0);
        const traits = mix(known, unknown, seed);
        const reached = new Set(complete(traits, highest).map((list) => medianByCounting(list, highest)));
        const {stage, interval} = sure(getClusterStage(traits, highest));
        expect([...reached].toSorted((a, b) => a - b)).toEqual(Array.from({length: interval.high - interval.low + 1}, (_, index) => interval.low + index));
        expect(stage).toBe(medianByCounting(known, highest));
        expect(reached).toContain(stage);
      }),
    );
  });

  it('is null exactly when nothing is known, and does not hang on the order of traits', () => {
    fc.assert(
      fc.property(arbitraryTraits, ({highest, known, unknown, seed}) => {
        const found = getClusterStage(mix(known, unknown, seed), highest);
        expect(found === null).toBe(known.length === 0);
        expect(found).toEqual(getClusterStage([...known.toReversed(), ...Array<null>(unknown).fill(null)], highest));
      }),
    );
  });

  it('never falls when a trait rises, and its interval never widens when one becomes known', () => {
    fc.assert(
      fc.property(arbitraryTraits, fc.nat(), ({highest, known, unknown, seed}, at) => {
        fc.pre(known.length > 0);
        const traits = mix(known, unknown, seed);
        const before = sure(getClusterStage(traits, highest));
        const place = at % traits.length;
        const risen = sure(getClusterStage(traits.with(place, Math.min((traits[place] ?? highest - 1) + 1, highest)), highest));
        if (traits[place] !== null) expect(risen.stage).toBeGreaterThanOrEqual(before.stage);
        if (traits[place] === null) {
          expect(risen.interval.low).toBeGreaterThanOrEqual(before.interval.low);
          expect(risen.interval.high).toBeLessThanOrEqual(before.interval.high);
        }
      }),
    );
  });
});

describe('the cells of the match', () => {
  it('are exactly the pairs that completions of both sides give', () => {
    fc.assert(
      fc.property(arbitraryTraits, fc.integer({min: 1, max: 4}), fc.integer({min: 0, max: 3}), ({highest, known, unknown, seed}, low, more) => {
        fc.pre(known.length > 0);
        const traits = mix(known, unknown, seed);
        const ecommerce = {stage: low, interval: {low, high: low + more}};
        const pairs = new Map<string, string>();
        for (const list of complete(traits, highest)) {
          for (let stage = low; stage <= low + more; stage += 1) {
            const cluster = medianByCounting(list, highest);
            pairs.set(`${cluster}-${stage}`, ['lagging', 'matched', 'leading'][Math.sign(stage - cluster) + 1] ?? '');
          }
        }
        const cells = listMatchCells(ecommerce, sure(getClusterStage(traits, highest)));
        expect(cells.map(({cluster, ecommerce: column}) => `${cluster}-${column}`).toSorted()).toEqual([...pairs.keys()].toSorted());
        for (const {cluster, ecommerce: column, match} of cells) expect(match).toBe(pairs.get(`${cluster}-${column}`));
      }),
    );
  });
});
