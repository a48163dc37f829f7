import {describe, expect, it} from 'vitest';
import {getContent, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {listTexts} from '../support/list-texts';
import {findContentProblems} from './content-problems';

const registered = getTraitsOrThrow();
const {stages, traits, placements, advice} = registered.instrument;
const {instrument: measures, benchmarks} = getInstrumentOrThrow('wang-zhang-2017');
const descriptions = traits.flatMap(({id, descriptions: each}) => each.map((description) => ({id, ...description})));

describe('the instrument of cluster traits', () => {
  it('has the eight traits of METHOD.md, each with one description a stage', () => {
    expect(traits.map(({id}) => id)).toEqual([
      'enterprise-structure', 'competition', 'product-quality', 'brand', 'research', 'supply-chain', 'advantage', 'pressure',
    ]);
    expect(traits.map((trait) => trait.descriptions.map(({stage}) => stage))).toEqual(traits.map(() => [1, 2, 3]));
  });

  it('rests each description on a named passage of section 2 or 3.4', () => {
    expect(descriptions.filter(({text}) => !/^wang-zhang-2017#(?:2|3\.4)$/.test(text.source))).toEqual([]);
    expect(descriptions.filter(({passage}) => passage['zh-CN'] === '' || passage.en === '')).toEqual([]);
  });

  it('has descriptions that differ', () => {
    for (const locale of ['zh-CN', 'en'] as const) expect(new Set(descriptions.map(({text}) => text[locale])).size).toBe(24);
  });

  it('has each text in both languages: Chinese in Chinese, English without Chinese', () => {
    const texts = listTexts(registered.instrument);
    expect(texts.length).toBeGreaterThan(70);
    expect(texts.filter(({text}) => !/\p{Script=Han}/u.test(text['zh-CN'] ?? '')).map(({path}) => path)).toEqual([]);
    expect(texts.filter(({text}) => /\p{Script=Han}/u.test(text.en ?? '')).map(({path}) => path)).toEqual([]);
  });

  it('calls the cluster’s stages what the questionnaire calls them', () => {
    expect(stages.map(({name}) => [name['zh-CN'], name.en])).toEqual(measures.stages.map(({clusterStage}) => [clusterStage['zh-CN'], clusterStage.en]));
  });

  it('places the benchmarks where section 3.4 does, as their own files say', () => {
    expect(placements.map(({benchmark, stage, text}) => [benchmark, stage, text.from, text.source])).toEqual([
      ['guangshan', 1, 'paper', 'wang-zhang-2017#3.4'],
      ['jinzhai', 2, 'paper', 'wang-zhang-2017#3.4'],
      ['qinghe', 3, 'paper', 'wang-zhang-2017#3.4'],
    ]);
    for (const {benchmark, stage} of placements) {
      expect(benchmarks.find(({id}) => id === benchmark)?.clusterStage['zh-CN']).toBe(stages[stage - 1]?.name['zh-CN']);
    }
  });

  it('says that the paper is silent on a county that is ahead', () => {
    expect([advice.lagging.from, advice.matched.from, advice.leading.from]).toEqual(['derived', 'paper', 'editorial']);
  });

  it('is guarded like every published version', () => {
    const content = {...getContent(), traits: [{...registered, hash: '0'.repeat(64)}]};
    expect(findContentProblems(content, process.cwd()).map(({path}) => path)).toEqual(['cluster-traits@1.0.0']);
    expect(findContentProblems({...getContent(), traits: []}, process.cwd()).map(({path}) => path)).toEqual(['cluster-traits@1.0.0']);
  });
});
