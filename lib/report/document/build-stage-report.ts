import {formatDay} from '@/lib/format';
import {buildAnnexSection} from './annex';
import {buildBasisSection} from './basis';
import {buildComparisonSection} from './comparison';
import {buildDiagnosisSection} from './diagnosis';
import {buildFollowUpSection} from './follow-up';
import {buildMatchSection} from './match';
import {buildMeasuresSection} from './measures';
import {numberSections} from './number-sections';
import {writePlace} from './place';
import {type ReportParts, buildReportParts} from './report-parts';
import type {ReportSubject} from './report-subject';
import {buildRoadmapSection} from './roadmap';
import type {StageReport} from './stage-report';
import {buildSummarySection} from './summary';

/**
 * Writes a stage report in the subject's language.
 * Assumes values and diagnosis of one assessment under its instrument; answers still to be confirmed count as unknown
 * but are told as they stand, and missing ones are unknown. Time and issuer are arguments; nothing is left unsaid by
 * leaving out a section: where one has nothing to tell, a sentence says so.
 */
export function buildStageReport(subject: ReportSubject): StageReport {
  const parts = buildReportParts(subject);
  const {county, dated, locale, t} = parts;
  const title = t('document.title', {county: county.name});
  return {
    locale,
    title,
    subtitle: writeSubtitle(parts),
    issuer: writeIssuer(parts),
    draft: writeDraft(parts),
    runningHead: writeRunningHead(parts),
    properties: {
      title,
      subject: `${county.industry} · ${dated}`,
      keywords: [county.name, county.industry, dated, parts.registered.instrument.title[locale]].join(', '),
      description: t('document.sentence', {text: parts.result.headline}),
    },
    contentsTitle: t('document.contents'),
    sections: numberSections(
      [
        buildSummarySection(parts),
        buildBasisSection(parts),
        buildDiagnosisSection(parts),
        buildComparisonSection(parts),
        buildMatchSection(parts),
        buildRoadmapSection(parts),
        buildFollowUpSection(parts),
        buildMeasuresSection(parts),
        buildAnnexSection(parts),
      ],
      locale,
    ),
  };
}

function writeSubtitle({county, dated, revision, filledBy, t}: ReportParts): string[] {
  return [
    writePlace(county, t),
    t('document.industry', {industry: county.industry}),
    t('document.period', {period: revision > 1 ? `${dated} · ${t('profile.revision', {revision})}` : dated}),
    t('document.filled-by', {filledBy}),
  ];
}

function writeIssuer({issuer: {organisation, author}, now, locale, t}: ReportParts): StageReport['issuer'] {
  const lines = [organisation, author === '' ? '' : t('document.author', {author}), formatDay(now, locale)];
  return {organisation, author, lines: lines.filter((line) => line !== '')};
}

function writeDraft({finalisedAt, progress: {answered, total, toConfirm}, locale, t}: ReportParts): string | null {
  if (finalisedAt) return null;
  const sentences = [t('result.provisional', {answered, total}), ...(toConfirm > 0 ? [t('document.to-confirm', {count: toConfirm})] : [])];
  return sentences.join(locale === 'en' ? ' ' : '');
}

function writeRunningHead({county, dated, finalisedAt, registered: {instrument}, t}: ReportParts): string {
  const period = finalisedAt ? dated : `${dated} · ${t('result.draft-mark')}`;
  return t('result.header', {county: county.name, period, instrument: `${instrument.id} ${instrument.version}`});
}
