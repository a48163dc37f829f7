import {countBenchmarksWith} from '@/lib/diagnosis/count-benchmarks-with';
import {getCoverage} from '@/lib/diagnosis/coverage';
import {compareFractions} from '@/lib/diagnosis/fraction';
import {listMeasures} from '@/lib/instrument/list-measures';
import {type MethodLine, type MethodSection, buildSection, derived, editorial} from './section';
import {type MethodSubject, formatCoverages, formatFraction, formatList, formatRange, formatStage, tryAnswers} from './subject';

/** The interval, with a trial in which the measures that the county lacks of the next stage are unknown. */
export function buildIntervalSection(subject: MethodSubject): MethodSection {
  const {worked, next, lacking, t} = subject;
  const {interval, stages} = tryAnswers(subject, lacking, 'unknown');
  const {inPlace, unknown, applicable} = stages[next.stage - 1] ?? next;
  return buildSection('interval', t('method.interval-title'), {
    lines: [derived(t('method.interval-exact'))],
    formulas: [editorial(t('method.interval-formula'))],
    worked: [
      derived(t('method.interval-worked', {stage: formatStage(worked.diagnosis.stage, subject)})),
      derived(
        t('method.interval-trial', {
          stage: formatStage(next.stage, subject),
          unknown,
          codes: formatList(lacking, subject),
          inPlace,
          most: inPlace + unknown,
          applicable,
          low: formatStage(interval.low, subject),
          high: formatStage(interval.high, subject),
        }),
      ),
    ],
  });
}

/** The next question and what settles the interval, in the same trial. */
export function buildNextSection(subject: MethodSubject): MethodSection {
  const {t} = subject;
  return buildSection('next-question', t('method.next-title'), {
    lines: [editorial(t('method.next-reason'))],
    formulas: [editorial(t('method.next-formula')), derived(t('method.settle-formula'))],
    worked: writeNext(subject),
  });
}

function writeNext(subject: MethodSubject): MethodLine[] {
  const {registered, model, lacking, locale, t} = subject;
  const {nextQuestion, settle, stages} = tryAnswers(subject, lacking, 'unknown');
  const asked = listMeasures(registered.instrument).find(({measure}) => measure.code === nextQuestion)?.measure;
  const open = stages[(settle?.stage ?? 0) - 1];
  if (!asked || !settle || !open) return [];
  return [
    derived(t('method.next-worked', {code: asked.code, name: asked.name[locale], counties: countBenchmarksWith(model.benchmarks, asked.code)})),
    derived(
      t('method.settle-worked', {
        stage: formatStage(settle.stage, subject),
        needed: open.needed,
        inPlace: open.inPlace,
        unknown: open.unknown,
        confirm: settle.inPlace,
        exclude: settle.notInPlace,
      }),
    ),
  ];
}

/** How many measures lie between the stage and the others. */
export function buildMarginSection(subject: MethodSubject): MethodSection {
  const {worked, t} = subject;
  const {stages, stage, margin} = worked.diagnosis;
  const up = margin.up.flatMap(({stage: to, measures}) => {
    const counts = stages[to - 1];
    return counts ? [derived(t('method.margin-up-worked', {stage: formatStage(to, subject), needed: counts.needed, inPlace: counts.inPlace, missing: measures}))] : [];
  });
  const own = stages[stage - 1];
  const down =
    margin.down === null || !own
      ? t('method.margin-no-down')
      : t('method.margin-down-worked', {stage: formatStage(stage, subject), needed: own.needed, inPlace: own.inPlace, down: margin.down});
  return buildSection('margin', t('method.margin-title'), {formulas: [derived(t('method.margin-formula'))], worked: [...up, derived(down)]});
}

/** The thresholds under which the stage stays. */
export function buildRangeSection(subject: MethodSubject): MethodSection {
  const {worked, t} = subject;
  const {stages, stage, thresholdRange} = worked.diagnosis;
  const higher = stages.filter((counts) => counts.stage > stage);
  const largest = higher.map(getCoverage).toSorted(compareFractions).at(-1);
  const range = formatRange(thresholdRange, subject);
  return buildSection('threshold-range', t('method.range-title'), {
    formulas: [derived(t('method.range-formula'))],
    worked: [
      derived(
        largest
          ? t('method.range-worked', {coverages: formatCoverages(higher, subject), above: formatFraction(largest), range, stage: formatStage(stage, subject)})
          : t('method.range-worked-top', {range, stage: formatStage(stage, subject)}),
      ),
    ],
  });
}
