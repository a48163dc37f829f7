import {describe, expect, it} from 'vitest';
import type {AnswerValue} from '@/lib/answers/answer-value';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import type {DiagnosisOptions} from '@/lib/diagnosis/model';
import {readBenchmarks} from '@/lib/diagnosis/read-benchmarks';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {buildResult, formatStageHeading, listBenchmarksOf} from './result';

const registered = getInstrumentOrThrow('wang-zhang-2017');
const {instrument, benchmarks} = registered;
const readings = readBenchmarks(registered);
const placed = listMeasures(instrument);

type Values = Record<string, AnswerValue>;

/** The first `count` measures of a stage with one value. */
function some(stage: number, count: number, value: AnswerValue): Values {
  const codes = placed.filter((each) => each.stage.number === stage).map(({measure}) => measure.code);
  return Object.fromEntries(codes.slice(0, count).map((code) => [code, value]));
}

/** Every measure with one value, those named after it otherwise. */
function all(value: AnswerValue, others: Values = {}): Values {
  return {...Object.fromEntries(placed.map(({measure}) => [measure.code, value])), ...others};
}

function write(values: Values, locale: Locale = 'zh-CN', options: DiagnosisOptions = {}) {
  const answers = Object.fromEntries(Object.entries(values).map(([code, value]) => [code, {value}]));
  const diagnosis = diagnose(buildModel(instrument, benchmarks), answers, options);
  const threshold = options.threshold ?? instrument.threshold.value;
  return {diagnosis, result: buildResult({instrument, benchmarks, diagnosis, values, threshold, county: '某县', locale, t: translatorFor(locale)})};
}

function benchmarkResult(id: string, locale: Locale) {
  return write(readings.find(({benchmark}) => benchmark.id === id)!.values, locale).result;
}

describe('buildResult for the benchmark counties', () => {
  it('places Guangshan at stage 1, in Chinese', () => {
    const {headline, reasons, gaps, roadmap} = benchmarkResult('guangshan', 'zh-CN');
    expect(headline).toBe(`某县处于第一阶段：${instrument.stages[0]?.name['zh-CN']}`);
    expect(reasons).toEqual([
      '第一阶段适用的 15 项措施中已实施 15 项，达到所需的 8 项。',
      '第二阶段适用的 13 项中已实施 4 项，还差 3 项才达到所需的 7 项。',
    ]);
    expect(gaps).toEqual(['第一阶段之下没有更低的阶段。']);
    expect(roadmap.text).toContain('要达到第二阶段，至少再落实以下 3 项');
    expect(roadmap.rows.map(({code}) => code)).toEqual(['B21', 'B32', 'B41']);
    expect(roadmap.missing).toBeNull();
  });

  it('places Jinzhai at stage 2, in both languages', () => {
    const chinese = benchmarkResult('jinzhai', 'zh-CN');
    expect(chinese.headline).toBe(`某县处于第二阶段：${instrument.stages[1]?.name['zh-CN']}`);
    expect(chinese.reasons).toEqual([
      '第二阶段适用的 13 项措施中已实施 13 项，达到所需的 7 项。',
      '第三阶段适用的 17 项中已实施 1 项，还差 8 项才达到所需的 9 项。',
    ]);
    expect(chinese.gaps).toEqual(['没有。更低的阶段都已达到。']);
    expect(chinese.roadmap.rows.map(({code}) => code)).toEqual(['C11', 'C21', 'C41', 'C51', 'C12', 'C22', 'C32', 'C42']);
    const english = benchmarkResult('jinzhai', 'en');
    expect(english.headline).toBe(`某县 stands at Stage 2: ${instrument.stages[1]?.name.en}`);
    expect(english.reasons).toEqual([
      'Of the 13 measures of Stage 2 that apply, 13 are in place; 7 are needed.',
      'Of the 17 measures of Stage 3 that apply, 1 are in place: 8 more would reach the 9 needed.',
    ]);
  });

  it('places Qinghe at stage 3, with nothing above and no roadmap', () => {
    const {headline, reasons, gaps, roadmap} = benchmarkResult('qinghe', 'en');
    expect(headline).toBe(`某县 stands at Stage 3: ${instrument.stages[2]?.name.en}`);
    expect(reasons).toEqual([
      'Of the 17 measures of Stage 3 that apply, 17 are in place; 9 are needed.',
      'This is the model’s highest stage.',
    ]);
    expect(gaps).toEqual(['None: every lower stage is met.']);
    expect(roadmap).toEqual({text: 'This is the highest stage; there is no further one.', rows: [], missing: null});
  });

  it.each(['zh-CN', 'en'] as const)('takes every row and meaning from the diagnosis and the instrument, in %s', (locale) => {
    for (const {values} of readings) {
      const {diagnosis, result} = write(values, locale);
      const stage = instrument.stages[diagnosis.stage - 1]!;
      expect(result.meaning).toMatchObject({government: stage.government[locale], market: stage.market[locale]});
      for (const part of [stage.clusterStage, stage.name, stage.upgrade]) expect(result.meaning.pair).toContain(part[locale]);
      expect(result.coverage.rule).toContain('1/2');
      expect(result.coverage.rows.map(({counts}) => counts)).toEqual(diagnosis.stages);
      expect(result.coverage.rows.map(({met}) => met)).toEqual(diagnosis.stages.map(({met}) => met));
      expect(new Set(result.coverage.rows.map(({met, metLabel}) => `${met} ${metLabel}`)).size).toBe(new Set(diagnosis.stages.map(({met}) => met)).size);
      expect(result.roadmap.rows.map(({code}) => code)).toEqual(diagnosis.roadmap?.measures ?? []);
    }
  });
});

