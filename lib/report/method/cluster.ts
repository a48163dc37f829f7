import {type ClusterStage, getClusterStage} from '@/lib/diagnosis/cluster-stage';
import {MATCHES, getMatch} from '@/lib/diagnosis/match';
import {listMatchCells} from '@/lib/diagnosis/match-cells';
import type {TraitInstrument} from '@/lib/instrument/trait-schema';
import {type MethodLine, type MethodSection, type MethodTable, buildSection, derived, editorial, paper} from './section';
import {type MethodSubject, formatList, formatStage, nameOf} from './subject';

/** Supposed answers of the trial, in the order of the traits; null and any trait beyond them are unknown. */
const TRIAL = [1, 2, 1, 2, null, 3, 1, null] as const;

/** The cluster's own stage and its match with e-commerce, with a trial, since the paper does not answer the traits. */
export function buildClusterSection(subject: MethodSubject, traits: TraitInstrument): MethodSection {
  const {t, locale} = subject;
  const trial = traits.traits.map((_trait, index) => supposeAnswer(index, traits));
  const sections = new Set(traits.traits.flatMap(({descriptions}) => descriptions.map(({text}) => text.source.split('#')[1] ?? '')));
  return buildSection('cluster', t('method.cluster-title'), {
    formulas: [
      editorial(t('method.cluster-formula')),
      editorial(t('method.cluster-interval-formula', {highest: traits.stages.length})),
      editorial(t('method.cluster-match-formula')),
    ],
    lines: [
      paper(t('method.cluster-pairs', {stages: formatList(traits.stages.map(({name}) => name[locale]), subject)})),
      editorial(
        t('method.cluster-traits', {
          traits: traits.traits.length,
          stages: traits.stages.length,
          sections: formatList([...sections].toSorted((a, b) => a.localeCompare(b, locale, {numeric: true})), subject),
        }),
      ),
      editorial(t('method.cluster-why')),
      derived(t('method.cluster-exact')),
      editorial(t('method.cluster-none')),
    ],
    worked: writeTrial(subject, traits, trial),
    tables: [buildTraitTable(subject, traits, trial), buildMatrixTable(subject, traits)],
    findings: [
      ...traits.placements.map(({text}) => ({text: text[locale], from: text.from})),
      ...MATCHES.map((match) => ({text: traits.advice[match][locale], from: traits.advice[match].from})),
    ],
  });
}

function supposeAnswer(index: number, {stages}: TraitInstrument): number | null {
  const supposed = TRIAL[index] ?? null;
  return supposed === null ? null : Math.min(supposed, stages.length);
}

function writeTrial(subject: MethodSubject, {stages}: TraitInstrument, trial: readonly (number | null)[]): MethodLine[] {
  const {worked, locale, t} = subject;
  const county = nameOf(worked, subject);
  const cluster = getClusterStage(trial, stages.length);
  if (!cluster) return [];
  return [
    editorial(t('method.cluster-trial', {county})),
    derived(t('method.cluster-median', {known: cluster.known, ...sortAndPick(trial.filter((trait) => trait !== null), subject), stage: cluster.stage})),
    derived(writeBounds(subject, cluster, trial, stages.length)),
    derived(
      t('method.cluster-match', {
        county,
        stage: formatStage(worked.diagnosis.stage, subject),
        cells: listMatchCells(worked.diagnosis, cluster)
          .map(({cluster: row, ecommerce, match}) =>
            t('method.cluster-cell-worked', {cluster: row, ecommerce, difference: formatDifference(ecommerce - row), match: t(`traits.cell.${match}`)}),
          )
          .join(locale === 'zh-CN' ? '；' : '; '),
      }),
    ),
  ];
}

function writeBounds(subject: MethodSubject, {interval, unknown}: ClusterStage, trial: readonly (number | null)[], highest: number): string {
  const lowest = sortAndPick(trial.map((trait) => trait ?? 1), subject);
  return subject.t('method.cluster-bounds', {
    unknown,
    highest,
    place: lowest.place,
    atLowest: lowest.sorted,
    atHighest: sortAndPick(trial.map((trait) => trait ?? highest), subject).sorted,
    low: interval.low,
    high: interval.high,
  });
}

/** Stages in rising order as text, and which of them is the lower median. */
function sortAndPick(stages: readonly number[], subject: MethodSubject): {sorted: string; place: number} {
  return {sorted: formatList(stages.toSorted((a, b) => a - b).map(String), subject), place: Math.floor((stages.length + 1) / 2)};
}

function formatDifference(difference: number): string {
  return difference < 0 ? `−${-difference}` : String(difference);
}

function buildTraitTable({locale, t}: MethodSubject, {traits, stages}: TraitInstrument, trial: readonly (number | null)[]): MethodTable {
  return {
    id: 'cluster-traits',
    caption: t('method.cluster-traits-caption', {traits: traits.length}),
    from: null,
    headings: [t('traits.trait'), t('method.cluster-question'), t('method.cluster-supposed'), t('method.source-heading')],
    rows: traits.map(({id, name, question}, index) => {
      const stage = stages.find(({number}) => number === trial[index]);
      return {
        key: id,
        from: name.from,
        cells: [
          name[locale],
          question[locale],
          stage ? t('method.listed', {code: String(stage.number), name: stage.name[locale]}) : t('traits.dont-know'),
        ],
      };
    }),
  };
}

/** Every pair of stages with its match, and the benchmark counties in theirs. */
function buildMatrixTable(subject: MethodSubject, {stages, placements}: TraitInstrument): MethodTable {
  const {model, readings, locale, t} = subject;
  return {
    id: 'cluster-matrix',
    caption: t('traits.benchmarks'),
    from: 'derived',
    headings: [
      t('method.model-cluster'),
      ...model.stages.map(({stage}) => t('method.cluster-column', {stage: formatStage(stage, subject)})),
    ],
    rows: stages.map(({number: row, name}) => ({
      key: String(row),
      cells: [
        t('method.listed', {code: String(row), name: name[locale]}),
        ...model.stages.map(({stage: column}) => {
          const match = t(`traits.cell.${getMatch(column, row)}`);
          const here = readings.filter(
            ({benchmark}) => benchmark.stage.value === column && placements.some((placed) => placed.benchmark === benchmark.id && placed.stage === row),
          );
          if (here.length === 0) return match;
          return t('method.cluster-cell', {match, counties: formatList(here.map((reading) => nameOf(reading, subject)), subject)});
        }),
      ],
    })),
  };
}
