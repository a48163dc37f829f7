import 'server-only';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {readBenchmarks} from '@/lib/diagnosis/read-benchmarks';
import {readStoredAnswers} from '@/lib/diagnosis/read-stored-answers';
import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {buildBenchmarkPictures} from '@/lib/report/benchmark-pictures';
import {buildClusterMatch} from '@/lib/report/cluster-match';
import {buildMeasureSections} from '@/lib/report/measure-rows';
import {buildResultPlan} from '@/lib/report/plan';
import {buildResult} from '@/lib/report/result';
import {buildStaircaseFigure} from '@/lib/report/staircase/figure';
import {buildFourReadings} from '@/lib/report/sureness/four-readings';
import {buildHowSure} from '@/lib/report/sureness/how-sure';
import {buildOtherRules} from '@/lib/report/sureness/other-rules';
import {buildWhatIf} from '@/lib/report/what-if/what-if';
import {loadDiagnosis} from '../load-diagnosis';

/** Where a measure stands on the result page itself. */
export const anchor = (code: string) => `#${code}`;

/** All parts of an assessment's result page as the components show them. */
export async function loadResult(id: string, locale: Locale, t: Translate) {
  const {assessment, registered, values, diagnosis, plan: planned, traits, cluster: section, county, shortCounty} = await loadDiagnosis(id, locale);
  const {period} = assessment;
  const {instrument, benchmarks} = registered;
  const editableId = canEditAssessment(assessment) ? id : null;
  const threshold = instrument.threshold.value;
  const answers = readStoredAnswers(assessment.answers);
  const sureness = {instrument, benchmarks, diagnosis, answers, threshold, editableId, hrefOf: anchor, locale, t};
  return {
    assessment,
    instrument,
    benchmarks,
    county,
    editable: editableId !== null,
    result: buildResult({instrument, benchmarks, diagnosis: planned.diagnosis, values, threshold, county, locale, t}),
    figure: buildStaircaseFigure({instrument, values, diagnosis, t, locale, name: shortCounty, hrefOf: anchor}),
    match: section?.cluster
      ? buildClusterMatch({
          registered: traits,
          instrument,
          benchmarks,
          ecommerce: diagnosis,
          cluster: section.cluster,
          values: section.values,
          county: shortCounty,
          locale,
          t,
        })
      : null,
    howSure: buildHowSure(sureness),
    fourReadings: buildFourReadings(sureness),
    otherRules: buildOtherRules(sureness),
    whatIf: buildWhatIf(sureness),
    plan: buildResultPlan({instrument, entries: planned.entries, values, period, roadmap: planned.diagnosis.roadmap?.measures ?? [], locale, t}),
    pictures: buildBenchmarkPictures(instrument, readBenchmarks(registered), locale, t),
    sections: buildMeasureSections({instrument, benchmarks, answers: assessment.answers, editableId, locale, t}),
  };
}
