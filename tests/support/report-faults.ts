import type {ReportBlock, StageReport} from '@/lib/report/document/stage-report';
import {listBlocks, listReportTexts, listSections} from './report-subject';

/**
 * What no report may have: repeated ids, rows that do not fit their columns, texts that say nothing or show how they were
 * made. What stands between ⟦ and ⟧ was typed by somebody and may say anything.
 */
export function findFaults(report: StageReport): string[] {
  const blocks = listBlocks(report);
  return [
    ...findRepeated('section', listSections(report.sections).map(({id}) => id)),
    ...findRepeated('block', blocks.flatMap(listIds)),
    ...listReportTexts(report)
      .filter((text) => text.trim() === '' || /undefined|NaN|null|\[object|\n|\{\w+[,}]/.test(text.replaceAll(/⟦.*?⟧/gs, '')))
      .map((text) => `text: “${text}”`),
    ...listSections(report.sections)
      .filter(({blocks: own, sections}) => own.length + sections.length === 0)
      .map(({id}) => `section ${id} is empty`),
    ...blocks.flatMap(findTableFaults),
  ];
}

function listIds(block: ReportBlock): string[] {
  return block.kind === 'table' ? [block.id, ...block.groups.flatMap(({id, rows}) => [id, ...rows.map((row) => row.id)])] : [block.id];
}

function findRepeated(kind: string, ids: readonly string[]): string[] {
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  const odd = ids.filter((id) => !/^[\w.-]+$/.test(id));
  return [...repeated.map((id) => `${kind} ${id} stands twice`), ...odd.map((id) => `${kind} ${id} is no id`)];
}

function findTableFaults(block: ReportBlock): string[] {
  if (block.kind === 'list') return block.items.length === 0 ? [`list ${block.id} is empty`] : [];
  if (block.kind !== 'table') return [];
  const {id, columns, groups} = block;
  const rows = groups.flatMap((group) => group.rows);
  const width = columns.reduce((sum, {share}) => sum + share, 0);
  return [
    ...(Math.abs(width - 1) > 1e-9 ? [`table ${id} is ${width} wide`] : []),
    ...(rows.length === 0 ? [`table ${id} is empty`] : []),
    ...(new Set(columns.map((column) => column.id)).size < columns.length ? [`table ${id} repeats a column`] : []),
    ...rows.filter(({cells}) => cells.length !== columns.length).map((row) => `row ${row.id} has ${row.cells.length} cells for ${columns.length} columns`),
    ...rows.filter(({cells}) => cells[0]?.lines.length === 0).map((row) => `row ${row.id} has no heading`),
    ...groups.filter((group) => group.rows.length === 0).map((group) => `group ${group.id} is empty`),
  ];
}
