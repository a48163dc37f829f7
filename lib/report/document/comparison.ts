import type {SummaryRow} from '../compare/coverage';
import {drawHeatMap} from '../drawing/heat-map';
import {drawRadar} from '../drawing/radar';
import {type SectionDraft, cell, figure, paragraph, paragraphs, quiet, row, strong, table, tableIfAny} from './blocks';
import type {ReportParts} from './report-parts';
import type {ReportBlock, ReportTable} from './stage-report';

/** The county beside the benchmark counties: stages, categories, measures, and where they differ. */
export function buildComparisonSection({comparison, registered, locale, t}: ReportParts): SectionDraft {
  const title = t('document.section.comparison');
  if (registered.benchmarks.length === 0) return {id: 'comparison', title, blocks: paragraphs('comparison.none', [t('sureness.nearest-no-benchmark')])};
  const {notes, summary, radar, heatMap, differences} = comparison;
  return {
    id: 'comparison',
    title,
    blocks: paragraphs('comparison.notes', [t('document.comparison-order'), ...notes.slice(1)], 'note'),
    sections: [
      {id: 'comparison.stages', title: summary.heading, blocks: [buildStages(summary)]},
      {id: 'comparison.categories', title: radar.heading, blocks: [figure('comparison.radar', radar.caption, drawRadar(radar, locale, t)), buildCategories(radar, t('document.radar-figures'))]},
      {id: 'comparison.measures', title: heatMap.heading, blocks: [figure('comparison.heat-map', heatMap.caption, drawHeatMap(heatMap, locale, t))]},
      {
        id: 'comparison.differences',
        title: differences.heading,
        blocks: buildDifferences(differences),
        ...(differences.notCompared && {
          sections: [{id: 'comparison.not-compared', title: differences.notCompared.heading, blocks: buildNotCompared(differences, differences.notCompared)}],
        }),
      },
    ],
  };
}

type Comparison = ReportParts['comparison'];

/** Keys of counties are written with a colon, which ids do without. */
function idOf(key: string): string {
  return key.replace(':', '-');
}

function buildStages({caption, countyHeading, stageHeading, stages, rows, note}: Comparison['summary']): ReportTable {
  const writeCounty = ({name, tag, detail}: SummaryRow) => cell(strong(name), quiet(tag ?? ''), quiet(detail));
  return table({
    id: 'comparison.summary',
    caption,
    columns: [
      ['county', countyHeading, 19],
      ['stage', stageHeading, 21],
      ...stages.map(({number, title}) => [`stage-${number}`, title, 60 / stages.length] as const),
    ],
    rows: rows.map((each) =>
      row(
        `comparison.summary.${idOf(each.county.key)}`,
        writeCounty(each),
        cell(strong(each.stage), quiet(each.stageNote ?? '')),
        ...each.cells.map(({text, verdict, unknownText}) => cell(strong(text), quiet(verdict), quiet(unknownText ?? ''))),
      ),
    ),
    note,
  });
}

function buildCategories({categoryHeading, counties, rows, note}: Comparison['radar'], caption: string): ReportTable {
  return table({
    id: 'comparison.radar.table',
    caption,
    columns: [
      ['category', categoryHeading, 40],
      ...counties.map(({key, label}) => [idOf(key), label, 60 / counties.length, 'centre'] as const),
    ],
    rows: rows.map(({code, name, cells}) =>
      row(`comparison.radar.${code}`, `${code} ${name}`, ...cells.map(({text, unknownText}) => cell(text, quiet(unknownText ?? '')))),
    ),
    note,
  });
}

function buildDifferences({empty, summary, heading, measureHeading, hasHeading, hasNotHeading, stages}: Comparison['differences']): ReportBlock[] {
  if (empty !== null) return [paragraph('comparison.differences-none', empty)];
  return [
    paragraph('comparison.differences-summary', summary),
    ...tableIfAny({
      id: 'comparison.differences.table',
      caption: heading,
      columns: [
        ['measure', measureHeading, 44],
        ['has', hasHeading, 26],
        ['has-not', hasNotHeading, 30],
      ],
      groups: stages.map(({number, title, rows}) => ({
        id: `comparison.differences.${number}`,
        title,
        rows: rows.map(({code, name, has, hasNot}) => row(`comparison.differences.${code}`, `${code} ${name}`, has, hasNot)),
      })),
    }),
  ];
}

function buildNotCompared(
  {measureHeading}: Comparison['differences'],
  {heading, summary, reasonHeading, stages}: NonNullable<Comparison['differences']['notCompared']>,
): ReportBlock[] {
  return [
    paragraph('comparison.not-compared-summary', summary),
    ...tableIfAny({
      id: 'comparison.not-compared.table',
      caption: heading,
      columns: [
        ['measure', measureHeading, 56],
        ['reason', reasonHeading, 44],
      ],
      groups: stages.map(({number, title, rows}) => ({
        id: `comparison.not-compared.${number}`,
        title,
        rows: rows.map(({code, name, reason}) => row(`comparison.not-compared.${code}`, `${code} ${name}`, reason)),
      })),
    }),
  ];
}
