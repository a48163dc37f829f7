import type {Diagnosis} from '@/lib/diagnosis/model';
import {findReproducingThresholds} from '@/lib/diagnosis/reproducing-thresholds';
import {type Scalogram, buildScalogram} from '@/lib/diagnosis/scalogram';
import {type MethodSection, buildSection, derived, editorial} from './section';
import {type MethodSubject, formatCoverages, formatRange, formatStage, listCodes, nameOf} from './subject';

/** What Table 1 gives back of the paper's placements and stages. */
export type Reproduction = {
  /** The thresholds that give the paper's stages; null where none does. */
  readonly range: Diagnosis['thresholdRange'] | null;
  /** One item a stage: whether it is met. */
  readonly stages: Scalogram;
  /** One item a measure: whether it has a tick. */
  readonly measures: Scalogram;
};

/** Computes it for all benchmark counties. */
export function reproduceTable({model, readings}: MethodSubject): Reproduction {
  return {
    range: findReproducingThresholds(readings.map(({benchmark, diagnosis}) => ({stages: diagnosis.stages, placed: benchmark.stage.value}))),
    stages: buildScalogram(readings.map(({benchmark, diagnosis}) => ({id: benchmark.id, levels: diagnosis.stages.map(({met}) => [met])}))),
    measures: buildScalogram(
      readings.map(({benchmark, values}) => ({
        id: benchmark.id,
        levels: model.stages.map(({stage}) => listCodes(model, stage).map((code) => values[code] === 'in-place')),
      })),
    ),
  };
}

/** Our placements beside the paper's, and the thresholds that make them agree. */
export function buildReproductionSection(subject: MethodSubject, {range}: Reproduction): MethodSection {
  const {readings, t} = subject;
  return buildSection('reproduction', t('method.reproduction-title'), {
    tables: [
      {
        id: 'reproduction-table',
        caption: t('method.reproduction-caption'),
        from: 'derived',
        headings: [
          t('method.county-heading'),
          t('method.needed-in-place'),
          t('method.reproduction-ours'),
          t('method.reproduction-paper'),
          t('method.reproduction-same'),
          t('method.reproduction-range'),
        ],
        rows: readings.map((reading) => {
          const {benchmark, diagnosis} = reading;
          const own = findReproducingThresholds([{stages: diagnosis.stages, placed: benchmark.stage.value}]);
          return {
            key: benchmark.id,
            cells: [
              nameOf(reading, subject),
              formatCoverages(diagnosis.stages, subject),
              formatStage(diagnosis.stage, subject),
              formatStage(benchmark.stage.value, subject),
              diagnosis.stage === benchmark.stage.value ? t('method.yes') : t('method.no'),
              own ? formatRange(own, subject) : t('method.none'),
            ],
          };
        }),
      },
    ],
    findings: [
      derived(range ? t('method.reproduction-all', {range: formatRange(range, subject)}) : t('method.reproduction-none')),
      editorial(t('method.reproduction-caution')),
    ],
  });
}
