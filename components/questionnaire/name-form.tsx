'use client';
import type {FormState} from '@/lib/actions/form-action';
import {Button} from '../ui/button';
import {ErrorSummary} from '../ui/error-summary';
import {TextField} from '../ui/field';
import {useFormAction} from '../ui/use-form-action';

type NameFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  assessmentId: string;
  /** The category whose page asked for it; empty for the task list. */
  category: string;
  name: string;
  cancelUrl: string;
  words: Record<'errorTitle' | 'offline' | 'label' | 'save' | 'cancel', string>;
};

/** Under which name this browser's answers are saved. */
export function NameForm({action, assessmentId, category, name, cancelUrl, words}: NameFormProps) {
  const [state, submit, pending] = useFormAction(action, words.offline);
  const errors = state?.fieldErrors ?? {};
  return (
    <form action={submit} inert={pending} noValidate key={state?.attempt ?? 'first'}>
      {state ? <ErrorSummary title={words.errorTitle} message={state.message} errors={errors} /> : null}
      <input type="hidden" name="assessment" value={assessmentId} />
      <input type="hidden" name="category" value={category} />
      <TextField name="name" label={words.label} autoComplete="name" defaultValue={state?.input.name ?? name} errors={errors.name} />
      <div className="flex flex-wrap items-center gap-6">
        <Button disabled={pending}>{words.save}</Button>
        <a href={cancelUrl}>{words.cancel}</a>
      </div>
    </form>
  );
}
