import type {ReportSection, StageReport} from '@/lib/report/document/stage-report';
import {printableText} from './printable-text';

/** The table of the annex that states what the report follows from, and what begins the ids of its rows. */
const TABLE = 'check';

/**
 * What the report states about itself, by the name of its row in the table of the annex: instrument, version, hashes,
 * stage and so on. They are kept as properties of the document, where programs find them.
 */
export function listStatements({sections}: StageReport): {name: string; value: string}[] {
  const rows = sections.flatMap(listTables).flatMap(({id, groups}) => (id === TABLE ? groups.flatMap((group) => group.rows) : []));
  return rows.map(({id, cells}) => ({
    name: id.slice(TABLE.length + 1),
    value: printableText((cells[1]?.lines ?? []).map(({text}) => text).join('\n')),
  }));
}

function listTables({blocks, sections}: ReportSection): Extract<ReportSection['blocks'][number], {kind: 'table'}>[] {
  return [...blocks.filter((block) => block.kind === 'table'), ...sections.flatMap(listTables)];
}
