import {describe, expect, it} from 'vitest';
import {parseContent} from './parse-content';
import {getContent} from './registry';
import {getTraitsOrThrow} from './trait-registry';
import type {TraitInstrument} from './trait-schema';

const FILE = 'content/instruments/cluster-traits/1.0.0/instrument.yaml';
const {benchmarks, sources} = getContent();
const sound = getTraitsOrThrow();

/** Parses the published traits after `change` has been made to a copy of them. */
function parseChanged(change: (instrument: TraitInstrument) => void, copies = 1) {
  const data = structuredClone(sound.instrument);
  change(data);
  return parseContent({
    sources: {file: 'content/sources.yaml', data: sources},
    benchmarks: benchmarks.map((each) => ({file: `content/benchmarks/${each.id}.yaml`, data: each})),
    instruments: Array.from({length: copies}, () => ({file: FILE, data})),
  });
}

describe('parseContent of cluster traits', () => {
  it('registers sound traits apart from the instruments of measures', () => {
    expect(parseChanged(() => {})).toMatchObject({problems: [], instruments: [], traits: [sound]});
  });

  const FAULTS: [string, (instrument: TraitInstrument) => void, string, RegExp][] = [
    ['a trait’s id used twice', ({traits}) => void (traits[1]!.id = 'brand'), 'traits.id', /“brand” is used more than once/],
    ['a benchmark placed twice', ({placements}) => void (placements[1]!.benchmark = 'guangshan'), 'placements.benchmark', /“guangshan”/],
    ['a gap in the stages', ({stages}) => void (stages[2]!.number = 4), 'stages.2.number', /expected 3/],
    ['a missing description', ({traits}) => void traits[0]!.descriptions.pop(), 'enterprise-structure.descriptions', /1 to 3/],
    ['descriptions out of order', ({traits}) => void traits[0]!.descriptions.reverse(), 'enterprise-structure.descriptions', /in this order/],
    ['a benchmark that has no file', ({placements}) => void (placements[0]!.benchmark = 'atlantis'), 'placements', /“atlantis” has no file/],
    ['a placement beyond the stages', ({placements}) => void (placements[0]!.stage = 4), 'placements', /does not exist/],
    ['a source that does not exist', ({advice}) => void (advice.leading.source = 'wang-zhang-2017#9'), 'advice.leading.source', /“wang-zhang-2017#9”/],
    ['a description without its passage', ({traits}) => void delete (traits[0]!.descriptions[0] as {passage?: object}).passage, 'traits.0.descriptions.0.passage', /object/],
    ['a missing English text', ({advice}) => void delete (advice.matched as Partial<{en: string}>).en, 'advice.matched.en', /expected string/],
    ['an unknown field', (instrument) => void Object.assign(instrument, {weight: 2}), '', /weight/],
  ];

  it.each(FAULTS)('reports %s with file and path and does not register the traits', (_fault, change, path, message) => {
    const parsed = parseChanged(change);
    expect(parsed.problems).toContainEqual({file: FILE, path, message: expect.stringMatching(message) as string});
    expect(parsed.traits).toEqual([]);
  });

  it('collects all problems, and knows a version that is there twice', () => {
    const {problems} = parseChanged(({traits, placements}) => {
      traits[1]!.id = 'brand';
      placements[0]!.benchmark = 'atlantis';
      traits[0]!.descriptions.pop();
    });
    expect(problems).toHaveLength(3);
    expect(parseChanged(() => {}, 2).problems.map(({message}) => message)).toEqual(['“cluster-traits@1.0.0” is used more than once']);
  });
});

describe('getTraitsOrThrow', () => {
  it('finds the published version by default and by number', () => {
    expect(sound.instrument).toMatchObject({id: 'cluster-traits', version: '1.0.0', status: 'published'});
    expect(getTraitsOrThrow('cluster-traits', '1.0.0')).toBe(sound);
    expect(sound.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([['cluster-traits', '9.9.9'], ['wang-zhang-2017', undefined], ['__proto__', undefined]])('does not find %s %s', (id, version) => {
    expect(() => getTraitsOrThrow(id, version)).toThrow(expect.objectContaining({code: 'instrument-not-found'}) as Error);
  });
});
