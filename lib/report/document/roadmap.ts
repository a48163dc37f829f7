import {listMeasures} from '@/lib/instrument/list-measures';
import {buildPlanTableWords} from '../plan-table-words';
import {type SectionDraft, cell, paragraph, paragraphs, quiet, row, strong, tableIfAny} from './blocks';
import {buildPlanTable} from './plan-table';
import type {ReportParts} from './report-parts';
import type {ReportBlock} from './stage-report';

/** What comes next: the measures of the roadmap, who does them by when, what is set aside, and what else is planned. */
export function buildRoadmapSection(parts: ReportParts): SectionDraft {
  const {result, resultPlan, t} = parts;
  const {setAside, others} = resultPlan;
  const {text, missing, rows} = result.roadmap;
  return {
    id: 'roadmap',
    title: t('result.roadmap'),
    blocks: [
      ...paragraphs('roadmap.text', [rows.length > 0 || !missing ? text : '']),
      ...paragraphs('roadmap.without', [setAside.length > 0 ? t('plan.without-set-aside', {count: setAside.length}) : '']),
      ...buildSteps(parts),
      ...paragraphs('roadmap.missing', [missing ?? ''], 'warning'),
    ],
    sections: [
      ...(others.length > 0 ? [{id: 'roadmap.others', title: t('plan.others'), blocks: buildPlanTable('roadmap.others', t('plan.others'), others, t)}] : []),
      ...(setAside.length > 0 ? [{id: 'roadmap.set-aside', title: t('plan.set-aside-title'), blocks: buildSetAside(parts)}] : []),
    ],
  };
}

function buildSteps({registered: {instrument}, result, resultPlan, locale, t}: ReportParts): ReportBlock[] {
  const words = buildPlanTableWords(t);
  const measures = new Map(listMeasures(instrument).map(({measure}) => [measure.code, measure]));
  const rows = result.roadmap.rows.flatMap(({code, name, now, who}) => {
    const measure = measures.get(code);
    const {bureau = '', due = ''} = resultPlan.chosen[code] ?? {};
    return measure
      ? [
          row(
            `roadmap.${code}`,
            cell(strong(`${code} ${name}`), quiet(t('document.now', {value: now}))),
            cell(`${t('questionnaire.in-place-when')}${measure.inPlaceWhen[locale]}`, `${t('questionnaire.better')}${measure.better[locale]}`),
            who,
            bureau,
            due,
          ),
        ]
      : [];
  });
  return tableIfAny({
    id: 'roadmap.table',
    caption: t('document.roadmap-caption'),
    columns: [
      ['measure', words.measure, 20],
      ['how', t('result.roadmap-how'), 41],
      ['who', t('result.roadmap-who'), 14],
      ['bureau', words.bureau, 12],
      ['due', words.due, 13],
    ],
    rows,
    note: rows.every(({cells}) => cells.slice(-2).every(({lines}) => lines.length > 0)) ? '' : t('document.plan-open'),
  });
}

function buildSetAside({resultPlan, t}: ReportParts): ReportBlock[] {
  const words = buildPlanTableWords(t);
  return [
    paragraph('roadmap.set-aside-note', t('document.set-aside-note')),
    ...tableIfAny({
      id: 'roadmap.set-aside.table',
      caption: t('plan.set-aside-title'),
      columns: [
        ['measure', words.measure, 34],
        ['reason', t('plan.reason'), 46],
        ['since', words.since, 20],
      ],
      rows: resultPlan.setAside.map(({code, name, reason, since}) => row(`roadmap.set-aside.${code}`, `${code} ${name}`, reason, since)),
    }),
  ];
}
