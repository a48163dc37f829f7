import type {Diagnosis, StageCounts} from '@/lib/diagnosis/model';
import {type MethodSection, buildSection, derived, editorial} from './section';
import {type MethodSubject, formatCoverages, formatList, formatStage, nameOf, tryAnswers} from './subject';

/** The four readings in the order of the page, with what each counts out of what. */
export const READINGS = [
  {key: 'claimed', counted: ({inPlace}: StageCounts) => inPlace, outOf: ({applicable}: StageCounts) => applicable},
  {key: 'strict', counted: ({inPlace}: StageCounts) => inPlace, outOf: ({measures}: StageCounts) => measures},
  {key: 'evidenced', counted: ({evidenced}: StageCounts) => evidenced, outOf: ({applicable}: StageCounts) => applicable},
  {key: 'outlook', counted: ({inPlace, underWay}: StageCounts) => inPlace + underWay, outOf: ({applicable}: StageCounts) => applicable},
] as const;

/** The four readings of the worked county, and of two trials that make them differ. */
export function buildReadingsSection(subject: MethodSubject): MethodSection {
  const {worked, lacking, t} = subject;
  const started = worked.diagnosis.roadmap?.measures ?? [];
  const diagnoses = [worked.diagnosis, tryAnswers(subject, started, 'under-way'), tryAnswers(subject, lacking, 'not-applicable')];
  const describe = ({stages, readings}: Diagnosis, {key, counted, outOf}: (typeof READINGS)[number]) =>
    t('method.reading-cell', {coverages: formatCoverages(stages, subject, counted, outOf), stage: formatStage(readings[key], subject)});
  return buildSection('readings', t('method.readings-title'), {
    lines: [editorial(t('method.readings-why'))],
    tables: [
      {
        id: 'readings-table',
        caption: t('method.readings-caption', {county: nameOf(worked, subject)}),
        from: 'derived',
        headings: [
          t('method.readings-reading'),
          t('method.readings-how'),
          t('method.readings-table'),
          t('method.readings-under-way'),
          t('method.readings-excluded'),
        ],
        rows: READINGS.map((reading) => ({
          key: reading.key,
          cells: [t(`method.reading-name.${reading.key}`), t(`method.reading-how.${reading.key}`), ...diagnoses.map((diagnosis) => describe(diagnosis, reading))],
        })),
      },
    ],
    findings: [
      editorial(t('method.readings-trial-1', {codes: formatList(started, subject), value: t('answer.under-way')})),
      editorial(t('method.readings-trial-2', {codes: formatList(lacking, subject), value: t('answer.not-applicable')})),
      derived(t('method.readings-evidence')),
    ],
  });
}
