import {buildPlanTableWords} from '../plan-table-words';
import type {PlanRow} from '../plan';
import {cell, row, strong, tableIfAny} from './blocks';
import type {ReportParts} from './report-parts';
import type {ReportBlock} from './stage-report';

/** Chosen measures with who is responsible, by when, and how they stand. */
export function buildPlanTable(id: string, caption: string, rows: readonly PlanRow[], t: ReportParts['t'], note = ''): ReportBlock[] {
  const words = buildPlanTableWords(t);
  return tableIfAny({
    id: `${id}.table`,
    caption,
    columns: [
      ['measure', words.measure, 34],
      ['bureau', words.bureau, 18],
      ['due', words.due, 15],
      ['since', words.since, 15],
      ['standing', words.standing, 18],
    ],
    rows: rows.map(({code, name, bureau, due, since, standing, overdue}) =>
      row(`${id}.${code}`, `${code} ${name}`, bureau, due, since, cell(overdue ? strong(standing) : standing)),
    ),
    note,
  });
}
