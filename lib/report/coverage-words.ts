import type {Translate} from '@/lib/messages/translator';

/** Words of the coverage table. */
export type CoverageWords = Record<'stage' | 'inPlace' | 'mark' | 'needed' | 'met' | 'underWay' | 'notInPlace' | 'unknown' | 'notApplicable', string>;

/** The words of the coverage table in one language. */
export function buildCoverageWords(t: Translate): CoverageWords {
  return {
    stage: t('result.coverage-stage'),
    inPlace: t('result.coverage-in-place'),
    mark: t('result.needed-mark'),
    needed: t('result.coverage-needed'),
    met: t('result.coverage-met'),
    underWay: t('answer.under-way'),
    notInPlace: t('answer.not-in-place'),
    unknown: t('answer.unknown'),
    notApplicable: t('answer.not-applicable'),
  };
}
