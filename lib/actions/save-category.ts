'use server';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {type TypedAnswer, fieldName, readTypedAnswerFromForm} from '@/lib/answers/answer-form';
import {buildAnswerSchema} from '@/lib/answers/answer-schema';
import {type StoredAnswer, saveAnswer} from '@/lib/db/answers';
import {getAssessmentOrThrow} from '@/lib/db/assessments';
import {AppError} from '@/lib/errors';
import {listCategories} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {type ExplainedIssue, explainIssues} from '@/lib/messages/explain-issues';
import {paths} from '@/lib/paths';
import {describeConflict} from '@/lib/report/save-words';
import {type FormState, runFormAction, textFields} from './form-action';

/**
 * Saves a category page as sent by its buttons, with or without JavaScript. Each measure is saved
 * on its own: the sound ones are kept, the others come back with their problems and what was typed.
 */
export async function saveCategoryAction(_state: FormState, form: FormData): Promise<FormState> {
  return runFormAction(form, async ({organisationId, t}) => {
    // From the form's own fields: arguments bound to an action would make each page wait for their encoding.
    const {assessment: assessmentId = '', category: code = ''} = textFields(form);
    const assessment = await getAssessmentOrThrow(organisationId, assessmentId);
    if (assessment.status === 'final') throw new AppError('assessment-final');
    if (!canEditAssessment(assessment)) throw new AppError('profile-archived');
    const {instrument} = getInstrumentOrThrow(assessment.instrumentId, assessment.instrumentVersion);
    const categories = listCategories(instrument);
    const position = categories.findIndex(({category}) => category.code === code);
    const category = categories[position]?.category;
    if (!category) throw new AppError('not-found');

    const schema = buildAnswerSchema(instrument);
    const issues: ExplainedIssue[] = [];
    for (const measure of category.measures) {
      const typed = readTypedAnswerFromForm(form, measure.code);
      const stored = assessment.answers.find((answer) => answer.measure === measure.code);
      if (isUntouched(typed, stored)) continue;
      const {revision, confirm: _confirm, ...answer} = typed;
      const parsed = schema.safeParse(answer);
      if (!parsed.success) {
        issues.push(...explainIssues(t, parsed.error).map(({path, message}) => ({path: fieldName(measure.code, path), message})));
        continue;
      }
      const outcome = await saveAnswer(organisationId, assessmentId, measure.code, parsed.data, revision);
      const standing = outcome.saved ? outcome.answer : outcome.current;
      if (!outcome.saved) issues.push({path: fieldName(measure.code, 'value'), message: describeConflict(standing, t, 'form')});
      // A refused form comes back knowing what now stands: sent again, it replaces that and is no conflict with itself.
      form.set(fieldName(measure.code, 'revision'), String(standing?.revision ?? 0));
    }
    if (issues.length > 0) return {issues};
    const more = category.measures.find((measure) => measure.code === form.get('more'));
    if (more) return {goTo: paths.measureDetails(assessmentId, code, more.code)};
    if (form.get('goTo') === 'list') return {goTo: paths.assessment(assessmentId)};
    const next = categories[position + 1]?.category;
    if (next) return {goTo: paths.category(assessmentId, next.code)};
    // The optional section comes last; whoever has been there is not led through it again.
    return {goTo: assessment.traitAnswers.length === 0 ? paths.traits(assessmentId) : paths.check(assessmentId)};
  });
}

/** Nothing was entered, or a carried-over answer was neither changed nor ticked. */
function isUntouched(typed: TypedAnswer, stored: StoredAnswer | undefined): boolean {
  // A choice can't be taken back, so a blank measure was never touched here, though it may be answered elsewhere by now.
  const isBlank = typed.value === '' && typed.note.trim() === '' && typed.reason.trim() === '' && typed.evidence.length === 0;
  if (isBlank || !stored) return isBlank;
  if (stored.confirmed || typed.confirm) return false;
  return (
    typed.value === stored.value &&
    typed.note.trim() === stored.note &&
    typed.reason.trim() === stored.reason &&
    JSON.stringify(typed.evidence) === JSON.stringify(stored.evidence)
  );
}
