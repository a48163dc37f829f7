import type {Locale} from '@/lib/instrument/schema';
import type {Drawing} from '@/lib/report/drawing/svg-node';
import type {ReportBlock, ReportCell, ReportLine, ReportRow, ReportSection, ReportTable, StageReport} from '@/lib/report/document/stage-report';

/** Text that has broken documents elsewhere. */
export const HOSTILE = `<w:p>&amp;]]></w:t><!--${String.fromCharCode(0, 1, 8, 11, 12, 27, 0xfffe, 0xffff, 0xd83d)} "'结束`;
/** What of HOSTILE may and must be found in a file. */
export const HOSTILE_KEPT = `<w:p>&amp;]]></w:t><!--\uFFFD "'结束`;
export const EMOJI = '乡亲们 👨‍👩‍👧‍👦🧧🇨🇳 “直播”——好';
export const LONG_WORD = 'W'.repeat(2000);
export const LONG_NOTE = '备注很长，写明了部门、年份和文号。'.repeat(120).slice(0, 2000);

/** A line of a cell without looks. */
export function line(text: string, href: string | null = null): ReportLine {
  return {text, look: 'plain', href};
}

/** A cell with one line a text. */
export function cell(...texts: string[]): ReportCell {
  return {lines: texts.map((text) => line(text))};
}

/** A drawing of a frame, of the given size. */
export function frame(locale: Locale, width: number, height: number): Drawing {
  const rect = {tag: 'rect', attributes: {x: 1, y: 1, width: width - 2, height: height - 2, fill: 'none', stroke: '#000'}, children: []} as const;
  return {locale, width, height, title: `图 ${width}×${height} <"&>`, description: `说明：${EMOJI}`, nodes: [rect]};
}

const NOTES = [EMOJI, LONG_NOTE, LONG_WORD, HOSTILE, 'line one\nline two'];

function measures(locale: Locale): ReportTable {
  const rows = Array.from({length: 45}, (_, index): ReportRow => {
    const code = `${'ABC'.charAt(Math.floor(index / 15))}${Math.floor((index % 15) / 3) + 1}${(index % 3) + 1}`;
    return {id: code, cells: [cell(code), cell(`措施 ${code}`), cell('已实施'), cell(...(NOTES[index] === undefined ? [] : [NOTES[index]!])), {lines: index === 0 ? [line('县政府网站', 'https://example.cn/政策?a=1&b="2"'), line('坏链接', 'javascript:alert(1)')] : []}]};
  });
  const groups = ['A', 'B', 'C'].map((letter) => ({id: letter, title: `阶段 ${letter}`, rows: rows.filter(({id}) => id.startsWith(letter))}));
  const titles = locale === 'zh-CN' ? ['编号', '措施', '回答', '备注', '依据'] : ['Code', 'Measure', 'Answer', 'Note', 'Evidence'];
  const shares = [0.08, 0.27, 0.12, 0.3, 0.23];
  const columns = ['code', 'name', 'value', 'note', 'evidence'].map((id, index) => ({id, title: titles[index]!, share: shares[index]!, align: index === 0 || index === 2 ? ('centre' as const) : ('start' as const)}));
  return {kind: 'table', id: 'measures', caption: '表 45', columns, groups, note: '表注在此'};
}

const CHECK: ReportTable = {
  kind: 'table',
  id: 'check',
  caption: '核对',
  columns: [
    {id: 'label', title: '项目', share: 0.3, align: 'start'},
    {id: 'value', title: '内容', share: 0.7, align: 'start'},
  ],
  groups: [{id: 'all', title: null, rows: [['instrument', 'wang-zhang-2017'], ['version', '1.0.0'], ['content-hash', 'a'.repeat(64)], ['answer-hash', 'b'.repeat(64)]].map(([id, value]) => ({id: `check.${id}`, cells: [cell(id!), cell(value!)]}))}],
  note: '',
};

function section(id: string, level: 1 | 2 | 3, number: string, blocks: readonly ReportBlock[], sections: readonly ReportSection[] = []): ReportSection {
  return {id, level, number, title: `标题 ${id}`, blocks, sections};
}

/** A report with every kind of block, every look, long and hostile text, in one language. */
export function buildReportFixture(locale: Locale, draft: string | null = '草稿，不作为结论'): StageReport {
  const zh = locale === 'zh-CN';
  const numbers = zh ? ['一、', '二、', '（一）', '1.', '三、', '四、'] : ['1', '2', '2.1', '2.1.1', '3', '4'];
  const paragraph = (id: string, look: 'plain' | 'lead' | 'note' | 'warning', text: string): ReportBlock => ({kind: 'paragraph', id, look, text});
  const figure = (id: string, width: number, height: number): ReportBlock => ({kind: 'figure', id, caption: `图题 ${id}`, drawing: frame(locale, width, height)});
  return {
    locale,
    title: zh ? '县域电商升级阶段诊断报告' : 'Stage report on county e-commerce',
    subtitle: ['某县（示例）', '产业集群：家具', '2024 年'],
    issuer: {organisation: '商务局 <&"', author: '张三', lines: ['商务局 <&"', '张三']},
    draft,
    runningHead: '某县 2024 · 1.0.0',
    properties: {title: '报告 <1>', subject: '主题', keywords: '县域;电商', description: `描述 ${HOSTILE}`},
    contentsTitle: zh ? '目录' : 'Contents',
    sections: [
      section('summary', 1, numbers[0]!, [
        paragraph('s1', 'lead', '该县处于第二阶段。'),
        paragraph('s2', 'warning', '仍有三项未回答。'),
        {kind: 'list', id: 'next', ordered: true, items: ['第一步', '第二步', HOSTILE]},
        {kind: 'list', id: 'also', ordered: true, items: ['又从一开始']},
        {kind: 'list', id: 'dots', ordered: false, items: ['一点', EMOJI]},
      ]),
      section('diagnosis', 1, numbers[1]!, [paragraph('d1', 'plain', '国'.repeat(28 * 50)), paragraph('d2', 'note', '小字说明。')], [
        section('part', 2, numbers[2]!, [figure('staircase', 900, 500), figure('tall', 300, 1200)], [section('detail', 3, numbers[3]!, [figure('wide', 1200, 90), paragraph('d3', 'plain', HOSTILE)])]),
      ]),
      section('measures', 1, numbers[4]!, [measures(locale)]),
      section('annex', 1, numbers[5]!, [CHECK]),
    ],
  };
}
