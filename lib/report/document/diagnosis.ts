import {listCategories} from '@/lib/instrument/list-measures';
import {buildCoverageWords} from '../coverage-words';
import {drawStaircase} from '../drawing/staircase';
import type {Drawing} from '../drawing/svg-node';
import {formatStageHeading} from '../result';
import {buildStaircase} from '../staircase/build-staircase';
import {type SectionDraft, figure, list, paragraph, paragraphs, row, table} from './blocks';
import type {ReportParts} from './report-parts';
import {buildReadingsSection, buildRulesSection, buildSurenessSection} from './sureness';
import type {ReportTable} from './stage-report';

/** The diagnosis in full: where the county stands and why, how sure that is, and what it means. */
export function buildDiagnosisSection(parts: ReportParts): SectionDraft {
  const {result, t} = parts;
  return {
    id: 'diagnosis',
    title: t('document.section.diagnosis'),
    blocks: [],
    sections: [
      {
        id: 'diagnosis.stage',
        title: t('document.stage-and-why'),
        blocks: [
          figure('diagnosis.staircase', t('staircase.caption'), drawPath(parts)),
          paragraph('diagnosis.headline', t('document.sentence', {text: result.headline}), 'lead'),
          ...list('diagnosis.reasons', result.reasons),
        ],
      },
      {
        id: 'diagnosis.coverage',
        title: t('result.coverage'),
        blocks: [paragraph('diagnosis.coverage-rule', result.coverage.rule), buildStages(parts), buildCategories(parts)],
      },
      {id: 'diagnosis.gaps', title: t('result.gaps'), blocks: paragraphs('diagnosis.gap', result.gaps)},
      buildSurenessSection(parts),
      buildReadingsSection(parts),
      buildRulesSection(parts),
      {
        id: 'diagnosis.meaning',
        title: t('result.stage-meaning'),
        blocks: paragraphs('diagnosis.meaning', [
          result.meaning.pair,
          `${t('result.government')}${result.meaning.government}`,
          `${t('result.market')}${result.meaning.market}`,
        ]),
      },
    ],
  };
}

function drawPath({registered: {instrument}, values, diagnosis, county, locale, t}: ReportParts): Drawing {
  return drawStaircase(buildStaircase({instrument, values, diagnosis, name: county.shortName, layout: 'paper', locale, t}));
}

function buildStages({result, t}: ReportParts): ReportTable {
  const words = buildCoverageWords(t);
  return table({
    id: 'diagnosis.stages',
    caption: t('compare.coverage.heading'),
    columns: [
      ['stage', words.stage, 22],
      ['in-place', words.inPlace, 16, 'centre'],
      ['needed', words.needed, 9, 'centre'],
      ['met', words.met, 11, 'centre'],
      ['under-way', words.underWay, 9, 'centre'],
      ['not-in-place', words.notInPlace, 10, 'centre'],
      ['unknown', words.unknown, 10, 'centre'],
      ['not-applicable', words.notApplicable, 13, 'centre'],
    ],
    rows: result.coverage.rows.map(({stage, code, name, counts, metLabel}) =>
      row(
        `diagnosis.stages.${stage}`,
        `${code} ${name}`,
        `${counts.inPlace} / ${counts.applicable}`,
        String(counts.needed),
        metLabel,
        String(counts.underWay),
        String(counts.notInPlace),
        String(counts.unknown),
        String(counts.notApplicable),
      ),
    ),
  });
}

function buildCategories({registered: {instrument}, diagnosis, locale, t}: ReportParts): ReportTable {
  const words = buildCoverageWords(t);
  const counted = new Map(diagnosis.categories.map((counts) => [counts.code, counts]));
  return table({
    id: 'diagnosis.categories',
    caption: t('compare.radar.heading'),
    columns: [
      ['category', t('compare.radar.category'), 42],
      ['in-place', words.inPlace, 16, 'centre'],
      ['under-way', words.underWay, 9, 'centre'],
      ['not-in-place', words.notInPlace, 10, 'centre'],
      ['unknown', words.unknown, 10, 'centre'],
      ['not-applicable', words.notApplicable, 13, 'centre'],
    ],
    groups: instrument.stages.map((stage) => ({
      id: `diagnosis.categories.${stage.code}`,
      title: formatStageHeading(stage, locale, t),
      rows: listCategories(instrument)
        .filter((placed) => placed.stage === stage)
        .map(({category: {code, name}}) => {
          const {inPlace = 0, applicable = 0, underWay = 0, notInPlace = 0, unknown = 0, notApplicable = 0} = counted.get(code) ?? {};
          const counts = [underWay, notInPlace, unknown, notApplicable].map(String);
          return row(`diagnosis.categories.${code}`, `${code} ${name[locale]}`, `${inPlace} / ${applicable}`, ...counts);
        }),
    })),
  });
}
