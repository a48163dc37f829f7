'use client';
import {type ChangeEvent, useState} from 'react';
import type {FormShown, FormState} from '@/lib/actions/form-action';
import type {ImportView} from '@/lib/report/import-view';
import {Button} from '../ui/button';
import {ErrorSummary} from '../ui/error-summary';
import {FieldErrors, INPUT_LOOK} from '../ui/field';
import {useFormAction} from '../ui/use-form-action';
import {ImportResult, type ImportResultWords} from './import-result';

/** Words of the import page. */
export type ImportWords = ImportResultWords & Record<'errorTitle' | 'offline' | 'file' | 'fileHint' | 'read' | 'busy' | 'readOther' | 'tooLarge', string>;

type ImportState = FormState | FormShown<ImportView>;

type ImportPanelProps = {
  action: (state: ImportState, form: FormData) => Promise<ImportState>;
  assessmentId: string;
  maxBytes: number;
  words: ImportWords;
};

/** The form that takes a file, and above it what was found in the last one. */
export function ImportPanel({action, assessmentId, maxBytes, words}: ImportPanelProps) {
  // A preview outlasts a server that can't be reached, so that it can be applied later.
  const [state, submit, pending] = useFormAction<ImportState>(action, words.offline, {
    keep: (before, failure) => (before?.ok ? {...before, show: {...before.show, notice: failure.message}, attempt: failure.attempt} : failure),
  });
  const [tooLarge, setTooLarge] = useState(false);
  const failure = state?.ok === false ? state : null;
  const shown = state?.ok ? state.show : null;
  const errors = tooLarge ? [words.tooLarge] : failure?.fieldErrors.file;
  const check = ({target}: ChangeEvent<HTMLInputElement>) => setTooLarge((target.files?.[0]?.size ?? 0) > maxBytes);
  return (
    <>
      <div inert={pending} aria-busy={pending}>
        {failure ? <ErrorSummary key={failure.attempt} title={words.errorTitle} message={failure.message} errors={failure.fieldErrors} /> : null}
        {shown ? <ImportResult key={state?.attempt} view={shown} action={submit} pending={pending} assessmentId={assessmentId} words={words} /> : null}
        <form action={submit} noValidate className="my-6" onSubmit={(event) => tooLarge && event.preventDefault()}>
          <input type="hidden" name="assessment" value={assessmentId} />
          <label htmlFor="file" className="block font-semibold">
            {shown ? words.readOther : words.file}
          </label>
          <p id="file-hint" className="text-quiet">
            {words.fileHint}
          </p>
          <div aria-live="polite">
            <FieldErrors id="file-error" errors={errors} />
          </div>
          <input
            type="file"
            id="file"
            name="file"
            accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-describedby={errors?.length ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={errors?.length ? true : undefined}
            onChange={check}
            className={`${INPUT_LOOK} mt-1 mb-4 max-w-xl`}
          />
          <Button look={shown?.proposal ? 'secondary' : 'primary'} disabled={pending}>
            {words.read}
          </Button>
        </form>
      </div>
      <p role="status">{pending ? words.busy : ''}</p>
    </>
  );
}