describe('buildResult for open and incomplete answers', () => {
  it('leads with the interval, and says what leaves it open', () => {
    const values = {...some(1, 15, 'in-place'), ...some(2, 13, 'not-in-place'), ...some(2, 5, 'in-place'), ...some(3, 17, 'not-in-place')};
    for (const code of ['B51', 'B42', 'B41']) delete values[code];
    const {diagnosis, result} = write(values);
    expect(diagnosis).toMatchObject({stage: 1, interval: {low: 1, high: 2}, settle: {stage: 2}});
    expect(result.headline).toBe('某县处于第一阶段与第二阶段之间，尚不能确定');
    const unknown = diagnosis.stages.reduce((sum, each) => sum + each.unknown, 0);
    expect(result.reasons).toContain(`另有 ${unknown} 项不清楚：全部未实施时为第一阶段，全部已实施时为第二阶段。`);
    expect(write(values, 'en').result.headline).toBe('某县 stands between Stage 1 and Stage 2');
  });

  it('leads with the whole interval when nothing is known', () => {
    expect(write({}, 'en').result.headline).toBe('某县 stands between Stage 1 and Stage 3');
  });

  it('says that stage 1 is not met yet, without calling it reached', () => {
    const values = all('not-in-place', some(1, 7, 'in-place'));
    const {result, diagnosis} = write(values);
    expect(diagnosis.entering).toBe(true);
    expect(result.headline).toBe('某县尚未达到第一阶段的要求');
    expect(result.reasons[0]).toBe('第一阶段适用的 15 项中已实施 7 项，还差 1 项才达到所需的 8 项。');
    expect(write(values, 'en').result.headline).toBe('某县 does not yet meet stage 1');
  });

  it('tells foundation gaps with their numbers, one a stage', () => {
    const values = all('not-in-place', {...some(1, 3, 'in-place'), ...some(3, 9, 'in-place')});
    const {result, diagnosis} = write(values);
    expect(diagnosis.foundationGaps).toEqual([1, 2]);
    expect(result.gaps.map((gap) => gap.split('。')[0])).toEqual(['第一阶段只实施了 3 / 15 项（所需 8 项）', '第二阶段只实施了 0 / 13 项（所需 7 项）']);
    expect(write(values, 'en').result.gaps[0]).toContain('Stage 1 has 3 of 15 in place (8 needed)');
  });

  it('tells stages in which nothing applies', () => {
    const values = all('not-applicable', some(3, 9, 'in-place'));
    const {result} = write(values);
    expect(result.gaps).toEqual(['第一阶段没有适用的措施。', '第二阶段没有适用的措施。']);
    const first = write(all('not-applicable', some(1, 15, 'in-place'))).result;
    expect(first.reasons[1]).toBe('第二阶段没有适用的措施，因此不能判定为达到。');
    expect(first.roadmap).toEqual({text: '下一阶段没有适用的措施，无法给出路线。', rows: [], missing: null});
  });

  it('says how many measures of the roadmap are missing when too many are set aside', () => {
    const values = all('not-in-place', {...some(1, 15, 'in-place'), ...some(2, 2, 'in-place')});
    const setAside = Object.keys(some(2, 11, 'in-place'));
    const {result, diagnosis} = write(values, 'zh-CN', {setAside});
    expect(diagnosis.roadmap).toMatchObject({toStage: 2, missing: 3});
    expect(result.roadmap.rows).toHaveLength(2);
    expect(result.roadmap.missing).toBe('可选的措施不足，还缺 3 项。');
    expect(write(values, 'en', {setAside}).result.roadmap.missing).toBe('Too few measures can be chosen; 3 are missing.');
  });

  it('says for each measure of the roadmap what it is now, how to do it and who has it', () => {
    const {B21: _unanswered, ...values} = all('not-in-place', {...some(1, 15, 'in-place'), B13: 'under-way'});
    const {result} = write(values, 'en');
    const rows = Object.fromEntries(result.roadmap.rows.map((row) => [row.code, row]));
    expect(result.roadmap.rows[0]).toMatchObject({code: 'B13', now: 'Under way'});
    expect(rows.B21?.now).toBe('Don’t know');
    const {measure} = placed.find((each) => each.measure.code === 'B13')!;
    expect(rows.B13).toMatchObject({name: measure.name.en, how: `${measure.inPlaceWhen.en} ${measure.better.en}`, who: listBenchmarksOf(measure, {benchmarks, locale: 'en', t: translatorFor('en')})});
  });

  it('names the threshold that was used', () => {
    expect(write({}, 'en', {threshold: [2, 3]}).result.coverage.rule).toContain('2/3');
  });
});

describe('formatStageHeading', () => {
  it('joins number, name and upgrade', () => {
    const stage = instrument.stages[1]!;
    expect(formatStageHeading(stage, 'zh-CN', translatorFor('zh-CN'))).toBe(`第二阶段：${stage.name['zh-CN']}，${stage.upgrade['zh-CN']}`);
    expect(formatStageHeading(stage, 'en', translatorFor('en'))).toBe(`Stage 2: ${stage.name.en} – ${stage.upgrade.en}`);
  });
});
