'use server';
import {z} from 'zod';
import {keepAnsweringName} from '@/lib/access/answering-name';
import {filledBySchema} from '@/lib/answers/filled-by';
import {getAssessmentHeadOrThrow} from '@/lib/db/assessments';
import {explainIssues} from '@/lib/messages/explain-issues';
import {paths} from '@/lib/paths';
import {type FormState, runFormAction, textFields} from './form-action';

const nameSchema = z.object({name: filledBySchema});

/** Keeps under which name this browser's answers are saved, and goes back to where it was asked for. */
export async function saveAnsweringNameAction(_state: FormState, form: FormData): Promise<FormState> {
  return runFormAction(form, async ({organisationId, t}) => {
    const {assessment = '', category = '', name = ''} = textFields(form);
    const {id} = await getAssessmentHeadOrThrow(organisationId, assessment);
    const parsed = nameSchema.safeParse({name});
    if (!parsed.success) return {issues: explainIssues(t, parsed.error)};
    await keepAnsweringName(parsed.data.name);
    return {goTo: category === '' ? paths.assessment(id) : paths.category(id, category)};
  });
}
