'use client';
import type {FormState} from '@/lib/actions/form-action';
import {Button} from '../ui/button';
import {ErrorSummary} from '../ui/error-summary';
import {SelectField, TextField} from '../ui/field';
import {useFormAction} from '../ui/use-form-action';

/** Words of the new-assessment form. */
export type AssessmentFormWords = Record<
  'errorTitle' | 'offline' | 'period' | 'periodHint' | 'periodChoose' | 'filledBy' | 'filledByHint' | 'start' | 'startBlank' | 'create' | 'cancel',
  string
>;

type AssessmentFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  periods: readonly {value: string; label: string}[];
  /** With the `saveId` of what the form makes, once however often it is sent. */
  initial: {saveId: string; period: string; filledBy: string};
  /** The label of the choice to carry answers over; null when there is nothing to carry over. */
  carryOver: string | null;
  cancelUrl: string;
  words: AssessmentFormWords;
};

/** Period, who fills it in, and whether the last answers are carried over. */
export function AssessmentForm({action, periods, initial, carryOver, cancelUrl, words}: AssessmentFormProps) {
  const [state, submit, pending] = useFormAction(action, words.offline);
  const typed: Readonly<Record<string, string>> = state?.input ?? initial;
  const errors = state?.fieldErrors ?? {};
  return (
    <form action={submit} inert={pending} noValidate key={state?.attempt ?? 'first'}>
      {state ? <ErrorSummary title={words.errorTitle} message={state.message} errors={errors} /> : null}
      <input type="hidden" name="saveId" value={typed.saveId ?? ''} />
      <SelectField
        name="period"
        label={words.period}
        hint={words.periodHint}
        none={words.periodChoose}
        options={periods}
        defaultValue={typed.period ?? ''}
        errors={errors.period}
      />
      <TextField name="filledBy" label={words.filledBy} hint={words.filledByHint} autoComplete="name" defaultValue={typed.filledBy ?? ''} errors={errors.filledBy} />
      {carryOver ? (
        <fieldset className="my-5">
          <legend className="font-semibold">{words.start}</legend>
          {[
            {value: 'last', label: carryOver},
            {value: 'blank', label: words.startBlank},
          ].map(({value, label}) => (
            <label key={value} className="flex items-center gap-2 py-1">
              <input type="radio" name="start" value={value} defaultChecked={(typed.start ?? 'last') === value} className="size-5" />
              {label}
            </label>
          ))}
        </fieldset>
      ) : null}
      <div className="flex flex-wrap items-center gap-6">
        <Button disabled={pending}>{words.create}</Button>
        <a href={cancelUrl}>{words.cancel}</a>
      </div>
    </form>
  );
}
