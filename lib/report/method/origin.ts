import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {listCategories, listMeasures} from '@/lib/instrument/list-measures';
import type {InstrumentFile} from '@/lib/instrument/schema';
import {type MethodSection, buildSection, editorial, paper} from './section';
import {type MethodSubject, formatFraction, formatList, formatRange, formatStage, listCodes, nameOf} from './subject';
import type {Reproduction} from './reproduction';

/** The paper's model: what it says, on what material, and its stages. */
export function buildModelSection(subject: MethodSubject): MethodSection {
  const {registered, sources, locale, t} = subject;
  const {instrument} = registered;
  return buildSection('model', t('method.model-title'), {
    lines: [
      paper(writeModelSource({instrument, sources, locale, t})),
      paper(t('method.model-path')),
      paper(t('method.model-data')),
      editorial(t('method.model-no-formula')),
    ],
    tables: [
      {
        id: 'model-stages',
        caption: t('method.model-caption'),
        from: 'paper',
        headings: [t('method.stage-heading'), t('method.model-upgrade'), t('method.model-cluster'), t('method.model-categories'), t('method.model-measures')],
        rows: instrument.stages.map((stage) => ({
          key: stage.code,
          cells: [
            `${stage.code} ${stage.name[locale]}`,
            stage.upgrade[locale],
            stage.clusterStage[locale],
            String(stage.categories.length),
            String(listCodes(subject.model, stage.number).length),
          ],
        })),
      },
    ],
  });
}

/** What the instrument rests on: its source, and how many categories, measures and stages that names. */
export function writeModelSource({instrument, sources, locale, t}: Pick<MethodSubject, 'sources' | 'locale' | 't'> & {instrument: InstrumentFile}): string {
  const source = sources.find(({id}) => instrument.stages[0]?.name.source.startsWith(`${id}#`));
  return t('method.model-source', {
    citation: source?.citation[locale] ?? instrument.title[locale],
    categories: listCategories(instrument).length,
    measures: listMeasures(instrument).length,
    stages: instrument.stages.length,
  });
}

/** The main numbers, each with where it comes from. */
export function buildNumbersSection(subject: MethodSubject, {range, measures}: Reproduction): MethodSection {
  const {model, readings, worked, t} = subject;
  const perStage = (numbers: readonly number[]) => formatList(model.stages.map(({code}, index) => `${code} ${numbers[index]}`), subject);
  const perCounty = (cell: (reading: (typeof readings)[number]) => string | number) =>
    formatList(readings.map((reading) => `${nameOf(reading, subject)} ${cell(reading)}`), subject);
  const rows = [
    {key: 'measures', from: 'paper', value: perStage(model.stages.map(({stage}) => listCodes(model, stage).length))},
    {key: 'categories', from: 'paper', value: String(model.stages.flatMap(({categories}) => categories).length)},
    {key: 'ticks', from: 'paper', value: perCounty(({diagnosis}) => diagnosis.stages.reduce((sum, {inPlace}) => sum + inPlace, 0))},
    {key: 'placed', from: 'paper', value: perCounty(({benchmark}) => formatStage(benchmark.stage.value, subject))},
    {key: 'threshold', from: 'editorial', value: formatFraction(model.threshold)},
    {key: 'needed', from: 'derived', value: perStage(worked.diagnosis.stages.map(({needed}) => needed))},
    {key: 'range', from: 'derived', value: range ? formatRange(range, subject) : t('method.none')},
    {key: 'reproducibility', from: 'derived', value: formatFraction(measures.reproducibility)},
    {key: 'rules', from: 'editorial', value: t('method.numbers-below')},
  ] as const;
  return buildSection('numbers', t('method.numbers-title'), {
    tables: [
      {
        id: 'numbers-table',
        caption: t('method.numbers-caption'),
        from: null,
        headings: [t('method.numbers-what'), t('method.numbers-value'), t('method.source-heading')],
        rows: rows.map(({key, from, value}) => ({key, from, cells: [t(`method.numbers-of.${key}`), value]})),
      },
    ],
  });
}

/** How Table 1 is read; the table itself stands below these lines. */
export function buildTicksSection({registered, t}: MethodSubject): MethodSection {
  return buildSection('table-1', t('method.table-title'), {
    lines: [paper(t('method.table-ticks', {total: listMeasures(registered.instrument).length})), editorial(t('method.table-reading'))],
  });
}

/** The five answers. */
export function buildAnswersSection(subject: MethodSubject): MethodSection {
  const {t} = subject;
  const values = formatList(ANSWER_VALUES.map((value) => t(`answer.${value}`)), subject);
  return buildSection('answers', t('method.answers-title'), {
    lines: [
      editorial(t('method.answers-values', {values, unknown: t('answer.unknown')})),
      editorial(t('method.answers-reason', {notApplicable: t('answer.not-applicable')})),
    ],
  });
}
