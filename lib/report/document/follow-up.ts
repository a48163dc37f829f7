import {formatPeriod, formatPlacement} from '@/lib/format';
import {listMeasures} from '@/lib/instrument/list-measures';
import {writeStage} from '../sureness/subject';
import {type SectionDraft, paragraph, paragraphs, row, table, tableIfAny} from './blocks';
import {buildPlanTable} from './plan-table';
import type {ReportParts} from './report-parts';
import type {EarlierAssessment} from './report-subject';
import type {ReportBlock} from './stage-report';

/** What became of measures chosen before, and what has changed since the final assessment before this one. */
export function buildFollowUpSection(parts: ReportParts): SectionDraft {
  const {earlier, t} = parts;
  return {
    id: 'follow-up',
    title: t('document.section.follow-up'),
    blocks: [],
    sections: [
      {id: 'follow-up.plan', title: t('plan.follow-up'), blocks: buildPlanned(parts)},
      {
        id: 'follow-up.changes',
        title: earlier ? t('document.changes-since', {from: formatPeriod(earlier.period, t)}) : t('document.changes'),
        blocks: earlier ? buildChanges(parts, earlier) : [paragraph('follow-up.no-earlier', t('document.no-earlier'))],
      },
    ],
  };
}

function buildPlanned({resultPlan: {followUp}, t}: ReportParts): ReportBlock[] {
  if (!followUp) return [paragraph('follow-up.none', t('document.no-follow-up'))];
  return [paragraph('follow-up.summary', followUp.summary), ...buildPlanTable('follow-up.plan', t('plan.follow-up'), followUp.rows, t, t('plan.follow-up-note'))];
}

function buildChanges(parts: ReportParts, earlier: EarlierAssessment): ReportBlock[] {
  const {registered, answers, values, diagnosis, finalisedAt, progress, dated, locale, t} = parts;
  const from = formatPeriod(earlier.period, t);
  const placed = ({interval, entering}: typeof diagnosis) => formatPlacement({...interval, entering}, t);
  const answer = (given: typeof values, code: string) => t(`answer.${given[code] ?? 'unknown'}`);
  // What a draft has not answered yet has not changed either.
  const answered = new Set(answers.filter(({confirmed}) => confirmed).map(({measure}) => measure));
  const measures = listMeasures(registered.instrument);
  const asked = measures.filter(({measure: {code}}) => earlier.values[code] !== undefined);
  const changed = asked.filter(({measure: {code}}) => (finalisedAt || answered.has(code)) && earlier.values[code] !== (values[code] ?? 'unknown'));
  return [
    table({
      id: 'follow-up.stages',
      caption: t('document.changes-stages'),
      columns: [
        ['what', t('document.item'), 2],
        ['before', from, 2, 'centre'],
        ['now', dated, 2, 'centre'],
      ],
      rows: [
        row('follow-up.stages.placement', t('document.stage'), placed(earlier.diagnosis), placed(diagnosis)),
        ...diagnosis.stages.map((counts) => {
          const before = earlier.diagnosis.stages.find(({stage}) => stage === counts.stage);
          return row(
            `follow-up.stages.${counts.stage}`,
            t('versions.in-place', {stage: writeStage(t, counts.stage)}),
            before ? `${before.inPlace} / ${before.applicable}` : '—',
            `${counts.inPlace} / ${counts.applicable}`,
          );
        }),
      ],
    }),
    ...paragraphs('follow-up.changed', [
      changed.length === 0 ? t('document.changed-none') : t('document.changed', {count: changed.length}),
      finalisedAt || progress.answered === progress.total ? '' : t('document.changed-open', {count: progress.total - progress.answered}),
      asked.length === measures.length ? '' : t('document.changed-new', {count: measures.length - asked.length}),
    ]),
    ...tableIfAny({
      id: 'follow-up.changes.table',
      caption: t('document.changed-caption'),
      columns: [
        ['measure', t('plan.measure'), 56],
        ['before', from, 22],
        ['now', dated, 22],
      ],
      rows: changed.map(({measure: {code, name}}) => row(`follow-up.changes.${code}`, `${code} ${name[locale]}`, answer(earlier.values, code), answer(values, code))),
    }),
  ];
}
