import {describe, expect, it} from 'vitest';
import {getContent, getInstrumentOrThrow, readContent} from '@/lib/instrument/registry';
import {listMeasures} from '@/lib/instrument/list-measures';
import {registerInstrument} from '@/lib/instrument/parse-content';
import {readBenchmarks} from '@/lib/diagnosis/read-benchmarks';
import {findDivision} from '@/lib/divisions/division-list';
import {listTexts} from '../support/list-texts';
import {findContentProblems} from './content-problems';

const registered = getInstrumentOrThrow('wang-zhang-2017');
const {instrument, benchmarks} = registered;
const measures = listMeasures(instrument);

describe('content', () => {
  it('has no problem, and no published version was changed', () => {
    expect(findContentProblems(readContent(process.cwd()), process.cwd())).toEqual([]);
  });

  it('notices when a published version is changed', () => {
    const tampered = structuredClone(instrument);
    tampered.stages[0]!.categories[0]!.measures[0]!.question.en += '?';
    const content = {...getContent(), instruments: [registerInstrument(tampered, benchmarks)]};
    expect(findContentProblems(content, process.cwd()).map(({path}) => path)).toContain('wang-zhang-2017@1.0.0');
  });

  it('has Table 1: 15, 13 and 17 measures in five categories a stage', () => {
    expect(instrument.stages.map(({categories}) => categories.length)).toEqual([5, 5, 5]);
    expect(instrument.stages.map(({number}) => measures.filter(({stage}) => stage.number === number).length)).toEqual([15, 13, 17]);
  });

  it('has the ticks of Table 1', () => {
    const ticks = readBenchmarks(registered).map(({benchmark, diagnosis}) => [benchmark.id, ...diagnosis.stages.map(({inPlace}) => inPlace)]);
    expect(ticks).toEqual([
      ['guangshan', 15, 4, 0],
      ['jinzhai', 10, 13, 1],
      ['qinghe', 8, 7, 17],
    ]);
  });

  it('places the benchmarks by our rule where the paper places them', () => {
    expect(readBenchmarks(registered).map(({benchmark, diagnosis}) => [benchmark.stage.value, diagnosis.stage])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('has each text in both languages: Chinese in Chinese, English without Chinese', () => {
    const texts = [...listTexts(instrument), ...benchmarks.flatMap((benchmark) => listTexts(benchmark, benchmark.id))];
    expect(texts.length).toBeGreaterThan(280);
    expect(texts.filter(({text}) => !/\p{Script=Han}/u.test(text['zh-CN'] ?? '')).map(({path, text}) => `${path}: ${text['zh-CN']}`)).toEqual([]);
    expect(texts.filter(({text}) => /\p{Script=Han}/u.test(text.en ?? '')).map(({path}) => path)).toEqual([]);
  });

  it('asks a different question for each measure', () => {
    expect(new Set(measures.map(({measure}) => measure.question['zh-CN'])).size).toBe(45);
    expect(new Set(measures.map(({measure}) => measure.question.en)).size).toBe(45);
  });

  it('says what each benchmark county is, under its code', () => {
    for (const benchmark of benchmarks) {
      expect(findDivision(benchmark.divisionCode)?.county).toBe(benchmark.name['zh-CN']);
      expect(benchmark.facts.length).toBeGreaterThanOrEqual(5);
    }
    expect(benchmarks.map(({driver}) => driver['zh-CN'])).toEqual(['政府主导', '市场主导', '战略主导']);
  });
});
