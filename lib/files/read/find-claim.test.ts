import {describe, expect, it} from 'vitest';
import {checkClaim} from '@/lib/diagnosis/check-claim';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES} from '@/lib/instrument/schema';
import type {StageReport} from '@/lib/report/document/stage-report';
import {benchmarkRows, buildFullReport, buildReport, listBlocks} from '@/tests/support/report-subject';
import {type TextTable, findCheckTable, findStatedAnswers, readClaim} from './find-claim';

const registered = getInstrumentOrThrow('wang-zhang-2017');

/** The tables of a report as a file would hold them: a heading row, groups as rows of one cell, lines joined. */
function tablesOf(report: StageReport): TextTable[] {
  return listBlocks(report).flatMap((block) =>
    block.kind === 'table'
      ? [[
          block.columns.map(({title}) => title),
          ...block.groups.flatMap(({title, rows}) => [
            ...(title === null ? [] : [[title]]),
            ...rows.map(({cells}) => cells.map(({lines}) => lines.map(({text}) => text).join('\n'))),
          ]),
        ]]
      : [],
  );
}

const read = (tables: readonly TextTable[]) => readClaim(findCheckTable(tables), findStatedAnswers(tables));

function change(tables: readonly TextTable[], replace: (cells: readonly string[]) => readonly string[]): TextTable[] {
  return tables.map((table) => table.map(replace));
}

describe('readClaim', () => {
  it.each(LOCALES)('reads back what a report states, so that it can be computed again: %s', (locale) => {
    for (const [county, stage] of [['guangshan', 1], ['jinzhai', 2], ['qinghe', 3]] as const) {
      const {claim, problems} = read(tablesOf(buildReport(benchmarkRows(county), locale)));
      expect(problems).toBeNull();
      expect(claim?.result.stage).toBe(stage);
      expect(claim && checkClaim(claim, registered)).toMatchObject({follows: true, answersIntact: true, sameContent: true});
    }
  });

  it.each(LOCALES)('reads a half-answered draft: unanswered and unconfirmed answers are unknown, evidence counts where it did: %s', (locale) => {
    const {claim} = read(tablesOf(buildFullReport(locale)));
    expect(claim && checkClaim(claim, registered)).toMatchObject({follows: true, answersIntact: true});
    expect(Object.values(claim?.answers ?? {}).some(({evidenced}) => evidenced)).toBe(true);
    expect(Object.keys(claim?.answers ?? {})).toHaveLength(45);
  });

  const tables = tablesOf(buildReport(benchmarkRows('jinzhai')));

  it('finds a changed answer and a changed stage', () => {
    const answer = read(change(tables, (cells) => (cells[0] === 'A11' && cells.length === 5 ? ['A11', '', '未实施', '', ''] : cells))).claim;
    expect(answer && checkClaim(answer, registered)).toMatchObject({answersIntact: false});
    const stage = read(change(tables, (cells) => (cells[0] === '所处阶段' && cells[1] === '2' ? ['所处阶段', '3'] : cells))).claim;
    expect(stage && checkClaim(stage, registered)).toMatchObject({follows: false, answersIntact: true});
  });

  it('names every table, row and answer that it can’t read', () => {
    expect(read([]).problems?.map(({what}) => what)).toEqual(['check', 'answers']);
    const broken = change(tables, (cells) => {
      if (cells[0] === '答案哈希') return ['答案哈希', 'abc'];
      if (cells[0] === '评估时期' && cells.length === 2) return ['另一行', ''];
      if (cells[0] === 'A12' && cells.length === 5) return ['A11', '', '大概', '', ''];
      return cells;
    });
    expect(read(broken).problems).toEqual([
      {what: 'field', where: 'period', value: ''},
      {what: 'field', where: 'answer-hash', value: 'abc'},
      {what: 'repeated', where: 'A11', value: ''},
      {what: 'value', where: 'A11', value: '大概'},
    ]);
  });

  it('reads hashes that a program broke into lines, and the intervals of either dash', () => {
    const folded = change(tables, (cells) => (cells[0] === '答案哈希' ? [cells[0], (cells[1] ?? '').replace(/(.{20})/g, '$1\n')] : cells[1] === '2–2' ? [cells[0] ?? '', '2-2'] : cells));
    expect(read(folded).problems).toBeNull();
  });
});
