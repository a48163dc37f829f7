'use server';
import {randomUUID} from 'node:crypto';
import {getAnsweringName} from '@/lib/access/answering-name';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {isSameContent} from '@/lib/answers/answer-change';
import {type TypedAnswer, fieldName, readTypedAnswerFromForm, writeAnswerToForm} from '@/lib/answers/answer-form';
import {buildAnswerSchema} from '@/lib/answers/answer-schema';
import {type StoredAnswer, saveAnswer} from '@/lib/db/answers';
import {getAssessmentOrThrow} from '@/lib/db/assessments';
import {AppError} from '@/lib/errors';
import {listCategories} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {type ExplainedIssue, explainIssues} from '@/lib/messages/explain-issues';
import {paths} from '@/lib/paths';
import {type AnswerConflict, buildConflict, describeConflict} from '@/lib/report/save-words';
import {type FormState, runFormAction, textFields} from './form-action';
import {deriveSaveId} from './save-id';

/**
 * Saves a category page as sent by its buttons, with or without JavaScript. Each measure is saved
 * on its own: the sound ones are kept, the others come back with their problems and what was typed.
 */
export async function saveCategoryAction(_state: FormState, form: FormData): Promise<FormState> {
  return runFormAction(form, async ({organisationId, locale, t}) => {
    // From the form's own fields: arguments bound to an action would make each page wait for their encoding.
    const {assessment: assessmentId = '', category: code = '', saveId: formId} = textFields(form);
    const assessment = await getAssessmentOrThrow(organisationId, assessmentId);
    if (assessment.status === 'final') throw new AppError('assessment-final');
    if (!canEditAssessment(assessment)) throw new AppError('profile-archived');
    const {instrument} = getInstrumentOrThrow(assessment.instrumentId, assessment.instrumentVersion);
    const categories = listCategories(instrument);
    const position = categories.findIndex(({category}) => category.code === code);
    const category = categories[position]?.category;
    if (!category) throw new AppError('not-found');

    const schema = buildAnswerSchema(instrument);
    const who = (await getAnsweringName()) ?? assessment.filledBy;
    const issues: ExplainedIssue[] = [];
    const conflicts: Record<string, AnswerConflict> = {};
    for (const measure of category.measures) {
      const typed = readTypedAnswerFromForm(form, measure.code);
      const stored = assessment.answers.find((answer) => answer.measure === measure.code);
      const choice = form.get(fieldName(measure.code, 'choice'));
      if (choice === 'theirs' && stored) {
        writeAnswerToForm(form, measure.code, stored);
        continue;
      }
      if (isUntouched(typed, stored)) continue;
      const {revision: seen, confirm: _confirm, ...answer} = typed;
      const parsed = schema.safeParse(answer);
      if (!parsed.success) {
        issues.push(...explainIssues(t, parsed.error).map(({path, message}) => ({path: fieldName(measure.code, path), message})));
        continue;
      }
      // A script has saved most of the page before it is sent.
      if (stored?.confirmed && isSameContent(stored, parsed.data)) {
        form.set(fieldName(measure.code, 'revision'), String(stored.revision));
        continue;
      }
      const revision = choice === 'mine' ? readRevision(form.get(fieldName(measure.code, 'standing'))) : seen;
      const saveId = deriveSaveId(formId, measure.code, revision, parsed.data);
      const outcome = await saveAnswer(organisationId, assessmentId, measure.code, parsed.data, revision, {who, saveId});
      const standing = outcome.saved ? outcome.answer : outcome.current;
      if (outcome.saved || !standing) {
        // A refused form comes back knowing what now stands: sent again, it is no conflict with itself.
        form.set(fieldName(measure.code, 'revision'), String(standing?.revision ?? 0));
      } else {
        conflicts[measure.code] = buildConflict(standing, parsed.data, who, {instrument, locale, t});
      }
      if (!outcome.saved) issues.push({path: fieldName(measure.code, 'value'), message: describeConflict(standing, t, 'form')});
    }
    if (issues.length > 0) {
      form.set('saveId', randomUUID());
      return {issues, conflicts};
    }
    const more = category.measures.find((measure) => measure.code === form.get('more'));
    if (more) return {goTo: paths.measureDetails(assessmentId, code, more.code)};
    if (form.get('goTo') === 'list') return {goTo: paths.assessment(assessmentId)};
    const next = categories[position + 1]?.category;
    if (next) return {goTo: paths.category(assessmentId, next.code)};
    // The optional section comes last; whoever has been there is not led through it again.
    return {goTo: assessment.traitAnswers.length === 0 ? paths.traits(assessmentId) : paths.check(assessmentId)};
  });
}

function readRevision(text: FormDataEntryValue | null): number {
  const revision = Number(text);
  return Number.isSafeInteger(revision) && revision >= 0 ? revision : 0;
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
