import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {writeModelSource} from '../method/origin';
import {type SectionDraft, list, paragraph, paragraphs} from './blocks';
import type {ReportParts} from './report-parts';

/** What the diagnosis rests on and how it is made, in short. */
export function buildBasisSection(parts: ReportParts): SectionDraft {
  const {registered, sources, result, locale, t} = parts;
  const {instrument} = registered;
  const listed = new Intl.ListFormat(locale, {type: 'conjunction'});
  return {
    id: 'basis',
    title: t('document.section.basis'),
    blocks: [],
    sections: [
      {
        id: 'basis.model',
        title: t('method.model-title'),
        blocks: paragraphs('basis.model', [
          writeModelSource({instrument, sources, locale, t}),
          t('method.model-path'),
          t('document.basis-instrument', {title: instrument.title[locale], id: instrument.id, version: instrument.version}),
        ]),
      },
      {
        id: 'basis.rule',
        title: t('document.basis-rule'),
        blocks: paragraphs('basis.rule', [result.coverage.rule, instrument.threshold.reason[locale], t('method.frontier-gate')]),
      },
      {
        id: 'basis.answers',
        title: t('method.answers-title'),
        blocks: [
          ...paragraphs('basis.answers', [
            t('method.answers-values', {values: listed.format(ANSWER_VALUES.map((value) => t(`answer.${value}`))), unknown: t('answer.unknown')}),
            t('questionnaire.meanings'),
            t('document.basis-unknown', {unknown: t('answer.unknown')}),
            t('method.answers-reason', {notApplicable: t('answer.not-applicable')}),
          ]),
        ],
      },
      {
        id: 'basis.limits',
        title: t('method.limits-title'),
        blocks: [
          paragraph('basis.not-audit', t('result.not-audit'), 'lead'),
          ...list('basis.limits', [t('method.limits-declared'), t('method.limits-cases'), t('method.limits-absence'), t('method.limits-weights'), t('method.limits-time')]),
        ],
      },
    ],
  };
}
