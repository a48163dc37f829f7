import {type ReadingRow, buildFourReadings} from '../sureness/four-readings';
import {buildHowSure} from '../sureness/how-sure';
import {buildOtherRules} from '../sureness/other-rules';
import {type SectionDraft, cell, list, paragraph, paragraphs, quiet, row, strong, table} from './blocks';
import type {ReportParts} from './report-parts';
import type {ReportCell} from './stage-report';

/** How sure the result is: what is open and what settles it, the way up and down, the thresholds that keep it. */
export function buildSurenessSection({sureness}: ReportParts): SectionDraft {
  const {title, verdict, next, margins, range, line} = buildHowSure(sureness);
  return {
    id: 'diagnosis.sureness',
    title,
    blocks: [
      paragraph('diagnosis.verdict', verdict, 'lead'),
      ...paragraphs('diagnosis.next', next ? [`${next.lead}${next.measure}`, next.why, next.settle] : []),
    ],
    sections: [
      {
        id: 'diagnosis.margins',
        title: margins.title,
        blocks: [...paragraphs('diagnosis.margins-lead', [margins.lead]), ...list('diagnosis.margins', margins.items), paragraph('diagnosis.margins-note', margins.note, 'note')],
      },
      {
        id: 'diagnosis.range',
        title: range.title,
        blocks: [
          ...paragraphs('diagnosis.range', range.sentences),
          table({
            id: 'diagnosis.segments',
            caption: line.caption,
            columns: [
              ['range', line.columns.range, 3],
              ['stage', line.columns.stage, 2],
            ],
            rows: line.rows.map(({range: thresholds, stage, note}, index) => row(`diagnosis.segments.${index + 1}`, cell(thresholds, strong(note)), stage)),
          }),
        ],
      },
    ],
  };
}

/** As many measures are named in a cell; more would fill a sheet, and their codes lead to the table of all. */
const FEW = 6;

/** The four readings of the answers, each with what sets it apart. */
export function buildReadingsSection({sureness, t}: ReportParts): SectionDraft {
  const {title, words, rows} = buildFourReadings(sureness);
  const writeDifference = ({counts, difference, decisive, others}: ReadingRow): ReportCell =>
    cell(
      quiet(`${words.counts}${counts}`),
      ...difference,
      decisive.length > 0 ? `${words.decisive}${decisive.map(({code, name}) => (decisive.length > FEW ? code : `${code} ${name}`)).join(t('compare.listComma'))}` : '',
      others ? quiet(`${others.lead}${others.measures.map(({code}) => code).join(' ')}`) : '',
    );
  return {
    id: 'diagnosis.readings',
    title,
    blocks: [
      paragraph('diagnosis.readings-lead', t('document.readings-lead')),
      table({
        id: 'diagnosis.readings.table',
        caption: t('document.readings-caption'),
        columns: [
          ['reading', t('method.readings-reading'), 30],
          ['stage', t('sureness.rules-stage'), 18],
          ['difference', t('document.difference'), 52],
        ],
        rows: rows.map((reading) =>
          row(
            `diagnosis.readings.${reading.key}`,
            cell(strong(reading.name), quiet(reading.meaning)),
            cell(strong(reading.standing), quiet(reading.parts ? words.mark : '')),
            writeDifference(reading),
          ),
        ),
      }),
    ],
  };
}

/** The five rules side by side: what each looks at, where it comes to, and why it parts. */
export function buildRulesSection({sureness, t}: ReportParts): SectionDraft {
  const {title, summary, note, columns, mark, rows} = buildOtherRules(sureness);
  return {
    id: 'diagnosis.rules',
    title,
    blocks: [
      ...paragraphs('diagnosis.rules', [summary, note]),
      table({
        id: 'diagnosis.rules.table',
        caption: t('document.rules-caption'),
        columns: [
          ['rule', columns.rule, 42],
          ['stage', columns.stage, 16],
          ['why', t('document.why'), 42],
        ],
        rows: rows.map(({key, name, how, stage, parts, why}) =>
          row(`diagnosis.rules.${key}`, cell(strong(name), quiet(how)), cell(strong(stage), quiet(parts ? mark : '')), why),
        ),
      }),
    ],
  };
}
