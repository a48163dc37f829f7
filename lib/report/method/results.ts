import type {Diagnosis} from '@/lib/diagnosis/model';
import {READINGS} from './readings';
import {RULES, formatRuleStage} from './rules';
import {type MethodSection, buildSection} from './section';
import {type MethodSubject, formatList, formatRange, formatStage, nameOf} from './subject';

/** All results of the benchmark counties, so that a reader can check a calculation by hand. */
export function buildResultsSection(subject: MethodSubject): MethodSection {
  const {model, readings, t} = subject;
  const row = (key: string, heading: string, cell: (diagnosis: Diagnosis) => string) => ({
    key,
    cells: [heading, ...readings.map(({diagnosis}) => cell(diagnosis))],
  });
  const stage = (number: number) => formatStage(number, subject);
  return buildSection('results', t('method.results-title'), {
    tables: [
      {
        id: 'results-table',
        caption: t('method.results-caption'),
        from: 'derived',
        headings: [t('method.results-item'), ...readings.map((reading) => nameOf(reading, subject))],
        rows: [
          ...model.stages.map(({code}, index) =>
            row(code, t('method.results-coverage', {code}), ({stages}) => `${stages[index]?.inPlace}/${stages[index]?.applicable}`),
          ),
          row('stage', t('method.results-stage'), (diagnosis) => stage(diagnosis.stage)),
          row('gaps', t('method.results-gaps'), ({foundationGaps}) => formatList(foundationGaps.map(stage), subject)),
          row('interval', t('method.results-interval'), ({interval: {low, high}}) =>
            low === high ? stage(low) : t('stage.range', {low: stage(low), high: stage(high)}),
          ),
          ...READINGS.map((key) =>
            row(`reading-${key}`, t('method.results-reading', {name: t(`method.reading-name.${key}`)}), (diagnosis) => stage(diagnosis.readings[key])),
          ),
          ...RULES.map(({key, stageOf}) =>
            row(`rule-${key}`, t('method.results-rule', {name: t(`method.rule-name.${key}`)}), (diagnosis) => formatRuleStage(stageOf(diagnosis), subject)),
          ),
          row('up', t('method.results-up'), ({margin}) =>
            formatList(margin.up.map((up) => t('method.results-up-cell', {stage: stage(up.stage), measures: up.measures})), subject),
          ),
          row('down', t('method.results-down'), ({margin}) => (margin.down === null ? t('method.none') : String(margin.down))),
          row('range', t('method.results-range'), ({thresholdRange}) => formatRange(thresholdRange, subject)),
          row('roadmap', t('method.results-roadmap'), ({roadmap}) => formatList(roadmap?.measures ?? [], subject)),
        ],
      },
    ],
  });
}
