'use server';
import {z} from 'zod';
import {getAnsweringName} from '@/lib/access/answering-name';
import {filledBySchema} from '@/lib/answers/filled-by';
import {periodSchema} from '@/lib/answers/period';
import {createAssessment, deleteDraft, finaliseAssessment, getAssessmentHeadOrThrow, reopenAssessment} from '@/lib/db/assessments';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {explainIssues} from '@/lib/messages/explain-issues';
import {paths} from '@/lib/paths';
import {type FormState, runButtonAction, runFormAction, textFields} from './form-action';
import {deriveSaveId} from './save-id';

const newAssessmentSchema = z.strictObject({
  period: periodSchema,
  filledBy: filledBySchema,
  start: z.enum(['blank', 'last']).default('blank'),
});

/** Starts an assessment of a profile, blank or from the last final one; the same form sent again leads to the same one. */
export async function createAssessmentAction(profileId: string, _state: FormState, form: FormData): Promise<FormState> {
  return runFormAction(form, async ({organisationId, t}) => {
    const {saveId, ...fields} = textFields(form);
    const parsed = newAssessmentSchema.safeParse(fields);
    if (!parsed.success) return {issues: explainIssues(t, parsed.error)};
    const {period, filledBy, start} = parsed.data;
    const input = {profileId, period, filledBy, carryOver: start === 'last'};
    const id = await createAssessment(organisationId, input, getInstrumentOrThrow(DEFAULT_INSTRUMENT), deriveSaveId(saveId, input));
    return {goTo: paths.assessment(id)};
  });
}

/** Makes a draft final and shows its result. */
export async function finaliseAction(id: string): Promise<void> {
  return runButtonAction(paths.check(id), async ({organisationId}) => {
    const {instrumentId, instrumentVersion} = await getAssessmentHeadOrThrow(organisationId, id);
    await finaliseAssessment(organisationId, id, getInstrumentOrThrow(instrumentId, instrumentVersion), new Date(), await getAnsweringName());
    return {goTo: paths.result(id)};
  });
}

/** Opens a final assessment again as its next revision. */
export async function reopenAction(id: string): Promise<void> {
  return runButtonAction(paths.result(id), async ({organisationId}) => {
    const {instrumentId, instrumentVersion} = await getAssessmentHeadOrThrow(organisationId, id);
    const draft = await reopenAssessment(organisationId, id, getInstrumentOrThrow(instrumentId, instrumentVersion), await getAnsweringName());
    return {goTo: paths.assessment(draft)};
  });
}

/** Removes a draft. */
export async function deleteDraftAction(id: string): Promise<void> {
  return runButtonAction(paths.assessment(id), async ({organisationId}) => {
    const {profileId} = await getAssessmentHeadOrThrow(organisationId, id);
    await deleteDraft(organisationId, id);
    return {goTo: paths.profile(profileId)};
  });
}
