'use client';
import type {FormState} from '@/lib/actions/form-action';
import type {PlanFormView} from '@/lib/report/plan-form';
import {Button} from '../ui/button';
import {ErrorSummary} from '../ui/error-summary';
import {FieldErrors, INPUT_LOOK, SelectField, TextField} from '../ui/field';
import {useFormAction} from '../ui/use-form-action';

type PlanFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  view: PlanFormView;
  cancelUrl: string;
};

/** Carry a measure out (who, by when) or set it aside (why). Works without JavaScript. */
export function PlanForm({action, view, cancelUrl}: PlanFormProps) {
  const {decisions, periods, initial, words} = view;
  const [state, submit, pending] = useFormAction(action, words.offline);
  const typed: Readonly<Record<string, string>> = state?.input ?? initial;
  const errors = state?.fieldErrors ?? {};
  // A field that has a problem is shown whatever the decision, so that it can be mended.
  const only = (look: string, ...names: string[]) => (names.some((name) => errors[name]) ? '' : look);
  return (
    <form action={submit} inert={pending} noValidate key={state?.attempt ?? 'first'} className="plan">
      {state ? <ErrorSummary title={words['error-title']} message={state.message} errors={errors} /> : null}
      <input type="hidden" name="revision" value={typed.revision ?? '0'} />
      <fieldset id="decision" className="my-5" aria-describedby={errors.decision ? 'decision-error' : undefined}>
        <legend className="font-semibold">{words.decision}</legend>
        <FieldErrors id="decision-error" errors={errors.decision} />
        {decisions.map(({value, label}) => (
          <label key={value} className="choice my-2 max-w-xl">
            <input type="radio" name="decision" value={value} defaultChecked={typed.decision === value} />
            {label}
          </label>
        ))}
      </fieldset>
      <div className={only('when-chosen', 'bureau', 'duePeriod')}>
        <TextField name="bureau" label={words.bureau} hint={words['bureau-hint']} defaultValue={typed.bureau ?? ''} errors={errors.bureau} />
        <SelectField
          name="duePeriod"
          label={words.due}
          hint={words['due-hint']}
          none={words['due-choose']}
          options={periods}
          defaultValue={typed.duePeriod ?? ''}
          errors={errors.duePeriod}
        />
      </div>
      <div className={`my-5 max-w-xl ${only('when-set-aside', 'reason')}`}>
        <label htmlFor="reason" className="block font-semibold">
          {words.reason}
        </label>
        <p id="reason-hint" className="text-quiet">
          {words['reason-hint']}
        </p>
        <FieldErrors id="reason-error" errors={errors.reason} />
        <textarea
          id="reason"
          name="reason"
          rows={3}
          defaultValue={typed.reason ?? ''}
          aria-describedby={errors.reason ? 'reason-hint reason-error' : 'reason-hint'}
          aria-invalid={errors.reason ? true : undefined}
          className={`${INPUT_LOOK} mt-1`}
        />
      </div>
      <div className="flex flex-wrap items-center gap-6">
        <Button disabled={pending}>{words.save}</Button>
        <a href={cancelUrl}>{words.cancel}</a>
      </div>
    </form>
  );
}
