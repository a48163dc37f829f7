import type {ClusterMatch, MatchMatrix} from '../cluster-match';
import {type SectionDraft, cell, list, paragraph, paragraphs, quiet, row, strong, table} from './blocks';
import type {ReportParts} from './report-parts';
import type {ReportTable} from './stage-report';

/** How e-commerce matches the cluster; where its traits were left out, the sentence that says so. */
export function buildMatchSection({match, t}: ReportParts): SectionDraft {
  const title = t('traits.heading');
  if (!match) return {id: 'match', title, blocks: [paragraph('match.missing', t('traits.missing'))]};
  return {
    id: 'match',
    title,
    blocks: [...paragraphs('match.sentence', match.sentences), buildMatrix(match.matrix)],
    sections: [
      {id: 'match.advice', title: t('traits.advice'), blocks: paragraphs('match.advice', match.advice.map(({text, basis}) => `${text}${basis}`))},
      {id: 'match.benchmarks', title: t('traits.benchmarks'), blocks: list('match.placements', match.placements)},
      {id: 'match.traits', title: t('document.traits'), blocks: [buildTraits(match, t), paragraph('match.version', match.version, 'note')]},
    ],
  };
}

function buildMatrix({caption, corner, columns, rows, benchmark}: MatchMatrix): ReportTable {
  return table({
    id: 'match.matrix',
    caption,
    columns: [
      ['cluster', `${corner.cluster} ↓ / ${corner.ecommerce} →`, 28],
      ...columns.map(({stage, label, name}) => [`stage-${stage}`, `${label} ${name}`, 72 / columns.length, 'centre'] as const),
    ],
    rows: rows.map(({stage, name, cells}) =>
      row(
        `match.matrix.${stage}`,
        name,
        ...cells.map(({match, mark, markLabel, benchmarks}) =>
          cell(
            quiet(match),
            mark ? strong(`${mark === 'here' ? '●' : '○'} ${markLabel}`) : '',
            ...benchmarks.map((county) => `▲ ${county}`),
          ),
        ),
      ),
    ),
    note: `▲ ${benchmark}`,
  });
}

function buildTraits({rows}: ClusterMatch, t: ReportParts['t']): ReportTable {
  return table({
    id: 'match.traits.table',
    caption: t('document.traits'),
    columns: [
      ['trait', t('traits.trait'), 20],
      ['description', t('traits.description'), 56],
      ['stage', t('traits.stage'), 24],
    ],
    rows: rows.map(({id, name, text, stage}) => row(`match.traits.${id}`, name, text, stage)),
  });
}
