import type {Diagnosis} from '@/lib/diagnosis/model';
import {type MethodSection, buildSection, derived, editorial} from './section';
import {type MethodSubject, formatCoverages, formatList, formatStage, nameOf, tryAnswers} from './subject';

/** The four readings in the order of the page. */
export const READINGS = ['claimed', 'strict', 'evidenced', 'outlook'] as const;

/** The four readings of the worked county, and of two trials that make them differ. */
export function buildReadingsSection(subject: MethodSubject): MethodSection {
  const {worked, lacking, t} = subject;
  const started = worked.diagnosis.roadmap?.measures ?? [];
  const diagnoses = [worked.diagnosis, tryAnswers(subject, started, 'under-way'), tryAnswers(subject, lacking, 'not-applicable')];
  const describe = ({stages, readings}: Diagnosis, reading: (typeof READINGS)[number]) =>
    t('method.reading-cell', {coverages: formatCoverages(stages, subject, reading), stage: formatStage(readings[reading], subject)});
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
          key: reading,
          cells: [t(`method.reading-name.${reading}`), t(`method.reading-how.${reading}`), ...diagnoses.map((diagnosis) => describe(diagnosis, reading))],
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
