'use client';
import type {FormShown, FormState} from '@/lib/actions/form-action';
import type {Verified} from '@/lib/actions/verify-action';
import type {VerifyWords} from '@/lib/report/verify-words';
import {Button} from '../ui/button';
import {ErrorSummary} from '../ui/error-summary';
import {TextField} from '../ui/field';
import {focusOnce} from '../ui/focus-once';
import {useFormAction} from '../ui/use-form-action';
import {VerifiedClaims} from './verified-claims';

type VerifyState = FormState | FormShown<Verified>;

type VerifyFormProps = {
  action: (state: VerifyState, form: FormData) => Promise<VerifyState>;
  words: VerifyWords;
};

/** Takes a file and shows what came of verifying it. Works without JavaScript. */
export function VerifyForm({action, words}: VerifyFormProps) {
  const [state, submit, pending] = useFormAction<VerifyState>(action, words.offline);
  const failure = state?.ok === false ? state : null;
  const outcome = state?.ok ? state : null;
  return (
    <>
      {outcome ? (
        <section key={outcome.attempt} tabIndex={-1} ref={focusOnce} aria-labelledby="verified" className="mt-8 outline-none">
          <h2 id="verified" className="wrap-anywhere">
            {outcome.show.heading}
          </h2>
          <VerifiedClaims claims={outcome.show.claims} words={words.table} />
        </section>
      ) : null}
      <form action={submit} inert={pending} noValidate key={failure?.attempt ?? 'first'} className="mt-8">
        {failure ? <ErrorSummary title={words.errorTitle} message={failure.message} errors={failure.fieldErrors} /> : null}
        {outcome ? <h2>{words.again}</h2> : null}
        <TextField name="file" type="file" accept=".docx,.xlsx,.json" label={words.file} hint={words.fileHint} errors={failure?.fieldErrors.file} />
        <Button disabled={pending}>{words.submit}</Button>
      </form>
      <p role="status">{pending ? words.busy : ''}</p>
    </>
  );
}
