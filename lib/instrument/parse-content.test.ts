import {describe, expect, it} from 'vitest';
import {parseContent, registerInstrument} from './parse-content';
import {getContent} from './registry';
import type {BenchmarkFile, InstrumentFile, SourcesFile} from './schema';

const sound = getContent();
const FILE = 'content/instruments/wang-zhang-2017/1.0.0/instrument.yaml';

type Content = {instrument: InstrumentFile; benchmarks: BenchmarkFile[]; sources: SourcesFile};

/** Parses the project's own content after `change` has been made to a copy of it. */
function parseChanged(change: (content: Content) => void, extra: InstrumentFile[] = []) {
  const content = structuredClone({instrument: sound.instruments[0]!.instrument, benchmarks: [...sound.benchmarks], sources: sound.sources});
  change(content);
  return parseContent({
    sources: {file: 'content/sources.yaml', data: content.sources},
    benchmarks: content.benchmarks.map((data) => ({file: `content/benchmarks/${data.id}.yaml`, data})),
    instruments: [content.instrument, ...extra].map((data) => ({file: FILE, data})),
  });
}

function firstMeasure({instrument}: Content) {
  return instrument.stages[0]!.categories[0]!.measures[0]!;
}

describe('parseContent', () => {
  it('registers sound content as it is', () => {
    const parsed = parseChanged(() => {});
    expect(parsed.problems).toEqual([]);
    expect(parsed.instruments).toEqual(sound.instruments);
  });

  const INSTRUMENT_FAULTS: [string, (content: Content) => void, string, RegExp][] = [
    ['a measure’s code used twice', (content) => void (firstMeasure(content).code = 'A12'), 'measures.code', /“A12” is used more than once/],
    ['a category’s code used twice', ({instrument}) => void (instrument.stages[1]!.categories[0]!.code = 'A1'), 'categories.code', /“A1”/],
    ['a stage’s code used twice', ({instrument}) => void (instrument.stages[1]!.code = 'A'), 'stages.code', /“A”/],
    ['an evidence kind defined twice', ({instrument}) => void instrument.evidenceKinds.push(instrument.evidenceKinds[0]!), 'evidenceKinds.id', /“document”/],
    ['a benchmark named twice', ({instrument}) => void instrument.benchmarks.push('guangshan'), 'benchmarks', /“guangshan” is used more than once/],
    ['a gap in the stages', ({instrument}) => void (instrument.stages[2]!.number = 4), 'stages.2.number', /expected 3/],
    ['stages out of order', ({instrument}) => void instrument.stages.reverse(), 'stages.0.number', /expected 1/],
    ['an unknown benchmark', ({instrument}) => void instrument.benchmarks.push('atlantis'), 'benchmarks', /“atlantis” has no file/],
    ['a benchmark at a stage that does not exist', ({benchmarks}) => void (benchmarks[0]!.stage.value = 4), 'benchmarks', /“guangshan” stands at a stage/],
    ['a tick for no benchmark of the instrument', (content) => void firstMeasure(content).benchmarks.ids.push('atlantis'), 'A11.benchmarks', /“atlantis”/],
    ['an undefined evidence kind', (content) => void firstMeasure(content).evidence.kinds.push('rumour'), 'A11.evidence', /“rumour” is not defined/],
    ['a source that does not exist', (content) => void (firstMeasure(content).why.source = 'wang-zhang-2017#9'), 'stages.0.categories.0.measures.0.why.source', /“wang-zhang-2017#9”/],
    ['a missing English text', (content) => void delete (firstMeasure(content).question as Partial<{en: string}>).en, 'stages.0.categories.0.measures.0.question.en', /expected string/],
    ['an empty text', (content) => void (firstMeasure(content).name['zh-CN'] = ' '), 'stages.0.categories.0.measures.0.name.zh-CN', /./],
    ['an unknown field', (content) => void Object.assign(firstMeasure(content), {weight: 2}), 'stages.0.categories.0.measures.0', /weight/],
    ['a threshold above 1', ({instrument}) => void (instrument.threshold.value = [3, 2]), 'threshold.value', /bad-threshold/],
    ['a threshold of 0', ({instrument}) => void (instrument.threshold.value = [0, 2]), 'threshold.value.0', /bad-threshold/],
    ['a bad version', ({instrument}) => void (instrument.version = '1.0'), 'version', /1\.0\.0/],
    ['a category without measures', ({instrument}) => void (instrument.stages[0]!.categories[0]!.measures = []), 'stages.0.categories.0.measures', /./],
  ];

  it.each(INSTRUMENT_FAULTS)('reports %s with file and path and does not register the instrument', (_fault, change, path, message) => {
    const {problems, instruments} = parseChanged(change);
    expect(problems).toContainEqual({file: FILE, path, message: expect.stringMatching(message) as string});
    expect(instruments).toEqual([]);
  });

  it('reports faults of a benchmark’s file under that file', () => {
    const unsourced = parseChanged(({benchmarks}) => void (benchmarks[0]!.facts[1]!.source = 'nobody#1'));
    expect(unsourced.problems).toEqual([
      {file: 'content/benchmarks/guangshan.yaml', path: 'facts.1.source', message: expect.stringContaining('nobody#1') as string},
    ]);
    const broken = parseChanged(({benchmarks}) => void (benchmarks[1]!.divisionCode = 'x'));
    expect(broken.problems).toContainEqual({file: 'content/benchmarks/jinzhai.yaml', path: 'divisionCode', message: expect.any(String) as string});
  });

  it('reports benchmarks and versions that occur twice', () => {
    expect(parseChanged(({benchmarks}) => void benchmarks.push(benchmarks[0]!)).problems).toContainEqual({
      file: 'content/benchmarks', path: 'id', message: expect.stringContaining('guangshan') as string,
    });
    expect(parseChanged(() => {}, [sound.instruments[0]!.instrument]).problems).toEqual([
      {file: 'content/instruments', path: 'version', message: expect.stringContaining('wang-zhang-2017@1.0.0') as string},
    ]);
  });

  it('reports all problems at once, over all files', () => {
    const faults = INSTRUMENT_FAULTS.slice(3, 5);
    const {problems} = parseChanged((content) => {
      for (const [, change] of faults) change(content);
      content.benchmarks[2]!.summary.source = 'nobody#2';
      firstMeasure(content).evidence.kinds.push('rumour');
    });
    expect(problems.map(({file, path}) => `${file}: ${path}`)).toEqual([
      'content/benchmarks/qinghe.yaml: summary.source', `${FILE}: evidenceKinds.id`, `${FILE}: benchmarks`, `${FILE}: A11.evidence`,
    ]);
  });

  it.each([null, undefined, 7, 'text', [], {}, {stages: 'x'}])('reports a file that holds %j, without throwing', (data) => {
    const raw = {file: 'x.yaml', data};
    const {problems, instruments, benchmarks} = parseContent({sources: raw, benchmarks: [raw], instruments: [raw]});
    expect(problems.length).toBeGreaterThan(1);
    expect(problems.every(({file, message}) => file === 'x.yaml' && message !== '')).toBe(true);
    expect([instruments, benchmarks]).toEqual([[], []]);
  });
});

describe('registerInstrument', () => {
  const {instrument, hash} = sound.instruments[0]!;

  it('joins the benchmarks in the instrument’s order, whatever order they come in', () => {
    const registered = registerInstrument(instrument, sound.benchmarks.toReversed());
    expect(registered.benchmarks.map(({id}) => id)).toEqual(instrument.benchmarks);
    expect(registered.hash).toBe(hash);
  });

  it('hashes what a diagnosis rests on: the file and the benchmarks’ stages, not their stories', () => {
    const [first, ...rest] = structuredClone([...sound.benchmarks]);
    first!.summary.en = 'Another story';
    expect(registerInstrument(instrument, [first!, ...rest]).hash).toBe(hash);
    first!.stage.value = 2;
    expect(registerInstrument(instrument, [first!, ...rest]).hash).not.toBe(hash);
  });
});
