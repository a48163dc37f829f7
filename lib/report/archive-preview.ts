import {formatPeriod, formatPlacement} from '@/lib/format';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';

/** What a preview is written from: the parts of a checked archive that people look at before they import it. */
export type ArchiveSubject = {
  /** The county as it is shown, with the region that it belongs to. */
  county: string;
  region: string;
  industry: string;
  exportedAt: Date;
  product: string;
  version: string;
  isArchived: boolean;
  plan: readonly {decision: 'chosen' | 'setAside'}[];
  assessments: readonly {
    period: string;
    revision: number;
    isFinal: boolean;
    result: {low: number; high: number; entering: boolean};
    answers: readonly {note: string; evidence: readonly unknown[]}[];
  }[];
  /** Profiles of the same county and industry that exist already. */
  same: readonly {id: string; updatedAt: Date; assessments: number}[];
};

/** What an archive holds, in words, before it is imported. */
export type ArchivePreview = {
  title: string;
  facts: {label: string; value: string}[];
  caption: string;
  heads: string[];
  /** One row an assessment, newest first; cells in the order of `heads`. */
  rows: {key: string; cells: string[]}[];
  /** Said instead of the table when there are no assessments. */
  none: string;
  checked: string;
  clash: {text: string; profiles: {href: string; label: string}[]; note: string} | null;
  confirm: string;
};

/** Writes what an import would bring, and which profiles of the same county and industry stand already. */
export function buildArchivePreview(subject: ArchiveSubject, t: Translate): ArchivePreview {
  const {county, region, industry, exportedAt, product, version, plan, assessments, same} = subject;
  const chosen = plan.filter(({decision}) => decision === 'chosen').length;
  return {
    title: t('archive.preview-title'),
    facts: [
      {label: t('archive.county'), value: `${county} · ${region}`},
      {label: t('archive.industry'), value: industry},
      {label: t('archive.made'), value: t('archive.made-text', {when: exportedAt, product, version})},
      ...(plan.length > 0 ? [{label: t('archive.plan'), value: t('archive.plan-count', {chosen, setAside: plan.length - chosen})}] : []),
      ...(subject.isArchived ? [{label: t('archive.status'), value: t('archive.archived')}] : []),
    ],
    caption: t('archive.assessments', {count: assessments.length}),
    heads: [t('archive.period'), t('archive.status'), t('archive.result'), t('archive.answers'), t('archive.notes'), t('archive.evidence')],
    rows: assessments.toReversed().map((assessment) => ({key: `${assessment.period} ${assessment.revision}`, cells: writeCells(assessment, t)})),
    none: t('archive.none'),
    checked: t('archive.checked'),
    clash:
      same.length === 0
        ? null
        : {
            text: t('archive.clash'),
            profiles: same.map(({id, updatedAt, assessments: count}) => ({href: paths.profile(id), label: t('archive.clash-item', {county, industry, count, when: updatedAt})})),
            note: t('archive.clash-note'),
          },
    confirm: same.length === 0 ? t('archive.confirm') : t('archive.confirm-second'),
  };
}

function writeCells({period, revision, isFinal, result, answers}: ArchiveSubject['assessments'][number], t: Translate): string[] {
  const name = formatPeriod(period, t);
  return [
    revision > 1 ? `${name} · ${t('profile.revision', {revision})}` : name,
    isFinal ? t('profile.status-final') : t('profile.status-draft'),
    formatPlacement(result, t),
    String(answers.length),
    String(answers.filter(({note}) => note !== '').length),
    String(answers.reduce((sum, {evidence}) => sum + evidence.length, 0)),
  ];
}
