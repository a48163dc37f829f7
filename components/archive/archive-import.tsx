'use client';
import type {ArchiveOutcome, ArchiveState} from '@/lib/actions/archive-actions';
import type {ArchiveImportWords} from '@/lib/report/archive-import-words';
import {Button} from '../ui/button';
import {ErrorSummary} from '../ui/error-summary';
import {TextField} from '../ui/field';
import {useFormAction} from '../ui/use-form-action';
import {useScripted} from '../ui/use-scripted';
import {ArchivePreviewView} from './archive-preview-view';
import {ArchiveRefusal} from './archive-refusal';

type Action = (state: ArchiveState, form: FormData) => Promise<ArchiveState>;

type ArchiveImportProps = {action: Action; importUrl: string; cancelUrl: string; words: ArchiveImportWords};

/** Takes an archive, shows what it holds, and imports it once that is confirmed. Works without JavaScript. */
export function ArchiveImport({action, importUrl, cancelUrl, words}: ArchiveImportProps) {
  const scripted = useScripted();
  const [state, submit, pending] = useFormAction<ArchiveOutcome>(scripted ? keepingPreview(action, words.offline) : action, words.offline);
  if (state?.ok && state.step === 'preview') {
    return (
      <form action={submit} inert={pending} key={state.attempt}>
        <ArchivePreviewView preview={state.preview} notice={state.notice} errorTitle={words.errorTitle} />
        <div className="mt-8 flex flex-wrap items-center gap-6">
          <Button name="confirm" value="1" disabled={pending}>
            {state.preview.confirm}
          </Button>
          <a href={importUrl}>{words.otherFile}</a>
          <p role="status">{pending ? words.importing : ''}</p>
        </div>
      </form>
    );
  }
  const failure = state && !state.ok ? state : null;
  return (
    <form action={submit} inert={pending} noValidate key={state?.attempt ?? 'first'}>
      {failure ? <ErrorSummary title={words.errorTitle} message={failure.message} errors={failure.fieldErrors} /> : null}
      {state?.ok ? <ArchiveRefusal title={words.errorTitle} message={state.message} problems={state.problems} more={state.more} wholeFile={words.wholeFile} /> : null}
      <p className="max-w-3xl">{words.lead}</p>
      <TextField name="file" type="file" accept=".json,application/json" label={words.file} hint={words.fileHint} errors={failure?.fieldErrors.file} />
      <div className="flex flex-wrap items-center gap-6">
        <Button disabled={pending}>{words.read}</Button>
        <a href={cancelUrl}>{words.cancel}</a>
        <p role="status">{pending ? words.reading : ''}</p>
      </div>
    </form>
  );
}

/** A confirmation that never reached the server leaves the preview standing, to try again. */
function keepingPreview(action: Action, offline: string): Action {
  return async (state, form) => {
    try {
      return await action(state, form);
    } catch (error) {
      const isNavigation = error instanceof Error && 'digest' in error;
      if (isNavigation || !state?.ok || state.step !== 'preview') throw error;
      return {...state, notice: offline, attempt: String(performance.now())};
    }
  };
}
