import {getCoverage} from '@/lib/diagnosis/coverage';
import {compareFractions, reduceFraction} from '@/lib/diagnosis/fraction';
import {type MethodLine, type MethodSection, buildSection, derived, editorial} from './section';
import {type MethodSubject, formatCoverages, formatFraction, formatMet, formatStage, nameOf} from './subject';

/** How measures are counted. */
export function buildCoverageSection(subject: MethodSubject): MethodSection {
  const {worked, t} = subject;
  return buildSection('coverage', t('method.coverage-title'), {
    lines: [editorial(t('method.coverage-exact'))],
    formulas: [editorial(t('method.coverage-formula'))],
    worked: [derived(t('method.coverage-worked', {coverages: formatCoverages(worked.diagnosis.stages, subject)}))],
  });
}

/** How many measures a stage needs, and when it is met. */
export function buildNeededSection(subject: MethodSubject): MethodSection {
  const {registered, model, worked, locale, t} = subject;
  const [numerator, denominator] = model.threshold;
  return buildSection('needed', t('method.needed-title'), {
    lines: [editorial(t('method.needed-threshold', {threshold: formatFraction(model.threshold), reason: registered.instrument.threshold.reason[locale]}))],
    formulas: [editorial(t('method.needed-formula'))],
    tables: [
      {
        id: 'needed-table',
        caption: t('method.needed-caption', {county: nameOf(worked, subject)}),
        from: 'derived',
        headings: [
          t('method.stage-heading'),
          t('method.needed-applicable'),
          t('method.needed-product'),
          t('method.needed-needed'),
          t('method.needed-in-place'),
          t('method.needed-met'),
        ],
        rows: worked.diagnosis.stages.map(({code, applicable, needed, inPlace, met}) => ({
          key: code,
          cells: [
            code,
            String(applicable),
            formatFraction(reduceFraction([numerator * applicable, denominator])),
            String(needed),
            String(inPlace),
            met ? t('method.yes') : t('method.no'),
          ],
        })),
      },
    ],
  });
}

/** The frontier rule. */
export function buildFrontierSection(subject: MethodSubject): MethodSection {
  const {worked, t} = subject;
  const {stages, stage, entering} = worked.diagnosis;
  return buildSection('frontier', t('method.frontier-title'), {
    lines: [editorial(t('method.frontier-gate')), ...writeReason(subject), derived(t('method.frontier-contract'))],
    formulas: [editorial(t('method.frontier-formula'))],
    worked: [
      derived(
        entering
          ? t('method.frontier-worked-none', {stage: formatStage(stage, subject)})
          : t('method.frontier-worked', {met: formatMet(stages, subject), stage: formatStage(stage, subject)}),
      ),
    ],
  });
}

/** The case that shows why lower stages are no gate: the least coverage below the stage of the county that stands highest. */
function writeReason(subject: MethodSubject): MethodLine[] {
  const {readings, t} = subject;
  const highest = readings.toSorted((a, b) => b.diagnosis.stage - a.diagnosis.stage)[0];
  const lowest = highest?.diagnosis.stages
    .filter(({stage}) => stage < highest.diagnosis.stage)
    .toSorted((a, b) => compareFractions(getCoverage(a), getCoverage(b)))[0];
  if (!highest || !lowest) return [];
  return [
    editorial(
      t('method.frontier-why', {
        county: nameOf(highest, subject),
        stage: formatStage(highest.diagnosis.stage, subject),
        lowest: formatStage(lowest.stage, subject),
        coverage: `${lowest.inPlace}/${lowest.applicable}`,
      }),
    ),
  ];
}
