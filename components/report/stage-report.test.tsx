import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import type {ReportBlock, StageReport} from '@/lib/report/document/stage-report';
import {benchmarkRows, buildFullReport, buildReport, listBlocks, listSections} from '@/tests/support/report-subject';
import {StageReportView} from './stage-report';

const render = (report: StageReport, logo: {href: string; width: number; height: number} | null = null) =>
  renderToStaticMarkup(<StageReportView report={report} logo={logo} />);

/** A text as it stands in a page. */
const written = (text: string) => renderToStaticMarkup(<>{text}</>);

function textsOf(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'list':
      return [...block.items];
    case 'figure':
      return [block.caption, block.drawing.title, block.drawing.description];
    case 'table':
      return [
        block.caption,
        block.note,
        ...block.columns.map(({title}) => title),
        ...block.groups.flatMap(({title, rows}) => [title ?? '', ...rows.flatMap(({cells}) => cells.flatMap(({lines}) => lines.map(({text}) => text)))]),
      ];
  }
}

/** Every text that the model means for the reader. */
function listTexts(report: StageReport): string[] {
  const {title, subtitle, issuer, draft, contentsTitle, sections} = report;
  const heads = listSections(sections).flatMap(({number, title: heading}) => [number, heading]);
  return [title, ...subtitle, ...issuer.lines, draft ?? '', contentsTitle, ...heads, ...listBlocks(report).flatMap(textsOf)].filter((text) => text !== '');
}

describe('StageReportView', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const cases: [string, StageReport][] = [
      ['a county at stage 1', buildReport(benchmarkRows('guangshan'), locale)],
      ['a county at stage 3', buildReport(benchmarkRows('qinghe'), locale)],
      ['a half-answered draft with long and hostile notes', buildFullReport(locale)],
    ];
    it.each(cases)(`holds every text of the model, ${locale}: %s`, (_what, report) => {
      const texts = listTexts(report);
      const markup = render(report);
      expect(texts.length).toBeGreaterThan(300);
      expect(texts.filter((text) => !markup.includes(written(text)))).toEqual([]);
      expect(markup.includes('<script')).toBe(false);
    });
  }

  it('gives headings their level and no id twice', () => {
    const report = buildFullReport();
    const markup = render(report);
    const levels = [...markup.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.slice(0, 2)).toEqual([1, 2]);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([]);
    expect(levels).toHaveLength(listSections(report.sections).length + 2);
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = [...markup.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(9);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('writes tables with a caption, column, row and group headings', () => {
    const report = buildReport(benchmarkRows('qinghe'));
    const tables = listBlocks(report).filter((block) => block.kind === 'table');
    const markup = render(report);
    const groups = tables.flatMap((table) => table.groups);
    expect(markup.match(/<caption/g)).toHaveLength(tables.length);
    expect(markup.match(/scope="col"/g)).toHaveLength(tables.flatMap(({columns}) => columns).length);
    expect(markup.match(/scope="row"/g)).toHaveLength(groups.flatMap(({rows}) => rows).length);
    expect(markup.match(/scope="rowgroup"/g)).toHaveLength(groups.filter(({title}) => title !== null).length);
  });

  it('names a table that scrolls, and prints the address of a link behind its words', () => {
    const report = buildFullReport();
    const markup = render(report);
    expect(markup.includes('role="region" aria-labelledby="measures-caption" tabindex="0"')).toBe(true);
    const link = {id: 'x', cells: [{lines: [{text: '通知', look: 'plain', href: 'https://example.org/?a=1&b=2'} as const]}]};
    const block = {...listBlocks(report).find((each) => each.kind === 'table')!, columns: [{id: 'c', title: '', share: 1, align: 'start' as const}], groups: [{id: 'g', title: null, rows: [link]}]};
    const small = {...report, sections: [{...report.sections[0]!, blocks: [block], sections: []}]};
    expect(render(small)).toContain('<a href="https://example.org/?a=1&amp;b=2" data-address="https://example.org/?a=1&amp;b=2">通知</a>');
  });

  it('shows the logo only where there is one, and the draft mark only on a draft', () => {
    const report = buildReport(benchmarkRows('qinghe'));
    expect(render(report).includes('<img')).toBe(false);
    expect(render(report, {href: '/settings/logo', width: 240, height: 120})).toContain('src="/settings/logo" width="240" height="120" alt=""');
    expect(render(report).includes('暂定')).toBe(false);
    expect(render({...report, draft: '暂定的报告'})).toContain('暂定的报告');
  });
});
