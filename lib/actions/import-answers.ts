'use server';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {getAnsweringName} from '@/lib/access/answering-name';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {type ProposedAnswer, readProposal, writeProposal} from '@/lib/answers/import-proposal';
import {type AssessmentWithAnswers, getAssessmentOrThrow} from '@/lib/db/assessments';
import {importAnswers} from '@/lib/db/import-answers';
import {AppError} from '@/lib/errors';
import {explainFileError} from '@/lib/files/explain-file-error';
import {FileError} from '@/lib/files/file-error';
import {proposeAnswers} from '@/lib/files/read/propose-answers';
import {MAX_FILE_MEGABYTES, readFilledFile} from '@/lib/files/read/read-filled-file';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {type ImportView, buildImportProblems, buildImportView} from '@/lib/report/import-view';
import {type FormShown, type FormState, runShowingAction, textFields} from './form-action';

type Subject = {assessment: AssessmentWithAnswers; registered: RegisteredInstrument; locale: Locale; t: Translate};

/**
 * Reads an uploaded file and shows what it would change; sent again with what that preview proposed, stores all of it
 * or nothing. What comes back from the preview is judged anew, like anything else that is sent.
 */
export async function importAnswersAction(_state: FormState | FormShown<ImportView>, form: FormData): Promise<FormState | FormShown<ImportView>> {
  return runShowingAction<ImportView>(form, async ({organisationId, locale, t}) => {
    const {assessment: id = '', proposal, fileName = ''} = textFields(form);
    const assessment = await getAssessmentOrThrow(organisationId, id);
    if (assessment.status === 'final') throw new AppError('assessment-final');
    if (!canEditAssessment(assessment)) throw new AppError('profile-archived');
    const registered = getInstrumentOrThrow(assessment.instrumentId, assessment.instrumentVersion);
    const subject = {assessment, registered, locale, t};
    if (proposal === undefined) {
      try {
        return {show: await readFile(form.get('file'), subject)};
      } catch (error) {
        if (error instanceof FileError) return {issues: [{path: 'file', message: explainFileError(t, error)}]};
        throw error;
      }
    }

    const proposed = readProposal(proposal, registered.instrument);
    if (!proposed) return {issues: [{path: 'file', message: t('import.bad-proposal')}]};
    const showAgain = (notice: string, standing: AssessmentWithAnswers) =>
      ({show: showPreview({...subject, assessment: standing}, new Map([...proposed].map(([code, {input}]) => [code, input])), {name: fileName, leftOut: [], notice})});
    try {
      const changes = [...proposed].map(([measure, {input, revision}]) => ({measure, input, seenRevision: revision}));
      if ((await importAnswers(organisationId, id, changes, await getAnsweringName())).imported) return {goTo: paths.imported(id, proposed.size)};
    } catch (error) {
      // The preview is kept, so that it can be tried again.
      if (error instanceof AppError && error.code.startsWith('database-')) return showAgain(t(`errors.${error.code}`), assessment);
      throw error;
    }
    return showAgain(t('import.stale'), await getAssessmentOrThrow(organisationId, id));
  });
}

async function readFile(file: FormDataEntryValue | null, subject: Subject): Promise<ImportView> {
  const {assessment, registered, locale, t} = subject;
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) throw new FileError('missing');
  if (file.size > MAX_FILE_MEGABYTES * 1024 * 1024) throw new FileError('too-large', {max: MAX_FILE_MEGABYTES});
  const filled = await readFilledFile(new Uint8Array(await file.arrayBuffer()), registered, t);
  const present = new Map(assessment.answers.map((answer) => [answer.measure, answer as AnswerInput]));
  const {answers, problems} = proposeAnswers(filled, {instrument: registered.instrument, present, locale, t});
  const name = file.name.slice(0, 200);
  if (problems.length > 0) return buildImportProblems(name, problems, t);
  return showPreview(subject, answers, {name, leftOut: filled.leftOut.map((left) => t(`import.left-out.${left}`)), notice: ''});
}

function showPreview({assessment, registered, locale, t}: Subject, proposed: ReadonlyMap<string, AnswerInput>, file: {name: string; leftOut: string[]; notice: string}): ImportView {
  const revisions = new Map(assessment.answers.map(({measure, revision}) => [measure, revision]));
  return buildImportView({instrument: registered.instrument, standing: assessment.answers, proposed, locale, t}, file, (codes) =>
    writeProposal(
      new Map(
        codes.flatMap((code): [string, ProposedAnswer][] => {
          const input = proposed.get(code);
          return input ? [[code, {input, revision: revisions.get(code) ?? 0}]] : [];
        }),
      ),
    ),
  );
}
