'use client';
import type {FormState} from '@/lib/actions/form-action';
import type {CountyChoice} from '@/lib/divisions/search-choices';
import type {ProfileFormWords} from '@/lib/report/profile-form';
import {Button} from '../ui/button';
import {ErrorSummary} from '../ui/error-summary';
import {TextField} from '../ui/field';
import {useFormAction} from '../ui/use-form-action';
import {CountyPicker} from './county-picker';

type ProfileFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  searchUrl: string;
  cancelUrl: string;
  /** Field texts to begin with; names as in the form. With a `saveId` the form makes a profile, once however often it is sent. */
  initial: Readonly<Record<string, string>>;
  found: readonly CountyChoice[] | null;
  words: ProfileFormWords;
};

/** County, industry cluster and optional context figures. Works without JavaScript. */
export function ProfileForm({action, searchUrl, cancelUrl, initial, found, words}: ProfileFormProps) {
  const [state, submit, pending] = useFormAction(action, words.offline);
  const typed = state?.input ?? initial;
  const errors = state?.fieldErrors ?? {};
  const attempt = state?.attempt ?? 'first';
  const figureErrors = words.figureFields.some(({name}) => errors[name]);
  return (
    <form action={submit} inert={pending} noValidate key={attempt}>
      {state ? <ErrorSummary title={words.errorTitle} message={state.message} errors={errors} /> : null}
      {typed.saveId ? <input type="hidden" name="saveId" value={typed.saveId} /> : null}
      <CountyPicker
        searchUrl={searchUrl}
        initial={{
          code: typed.divisionCode ?? '',
          county: typed.county ?? '',
          prefecture: typed.prefecture ?? '',
          province: typed.province ?? '',
          search: typed.search ?? '',
        }}
        found={found}
        errors={errors}
        words={words.picker}
      />
      <TextField name="industry" label={words.industry} hint={words.industryHint} defaultValue={typed.industry ?? ''} errors={errors.industry} />
      <details open={figureErrors || words.figureFields.some(({name}) => typed[name])} className="my-6">
        <summary className="font-semibold text-link">{words.figures}</summary>
        <p className="text-quiet">{words.figuresHint}</p>
        <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {words.figureFields.map(({name, label}) => (
            <TextField key={name} name={name} label={label} inputMode="decimal" defaultValue={typed[name] ?? ''} errors={errors[name]} />
          ))}
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-6">
        <Button disabled={pending}>{words.save}</Button>
        <a href={cancelUrl}>{words.cancel}</a>
      </div>
    </form>
  );
}
