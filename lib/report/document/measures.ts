import type {MeasureRow} from '../measure-rows';
import {type SectionDraft, cell, paragraph, paragraphs, quiet, row, splitLines, table} from './blocks';
import type {ReportParts} from './report-parts';
import type {ReportCell, ReportRow} from './stage-report';

/** All measures with value, note and evidence: one table, a row a measure, by stage and first-level category. */
export function buildMeasuresSection({measures, progress, t}: ReportParts): SectionDraft {
  return {
    id: 'measures',
    title: t('result.measures', {total: progress.total}),
    blocks: [
      paragraph('measures.lead', t('document.measures-lead', {answered: progress.answered, total: progress.total})),
      ...paragraphs('measures.to-confirm', [progress.toConfirm > 0 ? t('document.to-confirm', {count: progress.toConfirm}) : '']),
      table({
        id: 'measures',
        caption: t('document.measures-caption'),
        columns: [
          ['code', t('document.code'), 7],
          ['name', t('compare.measure'), 20],
          ['value', t('document.value'), 11],
          ['note', t('questionnaire.note'), 34],
          ['evidence', t('questionnaire.evidence'), 28],
        ],
        groups: measures.flatMap(({heading, categories}) =>
          categories.map(({code, name, rows}, index) => ({
            id: `measures.${code}`,
            title: index === 0 ? `${heading} · ${code} ${name}` : `${code} ${name}`,
            rows: rows.map((measure) => buildRow(measure, t)),
          })),
        ),
      }),
    ],
  };
}

function buildRow({code, name, state, answer, note, reason, evidence}: MeasureRow, t: ReportParts['t']): ReportRow {
  const [first, ...more] = splitLines(reason);
  return row(
    code,
    code,
    name,
    cell(state === 'none' ? quiet(answer) : answer),
    cell(note, ...(first === undefined ? [] : [`${t('result.reason-given')}${first}`, ...more])),
    buildEvidence(evidence),
  );
}

/** One line a record: every field in words, the address last, so that it can be read on paper too. */
function buildEvidence(evidence: MeasureRow['evidence']): ReportCell {
  return {
    lines: evidence.map(({text, link}) => ({
      text: splitLines(link === '' ? text : `${text} ${link}`).join(' '),
      look: 'plain',
      href: link === '' ? null : link,
    })),
  };
}
