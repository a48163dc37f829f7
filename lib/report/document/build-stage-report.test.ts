import {describe, expect, it} from 'vitest';
import {answerHash} from '@/lib/answers/answer-hash';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {listMeasures} from '@/lib/instrument/list-measures';
import {LOCALES} from '@/lib/instrument/schema';
import cases from '@/tests/golden/wang-zhang-2017.json';
import {findFaults} from '@/tests/support/report-faults';
import {
  answerRow,
  benchmarkRows,
  buildFullReport,
  buildReport,
  buildReportSubject,
  findTable,
  halfAnsweredRows,
  listBlocks,
  listReportTexts,
  listSections,
} from '@/tests/support/report-subject';
import {buildToyInstrument, drawValues} from '@/tests/support/staircase-subject';
import {buildReportParts} from './report-parts';
import type {ReportTable, StageReport} from './stage-report';

const {instrument, hash} = getInstrumentOrThrow('wang-zhang-2017');
const CODES = listMeasures(instrument).map(({measure}) => measure.code);
const SECTIONS = ['summary', 'basis', 'diagnosis', 'comparison', 'match', 'roadmap', 'follow-up', 'measures', 'annex'];

/** The text of each row's cells, lines joined, by row id. */
function readRows({groups}: ReportTable): Record<string, string[]> {
  return Object.fromEntries(groups.flatMap(({rows}) => rows.map(({id, cells}) => [id, cells.map(({lines}) => lines.map(({text}) => text).join(' / '))])));
}

function readCheck(report: StageReport): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(readRows(findTable(report, 'check'))).map(([id, [, value]]) => [id.replace('check.', ''), value]));
}

const GOLDEN = {
  guangshan: {stage: '1', interval: '1–1', headline: '光山县处于第一阶段：强固电商链条。', gap: '第一阶段之下没有更低的阶段。'},
  jinzhai: {stage: '2', interval: '2–2', headline: '光山县处于第二阶段：引导电商协同。', gap: '没有。更低的阶段都已达到。'},
  qinghe: {stage: '3', interval: '3–3', headline: '光山县处于第三阶段：优化电商价值网。', gap: '没有。更低的阶段都已达到。'},
} as const;

