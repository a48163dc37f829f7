import {describe, expect, test} from 'vitest';
import type {AnswerValue} from '@/lib/answers/answer-value';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES, type Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {type ComparedCounty, buildComparison} from './build-comparison';

const {instrument, benchmarks} = getInstrumentOrThrow('wang-zhang-2017');
const model = buildModel(instrument, benchmarks);
const codes = listMeasures(instrument).map(({measure}) => measure.code);

function county(key: string, values: Record<string, AnswerValue>, more: Partial<ComparedCounty> = {}): ComparedCounty {
  const answers = Object.fromEntries(Object.entries(values).map(([code, value]) => [code, {value}]));
  return {
    key,
    name: key,
    detail: `detail of ${key}`,
    isBenchmark: false,
    href: `/${key}`,
    values,
    diagnosis: diagnose(model, answers),
    underWayKnown: true,
    ...more,
  };
}

function filled(value: AnswerValue, changes: Record<string, AnswerValue> = {}): Record<string, AnswerValue> {
  return {...Object.fromEntries(codes.map((code) => [code, value])), ...changes};
}

function benchmark(id: string): ComparedCounty {
  const ticked = listMeasures(instrument).filter(({measure}) => measure.benchmarks.ids.includes(id));
  const values = filled('not-in-place', Object.fromEntries(ticked.map(({measure}) => [measure.code, 'in-place'])));
  return county(id, values, {isBenchmark: true, href: null, underWayKnown: false});
}

function compare(counties: readonly ComparedCounty[], locale: Locale = 'zh-CN') {
  return buildComparison({instrument, counties, locale, t: translatorFor(locale)});
}

const three = ['guangshan', 'jinzhai', 'qinghe'].map(benchmark);

describe('the three benchmark counties', () => {
  const {summary, coverage, radar, heatMap, differences, notes} = compare(three);

  test('have the coverage that METHOD.md works out', () => {
    expect(summary.rows.map(({cells}) => cells.map(({text}) => text))).toEqual([
      ['15/15', '4/13', '0/17'],
      ['10/15', '13/13', '1/17'],
      ['8/15', '7/13', '17/17'],
    ]);
    expect(summary.rows[0]?.cells.map(({needed}) => needed)).toEqual([8, 7, 9]);
    expect(summary.rows.map(({stage}) => stage)).toEqual([
      '第一阶段：强固电商链条',
      '第二阶段：引导电商协同',
      '第三阶段：优化电商价值网',
    ]);
    expect(coverage.stages.map(({rows}) => rows.map(({cell}) => cell.inPlace))).toEqual([[15, 10, 8], [4, 13, 7], [0, 1, 17]]);
  });

  test('share the measures that Table 1 ticks three times', () => {
    const ticks = listMeasures(instrument).map(({measure}) => measure.benchmarks.ids.length);
    const shared = ticks.filter((count) => count === 3).length;
    expect(shared).toBe(11);
    expect(differences.counts).toEqual({
      compared: 45,
      different: ticks.filter((count) => count === 1 || count === 2).length,
      inPlaceInAll: shared,
      inPlaceInNone: ticks.filter((count) => count === 0).length,
      notCompared: 0,
    });
    expect(differences.notCompared).toBeNull();
    expect(differences.stages.flatMap(({rows}) => rows)).toHaveLength(differences.counts.different);
  });

  test('say who has a measure and who has not', () => {
    const row = differences.stages.flatMap(({rows}) => rows).find(({code}) => code === 'C31');
    expect(row).toMatchObject({has: 'jinzhai、qinghe', hasNot: 'guangshan'});
    expect(differences.hasNotHeading).toContain('表1未打勾');
  });

  test('show a missing tick as no tick, never as a declared no', () => {
    const cells = heatMap.stages.flatMap(({categories}) => categories.flatMap(({measures}) => measures)).flatMap((measure) => measure.cells);
    expect(cells).toHaveLength(135);
    expect(cells.filter(({state}) => state === 'in-place')).toHaveLength(19 + 24 + 32);
    expect(heatMap.legend.map(({state}) => state)).toEqual(['in-place', 'no-tick']);
    expect(notes).toHaveLength(2);
  });

  test('have 15 categories whose exact fractions add up to the stages', () => {
    expect(radar.rows).toHaveLength(15);
    const sums = [1, 2, 3].map((stage) =>
      radar.rows
        .filter((row) => row.stage === stage)
        .reduce((sum, {cells}) => sum + Number(cells[1]?.text.split('/')[0]), 0),
    );
    expect(sums).toEqual([10, 13, 1]);
  });
});

