'use server';
import {getAnsweringName} from '@/lib/access/answering-name';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {readTraitForm, traitField} from '@/lib/answers/trait-form';
import {getAssessmentOrThrow} from '@/lib/db/assessments';
import {getTraitsOf} from '@/lib/db/read-traits';
import {saveTraitAnswers} from '@/lib/db/trait-answers';
import {AppError} from '@/lib/errors';
import type {ExplainedIssue} from '@/lib/messages/explain-issues';
import {paths} from '@/lib/paths';
import {describeTraitConflict} from '@/lib/report/trait-page';
import {type FormState, runFormAction, textFields} from './form-action';

/**
 * Saves the section on cluster traits as sent by its buttons, with or without JavaScript. Each trait is saved
 * on its own: the sound ones are kept, the others come back with their problems and what was chosen.
 */
export async function saveTraitsAction(_state: FormState, form: FormData): Promise<FormState> {
  return runFormAction(form, async ({organisationId, locale, t}) => {
    const fields = textFields(form);
    const assessmentId = fields.assessment ?? '';
    const assessment = await getAssessmentOrThrow(organisationId, assessmentId);
    if (assessment.status === 'final') throw new AppError('assessment-final');
    if (!canEditAssessment(assessment)) throw new AppError('profile-archived');
    const registered = getTraitsOf(assessment);
    const {inputs, problems} = readTraitForm(registered.instrument, (name) => fields[name] ?? '');
    const issues: ExplainedIssue[] = problems.map(({trait, problem}) => ({path: traitField(trait, 'value'), message: t(`issues.${problem}`)}));
    for (const {trait, saved, standing} of await saveTraitAnswers(organisationId, assessmentId, inputs, registered, await getAnsweringName())) {
      if (!saved && standing) {
        issues.push({path: traitField(trait, 'value'), message: describeTraitConflict(standing, registered.instrument, locale, t)});
      }
      // A refused form comes back knowing what now stands: sent again, it replaces that and is no conflict with itself.
      form.set(traitField(trait, 'revision'), String(standing?.revision ?? 0));
    }
    if (issues.length > 0) return {issues};
    return {goTo: fields.goTo === 'list' ? paths.assessment(assessmentId) : paths.check(assessmentId)};
  });
}
