import {type StatedAnswers, answerHash} from '@/lib/answers/answer-hash';
import {listMeasures} from '@/lib/instrument/list-measures';
import {type SectionDraft, paragraph, paragraphs, row, table} from './blocks';
import type {ReportParts} from './report-parts';

/** What the report can be checked by again: instrument, hashes, and the result in figures that a program reads. */
export function buildAnnexSection(parts: ReportParts): SectionDraft {
  const {registered, hash, county, period, stated, setAside, answers, diagnosis, match, filledBy, finalisedAt, t} = parts;
  const {instrument} = registered;
  const {stage, entering, interval} = diagnosis;
  const codes = listMeasures(instrument).map(({measure}) => measure.code);
  const toConfirm = codes.filter((code) => answers.some(({measure, confirmed}) => measure === code && !confirmed));
  const rows = {
    county: county.name,
    period,
    instrument: instrument.id,
    version: instrument.version,
    'content-hash': hash,
    'answer-hash': answerHash(hash, codes, stated as StatedAnswers),
    'set-aside': listCodes(setAside),
    'to-confirm': listCodes(toConfirm),
    stage: String(stage),
    entering: entering ? t('document.yes') : t('document.no'),
    interval: `${interval.low}–${interval.high}`,
  } as const;
  const keys = Object.keys(rows) as (keyof typeof rows)[];
  return {
    id: 'annex',
    title: t('document.section.annex'),
    blocks: [
      paragraph('annex.lead', t('document.annex-lead')),
      table({
        id: 'check',
        caption: t('document.check-caption'),
        columns: [
          ['label', t('document.item'), 21],
          ['value', t('document.content'), 79],
        ],
        rows: keys.map((key) => row(`check.${key}`, t(`document.check.${key}`), rows[key])),
        note: t('document.check-note'),
      }),
      ...paragraphs('annex.made', [
        finalisedAt ? t('document.made-final', {filledBy, when: finalisedAt}) : t('document.made-draft', {filledBy}),
        match ? t('document.made-traits', {version: match.version}) : '',
      ]),
      paragraph('annex.not-audit', t('result.not-audit')),
    ],
  };
}

function listCodes(codes: readonly string[]): string {
  return codes.length > 0 ? codes.join(', ') : '—';
}