describe('answers other than yes and no', () => {
  test('unknown in one county makes a measure incomparable, with the reason', () => {
    const {differences} = compare([
      county('甲县', filled('in-place')),
      county('乙县', filled('not-in-place', {A11: 'unknown', B11: 'under-way'})),
      county('丙县', filled('in-place', {A11: 'not-applicable'})),
    ]);
    expect(differences.counts).toMatchObject({compared: 44, different: 44, notCompared: 1});
    expect(differences.notCompared?.stages).toMatchObject([
      {number: 1, rows: [{code: 'A11', reason: '不清楚：乙县；不适用：丙县'}]},
    ]);
    const b11 = differences.stages.flatMap(({rows}) => rows).find(({code}) => code === 'B11');
    expect(b11).toMatchObject({has: '甲县、丙县', hasNot: '乙县（推进中）'});
    expect(differences.hasNotHeading).toBe('未实施的县');
  });

  test('a missing answer is unknown', () => {
    const {heatMap, differences, summary} = compare([county('甲县', {}), county('乙县', filled('in-place'))]);
    expect(heatMap.stages[0]?.categories[0]?.measures[0]?.cells[0]?.state).toBe('unknown');
    expect(differences.counts).toMatchObject({compared: 0, notCompared: 45});
    expect(summary.rows[0]).toMatchObject({stage: '第一至第三阶段之间'});
    expect(summary.rows[0]?.stageNote).toContain('45');
  });

  test('under way and not in place are no difference', () => {
    const {differences} = compare([county('甲县', filled('under-way')), county('乙县', filled('not-in-place'))]);
    expect(differences.counts).toMatchObject({compared: 45, different: 0, inPlaceInNone: 45});
    expect(differences.stages).toEqual([]);
  });

  test('not-applicable measures leave the denominator', () => {
    const values = filled('in-place', {A11: 'not-applicable', A12: 'not-applicable', B51: 'not-applicable'});
    const {summary, radar} = compare([county('甲县', values), county('乙县', filled('not-in-place'))]);
    expect(summary.rows[0]?.cells[0]).toMatchObject({text: '13/13', needed: 7});
    expect(summary.rows[1]?.cells[0]?.verdict).toBe('需8项，还差8项');
    expect(summary.rows[1]?.stageNote).not.toBeNull();
    expect(radar.rows.find(({code}) => code === 'A1')?.cells[0]).toMatchObject({text: '3/3', share: 1});
    expect(radar.rows.find(({code}) => code === 'B5')?.cells).toMatchObject([
      {text: '—', share: null},
      {text: '0/1', share: 0},
    ]);
  });

  test('a stage without an applicable measure has no fraction', () => {
    const {summary} = compare([county('甲县', filled('not-applicable'))]);
    expect(summary.rows[0]?.cells.map(({text, verdict}) => [text, verdict])).toEqual(
      Array.from({length: 3}, () => ['—', '没有适用的措施']),
    );
  });
});

describe('how many counties', () => {
  test('none: only a sentence', () => {
    expect(compare([]).empty).toContain('还没有选择');
    expect(compare([], 'en').empty).toContain('No county');
  });

  test('one: everything but differences', () => {
    const {empty, differences, radar} = compare([benchmark('jinzhai')]);
    expect(empty).toBeNull();
    expect(differences.empty).toContain('只选择了一个县');
    expect(differences.stages).toEqual([]);
    expect(radar.rows[0]?.cells).toHaveLength(1);
  });

  test.each(LOCALES)('eight in %s: in the order chosen, with one cell each', (locale) => {
    const own = ['戊', '丁', '丙', '乙', '甲'].map((name) => county(name, filled('in-place')));
    const counties = [...own, ...three];
    const {summary, heatMap, radar, coverage} = compare(counties, locale);
    expect(summary.rows.map(({county: {key}}) => key)).toEqual(counties.map(({key}) => key));
    expect(radar.rows.every(({cells}) => cells.length === 8)).toBe(true);
    expect(coverage.stages.every(({rows}) => rows.length === 8)).toBe(true);
    expect(heatMap.stages.flatMap(({categories}) => categories).every(({measures}) => measures.every(({cells}) => cells.length === 8))).toBe(true);
  });

  test('two assessments of one county are told apart by their detail', () => {
    const {radar} = compare([
      county('a', filled('in-place'), {name: '曹县', detail: '2023年'}),
      county('b', filled('in-place'), {name: '曹县', detail: '2025年'}),
      county('c', filled('in-place'), {name: '义乌市', detail: '2025年'}),
    ]);
    expect(radar.counties.map(({label}) => label)).toEqual(['曹县（2023年）', '曹县（2025年）', '义乌市']);
  });

  test('English has its own words and separators', () => {
    const {summary, differences} = compare(three, 'en');
    expect(summary.rows[1]?.stage).toBe('Stage 2: Guide e-commerce coordination');
    expect(summary.rows[0]?.cells[1]?.verdict).toBe('7 needed: 3 short');
    expect(differences.summary).toBe('45 measures compared: 34 differ, 11 in place in every county, 0 in none.');
    expect(differences.stages[2]?.rows.find(({code}) => code === 'C31')?.has).toBe('jinzhai; qinghe');
  });
});
