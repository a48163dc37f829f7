import {getCategoryMean, reduceBigFraction} from '@/lib/diagnosis/category-mean';
import type {CategoryCounts, Diagnosis} from '@/lib/diagnosis/model';
import {findNearestBenchmark} from '@/lib/diagnosis/nearest-benchmark';
import {type MethodSection, buildSection, derived, editorial} from './section';
import {type MethodSubject, formatCoverages, formatFraction, formatList, formatMet, formatStage, nameOf} from './subject';

/** The five rules in the order of the page, with the stage that a diagnosis has by each. */
export const RULES = [
  {key: 'frontier', stageOf: ({rules}: Diagnosis) => rules.frontier},
  {key: 'gated', stageOf: ({rules}: Diagnosis) => rules.gated},
  {key: 'dominant', stageOf: ({rules}: Diagnosis) => rules.dominant},
  {key: 'by-category', stageOf: ({rules}: Diagnosis) => rules.byCategory},
  {key: 'nearest-benchmark', stageOf: ({rules}: Diagnosis) => rules.nearestBenchmark.stage},
] as const;

/** The stage that a rule gives, in words. */
export function formatRuleStage(stage: number | null, subject: MethodSubject): string {
  return stage === null ? subject.t('method.none') : formatStage(stage, subject);
}

/** The five rules side by side, with the working for one county and the stage for each. */
export function buildRulesSection(subject: MethodSubject): MethodSection {
  const {readings, worked, t} = subject;
  const {stages} = worked.diagnosis;
  const met = t('method.rule-met', {met: formatMet(stages, subject)});
  const working: Record<(typeof RULES)[number]['key'], string> = {
    frontier: met,
    gated: met,
    dominant: formatCoverages(stages, subject),
    'by-category': t('method.rule-means', {means: formatMeans(subject)}),
    'nearest-benchmark': formatDistances(subject),
  };
  return buildSection('rules', t('method.rules-title'), {
    lines: [editorial(t('method.rules-why'))],
    tables: [
      {
        id: 'rules-table',
        caption: t('method.rules-caption'),
        from: 'derived',
        headings: [
          t('method.rules-rule'),
          t('method.rules-how'),
          t('method.rules-working', {county: nameOf(worked, subject)}),
          ...readings.map((reading) => nameOf(reading, subject)),
        ],
        rows: RULES.map(({key, stageOf}) => ({
          key,
          cells: [
            t(`method.rule-name.${key}`),
            t(`method.rule-how.${key}`),
            working[key],
            ...readings.map(({diagnosis}) => formatRuleStage(stageOf(diagnosis), subject)),
          ],
        })),
      },
      buildCategoriesTable(subject),
    ],
    findings: [derived(t('method.rules-self'))],
  });
}

function listCategoryCounts({model}: MethodSubject, {categories}: Diagnosis): CategoryCounts[][] {
  return model.stages.map((stage) => categories.filter(({code}) => stage.categories.some((category) => category.code === code)));
}

function buildCategoriesTable(subject: MethodSubject) {
  const {registered, readings, locale, t} = subject;
  const names = new Map(registered.instrument.stages.flatMap(({categories}) => categories.map(({code, name}) => [code, name[locale]])));
  return {
    id: 'categories-table',
    caption: t('method.categories-caption'),
    from: 'derived' as const,
    headings: [t('method.model-categories'), ...readings.map((reading) => nameOf(reading, subject))],
    rows: (readings[0]?.diagnosis.categories ?? []).map(({code}, index) => ({
      key: code,
      cells: [
        t('method.listed', {code, name: names.get(code) ?? ''}),
        ...readings.map(({diagnosis}) => `${diagnosis.categories[index]?.inPlace}/${diagnosis.categories[index]?.applicable}`),
      ],
    })),
  };
}

function formatMeans(subject: MethodSubject): string {
  const {model, worked} = subject;
  const means = listCategoryCounts(subject, worked.diagnosis).map((categories, index) => {
    const mean = getCategoryMean(categories);
    return `${model.stages[index]?.code} ${mean ? formatFraction(reduceBigFraction(mean)) : '—'}`;
  });
  return formatList(means, subject);
}

function formatDistances(subject: MethodSubject): string {
  const {model, readings, worked, t} = subject;
  const answers = Object.fromEntries(Object.entries(worked.values).map(([code, value]) => [code, {value}]));
  const distances = model.benchmarks.map((benchmark, index) => {
    const {differences} = findNearestBenchmark({...model, benchmarks: [benchmark]}, answers);
    const reading = readings[index];
    return t('method.county-count', {county: reading ? nameOf(reading, subject) : benchmark.id, count: differences});
  });
  return t('method.rule-distances', {distances: formatList(distances, subject), compared: worked.diagnosis.rules.nearestBenchmark.compared});
}