describe('buildStageReport of the benchmark counties’ ticks', () => {
  for (const [id, expected] of Object.entries(GOLDEN)) {
    it(`tells what is known of ${id}`, () => {
      const report = buildReport(benchmarkRows(id));
      expect(findFaults(report)).toEqual([]);
      expect(report.sections.map((section) => section.id)).toEqual(SECTIONS);
      expect(report.sections.map(({number}) => number).join('')).toBe('一、二、三、四、五、六、七、八、九、');
      expect(readCheck(report)).toMatchObject({stage: expected.stage, interval: expected.interval, entering: '否', 'set-aside': '—'});
      const texts = listReportTexts(report);
      expect(texts.filter((text) => text === expected.headline)).toHaveLength(2);
      expect(texts).toContain(expected.gap);
      const route = cases.find(({name}) => name === id)?.expected.roadmap?.measures ?? [];
      const [steps] = listBlocks(report).flatMap((block) => (block.kind === 'list' && block.id === 'summary.steps' ? [block.items] : []));
      expect(steps?.map((step) => step.slice(0, 3)) ?? []).toEqual(route.slice(0, 3));
      const table = listBlocks(report).find((block) => block.id === 'roadmap.table');
      expect(table?.kind === 'table' ? Object.keys(readRows(table)) : []).toEqual(route.map((code) => `roadmap.${code}`));
      expect(report.draft).toBeNull();
    });
  }

  it('has the same sections, tables and figures in both languages', () => {
    const shapeOf = (report: StageReport) => ({
      sections: listSections(report.sections).map(({id, level}) => [id, level]),
      blocks: listBlocks(report).map((block) => [block.kind, block.id]),
      rows: listBlocks(report).flatMap((block) => (block.kind === 'table' ? block.groups.flatMap(({rows}) => rows.map((row) => row.id)) : [])),
    });
    expect(shapeOf(buildFullReport('en'))).toEqual(shapeOf(buildFullReport('zh-CN')));
    expect(listBlocks(buildFullReport()).filter(({kind}) => kind === 'figure').map(({id}) => id)).toEqual(['diagnosis.staircase', 'comparison.radar', 'comparison.heat-map']);
  });

  it('writes English without Chinese but for what was typed', () => {
    const english = listReportTexts(buildReport(benchmarkRows('jinzhai'), 'en', {filledBy: 'Commerce Bureau'})).map((text) => text.replaceAll('光山县', '').replaceAll('羽绒', ''));
    expect(english.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

describe('buildStageReport of a half-answered draft', () => {
  for (const locale of LOCALES) {
    const report = buildFullReport(locale);

    it(`is sound and says that it is a draft (${locale})`, () => {
      expect(findFaults(report)).toEqual([]);
      expect(report.draft).toContain('22');
      expect(report.draft).toContain('45');
      expect(report.runningHead).toContain(locale === 'en' ? 'provisional' : '未定稿');
    });

    it(`leaves out nothing that was entered (${locale})`, () => {
      const table = findTable(report, 'measures');
      expect(table.columns.map(({id}) => id)).toEqual(['code', 'name', 'value', 'note', 'evidence']);
      const rows = readRows(table);
      expect(Object.keys(rows)).toEqual(CODES);
      for (const {measure, note, reason, evidence} of halfAnsweredRows()) {
        const [code, , , notes = '', records = ''] = rows[measure] ?? [];
        expect(code).toBe(measure);
        for (const line of [...note.split('\n'), ...reason.split('\n')]) expect(notes).toContain(line);
        for (const {title, documentNumber, issuer, date, link} of evidence) for (const field of [title, documentNumber, issuer, date, link]) expect(records).toContain(field);
      }
    });

    it(`gives each record a line with its address (${locale})`, () => {
      const row = findTable(report, 'measures').groups[0]?.rows[0];
      expect(row?.cells[4]?.lines.map(({href}) => href)).toEqual(['https://example.gov.cn/zw/2025/0801/12345.html?a=1&b=2', null]);
    });
  }

  it('tells answers still to be confirmed as they stand, and counts them as unknown', () => {
    const report = buildFullReport();
    expect(readRows(findTable(report, 'measures'))['A15']?.[2]).toBe('待确认：已实施');
    expect(readRows(findTable(report, 'measures'))['C53']?.[2]).toBe('未回答');
    const stated = Object.fromEntries(
      halfAnsweredRows().filter(({confirmed}) => confirmed).map(({measure, value, evidence}) => [measure, {value: value as 'in-place', evidenced: evidence.length > 0}]),
    );
    expect(readCheck(report)).toMatchObject({'answer-hash': answerHash(hash, CODES, stated), 'content-hash': hash, period: '2026', version: '1.0.0', instrument: 'wang-zhang-2017'});
  });

  it('sets measures aside for the roadmap only', () => {
    const answers = benchmarkRows('guangshan');
    const entries = [{measure: 'B14', decision: 'setAside' as const, reason: '审批权在省级。', bureau: '', duePeriod: '', since: '2026', revision: 1}];
    const [plain, aside] = [buildReport(answers), buildReport(answers, 'zh-CN', {entries})];
    expect(readCheck(aside)).toEqual({...readCheck(plain), 'set-aside': 'B14'});
    expect(readCheck(plain)['set-aside']).toBe('—');
    expect(Object.keys(readRows(findTable(aside, 'roadmap.table')))).not.toContain('roadmap.B14');
    expect(readRows(findTable(aside, 'roadmap.set-aside.table'))['roadmap.set-aside.B14']?.[1]).toBe('审批权在省级。');
  });

  it('compares with the assessment before only what is answered', () => {
    const rows = readRows(findTable(buildFullReport(), 'follow-up.changes.table'));
    expect(rows['follow-up.changes.A13']).toEqual(['A13 引入电商交易平台', '已实施', '不适用']);
    expect(Object.keys(rows).filter((id) => /\.(?:A15|B33|C\d\d)$/.test(id))).toEqual([]);
  });

  it('says which measures were not asked at the assessment before', () => {
    const {values, diagnosis} = buildReportSubject(benchmarkRows('guangshan'));
    const {A11: _new, ...before} = values;
    const texts = listReportTexts(buildReport(benchmarkRows('guangshan'), 'zh-CN', {earlier: {period: '2025', values: before, diagnosis}}));
    expect(texts).toEqual(expect.arrayContaining(['没有哪项措施的答案与上次不同。', '有 1 项措施上次的问卷里没有，没有比较。']));
  });

  it('names who issues it where that is known', () => {
    expect(buildFullReport().issuer).toEqual({organisation: '光山县商务局', author: '李某', lines: ['光山县商务局', '编写：李某', '2026年5月2日']});
    expect(buildReport([]).issuer.lines).toEqual(['2026年5月2日']);
  });
});

describe('buildStageReport of anything else', () => {
  it('has every section where nothing is answered', () => {
    for (const locale of LOCALES) {
      const report = buildReport([], locale, {finalisedAt: null});
      expect(findFaults(report)).toEqual([]);
      expect(report.sections.map(({id}) => id)).toEqual(SECTIONS);
      expect(readCheck(report)).toMatchObject({stage: '1', interval: '1–3', entering: locale === 'en' ? 'yes' : '是'});
    }
  });

  it('works with other numbers of stages and without benchmark counties', () => {
    for (const shape of [[[2]], [[3, 1], [2]], [[1], [2, 2], [1], [3], [1, 1]]]) {
      const toy = buildToyInstrument(shape);
      const registered = {instrument: toy, benchmarks: [], hash: 'toy'};
      for (const seed of [1, 2, 3]) {
        const answers = Object.entries(drawValues(toy, seed)).map(([code, value]) => answerRow(code, value));
        for (const locale of LOCALES) {
          const report = buildReport(answers, locale, {registered, hash: 'toy', traitValues: [1, 2, 3]});
          expect(findFaults(report)).toEqual([]);
          expect(Object.keys(readRows(findTable(report, 'measures')))).toEqual(listMeasures(toy).map(({measure}) => measure.code));
        }
      }
    }
  });

  it('says what the result page says', () => {
    const parts = buildReportParts(buildReportSubject(benchmarkRows('jinzhai')));
    const texts = listReportTexts(buildReport(benchmarkRows('jinzhai'))).join('\n');
    for (const sentence of [...parts.result.reasons, ...parts.result.gaps, parts.result.meaning.pair, parts.result.roadmap.text]) expect(texts).toContain(sentence);
  });
});
