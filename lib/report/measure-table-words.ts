import {listMeasures} from '@/lib/instrument/list-measures';
import type {InstrumentFile} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';

/** Words of the table of all measures; with `editable` also those of the links that change an answer. */
export function buildMeasureTableWords(instrument: InstrumentFile, t: Translate, editable: boolean) {
  return {
    reason: t('result.reason-given'),
    evidence: t('result.evidence'),
    benchmarks: t('questionnaire.with-benchmarks'),
    change: editable
      ? {
          label: t('check.change'),
          of: Object.fromEntries(listMeasures(instrument).map(({measure}) => [measure.code, t('check.change-measure', {code: measure.code})])),
        }
      : null,
  };
}
