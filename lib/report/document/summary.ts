import {listMeasures} from '@/lib/instrument/list-measures';
import {getOpenStage} from '../staircase/words';
import {buildHowSure} from '../sureness/how-sure';
import {writeStage} from '../sureness/subject';
import {type SectionDraft, list, paragraph, paragraphs, row, table} from './blocks';
import {writePlace} from './place';
import type {ReportParts} from './report-parts';
import type {ReportBlock} from './stage-report';

/** How many measures of the roadmap the summary names. */
const STEPS = 3;

/** The result on one page: facts, stage, how sure, next steps. */
export function buildSummarySection(parts: ReportParts): SectionDraft {
  const {result, county, dated, sureness, t} = parts;
  return {
    id: 'summary',
    title: t('document.section.summary'),
    blocks: [
      table({
        id: 'summary.facts',
        caption: t('document.facts'),
        columns: [
          ['item', t('document.item'), 1],
          ['content', t('document.content'), 3],
        ],
        rows: [
          row('summary.facts.county', t('compare.county'), `${writePlace(county, t)} · ${county.industry}`),
          row('summary.facts.period', t('assessment.period'), dated),
          row('summary.facts.stage', t('document.stage'), writeStanding(parts)),
          row('summary.facts.interval', t('document.interval'), writeInterval(parts)),
        ],
      }),
      paragraph('summary.headline', t('document.sentence', {text: result.headline}), 'lead'),
      paragraph('summary.verdict', buildHowSure(sureness).verdict),
      ...buildNextSteps(parts),
    ],
  };
}

function writeStanding({diagnosis: {stage, entering}, t}: ReportParts): string {
  return entering ? t('stage.entering') : writeStage(t, stage);
}

/** The stages that unknown answers leave open. */
function writeInterval(parts: ReportParts): string {
  const {diagnosis, t} = parts;
  const open = getOpenStage(diagnosis);
  return open === null ? t('document.interval-none') : t('stage.range', {low: writeStanding(parts), high: writeStage(t, open)});
}

function buildNextSteps({plan, result, registered, locale, t}: ReportParts): ReportBlock[] {
  const {roadmap} = plan.diagnosis;
  const measures = new Map(listMeasures(registered.instrument).map(({measure}) => [measure.code, measure]));
  const steps = (roadmap?.measures ?? []).slice(0, STEPS).flatMap((code) => {
    const measure = measures.get(code);
    return measure ? [t('document.step', {code, name: measure.name[locale], when: measure.inPlaceWhen[locale]})] : [];
  });
  if (!roadmap || steps.length === 0) return paragraphs('summary.no-steps', [roadmap ? '' : result.roadmap.text, result.roadmap.missing ?? '']);
  const values = {stage: writeStage(t, roadmap.toStage), total: roadmap.measures.length, count: steps.length, title: t('result.roadmap')};
  return [
    paragraph('summary.steps-lead', roadmap.measures.length > steps.length ? t('document.steps-first', values) : t('document.steps-all', values)),
    ...list('summary.steps', steps, true),
    ...paragraphs('summary.steps-missing', [result.roadmap.missing ?? '']),
  ];
}
