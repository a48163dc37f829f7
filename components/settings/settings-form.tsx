'use client';
import type {FormState} from '@/lib/actions/form-action';
import type {SettingsFormView} from '@/lib/report/settings-form';
import {Button} from '../ui/button';
import {ErrorSummary} from '../ui/error-summary';
import {TextField} from '../ui/field';
import {useFormAction} from '../ui/use-form-action';

type SettingsFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  view: SettingsFormView;
  cancelUrl: string;
};

/** Who issues and writes the reports, and their logo. Works without JavaScript. */
export function SettingsForm({action, view, cancelUrl}: SettingsFormProps) {
  const {initial, logo, words} = view;
  const [state, submit, pending] = useFormAction(action, words.offline);
  const typed: Readonly<Record<string, string>> = state?.input ?? initial;
  const errors = state?.fieldErrors ?? {};
  return (
    <form action={submit} inert={pending} noValidate key={state?.attempt ?? 'first'}>
      {state ? <ErrorSummary title={words['error-title']} message={state.message} errors={errors} /> : null}
      <input type="hidden" name="revision" value={typed.revision ?? '0'} />
      <TextField
        name="name"
        label={words.name}
        hint={words['name-hint']}
        defaultValue={typed.name ?? ''}
        errors={errors.name}
        autoComplete="organization"
      />
      <TextField name="author" label={words.author} hint={words['author-hint']} defaultValue={typed.author ?? ''} errors={errors.author} />
      {logo ? (
        <figure className="my-5">
          <figcaption className="font-semibold">{words['logo-now']}</figcaption>
          <img src={logo.href} width={logo.width} height={logo.height} alt={words['logo-now']} className="mt-1 h-auto max-h-40 w-auto max-w-full border border-line p-2" />
          <label className="mt-2 flex items-center gap-2">
            <input type="checkbox" name="removeLogo" defaultChecked={typed.removeLogo !== undefined} className="size-5" />
            {words['logo-remove']}
          </label>
        </figure>
      ) : null}
      <TextField
        type="file"
        name="logo"
        accept="image/png,image/jpeg"
        label={logo ? words['logo-replace'] : words.logo}
        hint={words['logo-hint']}
        errors={errors.logo}
      />
      <div className="flex flex-wrap items-center gap-6">
        <Button disabled={pending}>{words.save}</Button>
        <a href={cancelUrl}>{words.cancel}</a>
      </div>
    </form>
  );
}
