import type {Diagnosis} from '@/lib/diagnosis/model';
import {type SurenessSubject, writeFraction, writeStage} from './subject';

type Rule = keyof Diagnosis['rules'];

/** One rule's reading of the answers. */
export type RuleRow = {
  key: Rule;
  name: string;
  how: string;
  stage: string;
  /** True where it comes to another stage than the result. */
  parts: boolean;
  /** Why it comes to its stage; empty where there is nothing to add. */
  why: string;
};

/** The five rules beside one another. */
export type OtherRules = {
  title: string;
  summary: string;
  note: string;
  columns: {rule: string; stage: string};
  /** Said beside a stage that is not the result's. */
  mark: string;
  rows: RuleRow[];
};

const RULES = ['frontier', 'gated', 'dominant', 'byCategory', 'nearestBenchmark'] as const satisfies readonly Rule[];

/** Writes the five rules and where they part; every stage is the diagnosis's own. */
export function buildOtherRules(subject: SurenessSubject): OtherRules {
  const {diagnosis, threshold, t} = subject;
  const rows = RULES.map((rule): RuleRow => {
    const stage = stageOf(diagnosis, rule);
    const parts = stage !== diagnosis.rules.frontier;
    return {
      key: rule,
      name: t(`sureness.rule.${rule}`),
      how: t(`sureness.how.${rule}`, {threshold: writeFraction(threshold)}),
      stage: stage === null ? '—' : writeStage(t, stage),
      parts,
      why: rule === 'nearestBenchmark' ? explainNearest(subject) : parts ? explain(subject, rule) : '',
    };
  });
  const different = rows.filter(({parts}) => parts);
  return {
    title: t('sureness.rules'),
    summary:
      different.length === 0
        ? t('sureness.rules-agree', {stage: writeStage(t, diagnosis.rules.frontier)})
        : t('sureness.rules-part', {count: different.length, total: rows.length, stage: writeStage(t, diagnosis.rules.frontier)}),
    note: diagnosis.entering ? t('sureness.rules-entering') : '',
    columns: {rule: t('sureness.rules-rule'), stage: t('sureness.rules-stage')},
    mark: t('sureness.differs'),
    rows,
  };
}

function stageOf({rules}: Diagnosis, rule: Rule): number | null {
  return rule === 'nearestBenchmark' ? rules.nearestBenchmark.stage : rules[rule];
}

function explain(subject: SurenessSubject, rule: Exclude<Rule, 'nearestBenchmark'>): string {
  const {diagnosis, t} = subject;
  const {rules, stages} = diagnosis;
  if (rule === 'gated') {
    const unmet = stages.find(({met}) => !met);
    return unmet ? t('sureness.why-gated', {stage: writeStage(t, unmet.stage), inPlace: unmet.inPlace, needed: unmet.needed}) : '';
  }
  if (rule === 'dominant') {
    const highest = stages[rules.dominant - 1];
    const own = stages[rules.frontier - 1];
    if (!highest || !own) return '';
    const shares = {highest: `${highest.inPlace}/${highest.applicable}`, own: `${own.inPlace}/${own.applicable}`};
    return t('sureness.why-dominant', {...shares, stage: writeStage(t, highest.stage), frontier: writeStage(t, own.stage)});
  }
  return rule === 'byCategory' ? explainByCategory(subject) : '';
}

/** The stage on which the mean of categories and the count of measures disagree is the higher of the two. */
function explainByCategory({instrument, diagnosis, threshold, locale, t}: SurenessSubject): string {
  const {byCategory, frontier} = diagnosis.rules;
  const number = Math.max(byCategory, frontier);
  const own = instrument.stages[number - 1]?.categories ?? [];
  const shares = diagnosis.categories
    .filter(({code, applicable}) => applicable > 0 && own.some((category) => category.code === code))
    .map(({code, inPlace, applicable}) => `${code} ${inPlace}/${applicable}`);
  const values = {
    stage: writeStage(t, number),
    list: new Intl.ListFormat(locale, {type: 'conjunction'}).format(shares),
    threshold: writeFraction(threshold),
  };
  return byCategory > frontier ? t('sureness.why-category-higher', values) : t('sureness.why-category-lower', values);
}

function explainNearest({benchmarks, diagnosis, locale, t}: SurenessSubject): string {
  const {stage, benchmarks: ids, differences, compared} = diagnosis.rules.nearestBenchmark;
  if (stage === null) return t('sureness.nearest-no-benchmark');
  if (compared === 0) return t('sureness.nearest-nothing');
  const names = ids.map((id) => benchmarks.find((benchmark) => benchmark.id === id)?.shortName[locale] ?? id);
  const counties = new Intl.ListFormat(locale, {type: 'conjunction'}).format(names);
  const values = {counties, differences, compared, stage: writeStage(t, stage)};
  return names.length > 1 ? t('sureness.nearest-tie', {...values, first: names[0] ?? ''}) : t('sureness.nearest', values);
}
