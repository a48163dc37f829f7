'use server';
import {z} from 'zod';
import {planSchema} from '@/lib/answers/plan-schema';
import {getAssessmentHeadOrThrow, getAssessmentOrThrow} from '@/lib/db/assessments';
import {listPlan, removePlannedMeasure, savePlannedMeasure} from '@/lib/db/plan';
import {readAssessment} from '@/lib/db/read-assessment';
import {AppError} from '@/lib/errors';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {explainIssues} from '@/lib/messages/explain-issues';
import {paths} from '@/lib/paths';
import {type FormState, runButtonAction, runFormAction, textFields} from './form-action';

const revisionSchema = z.coerce.number().int().min(0).catch(0);

/**
 * Saves what was decided about one measure of an assessment's roadmap; the assessment itself is not changed.
 * Of two who decide at once the second is told what the first one saved, and may save again to replace it.
 */
export async function savePlanAction(assessmentId: string, measure: string, _state: FormState, form: FormData): Promise<FormState> {
  return runFormAction(form, async ({organisationId, t}) => {
    const assessment = await getAssessmentOrThrow(organisationId, assessmentId);
    const registered = getInstrumentOrThrow(assessment.instrumentId, assessment.instrumentVersion);
    if (!listMeasures(registered.instrument).some(({measure: {code}}) => code === measure)) throw new AppError('not-found');
    const {revision, ...fields} = textFields(form);
    const parsed = planSchema.safeParse(fields);
    if (!parsed.success) return {issues: explainIssues(t, parsed.error)};

    const key = {profileId: assessment.profileId, instrumentId: assessment.instrumentId};
    const standing = (await listPlan(organisationId, key)).find((each) => each.measure === measure);
    const isNew = parsed.data.decision === 'chosen' && standing?.decision !== 'chosen';
    if (isNew && readAssessment(assessment, registered).values[measure] === 'in-place') {
      return {issues: [{path: 'decision', message: t('issues.plan-in-place')}]};
    }
    const seenRevision = revisionSchema.parse(revision);
    const outcome = await savePlannedMeasure(organisationId, key, measure, {input: parsed.data, period: assessment.period, seenRevision});
    if (outcome.saved) return {goTo: paths.roadmap(assessmentId)};
    // Sent again, the form replaces what now stands and is no conflict with it.
    form.set('revision', String(outcome.current?.revision ?? 0));
    const {current} = outcome;
    const message = current
      ? t('plan.conflict', {decision: t(`plan-decision.${current.decision}`), details: current.decision === 'chosen' ? current.bureau : current.reason})
      : t('plan.conflict-gone');
    return {issues: [{path: 'decision', message}]};
  });
}

/** Takes back what was decided about one measure. */
export async function withdrawPlanAction(assessmentId: string, measure: string, revision: number): Promise<void> {
  return runButtonAction(paths.result(assessmentId), async ({organisationId}) => {
    const {profileId, instrumentId} = await getAssessmentHeadOrThrow(organisationId, assessmentId);
    await removePlannedMeasure(organisationId, {profileId, instrumentId}, measure, revision);
    return {goTo: paths.roadmap(assessmentId)};
  });
}
