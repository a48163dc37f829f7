'use client';
import type {FormState} from '@/lib/actions/form-action';
import {traitField} from '@/lib/answers/trait-form';
import type {TraitPage} from '@/lib/report/trait-page';
import {Button} from '../ui/button';
import {ErrorSummary} from '../ui/error-summary';
import {FieldErrors} from '../ui/field';
import {Notice} from '../ui/notice';
import {useFormAction} from '../ui/use-form-action';

type TraitFormProps = {
  page: TraitPage;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** The section on cluster traits: which description of each trait is nearest. Works without JavaScript. */
export function TraitForm({page, action}: TraitFormProps) {
  const {traits, words} = page;
  const [state, submit, pending] = useFormAction(action, words.offline);
  const typed = state?.input ?? page.initial;
  const errors = state?.fieldErrors ?? {};
  return (
    <form action={submit} inert={pending} noValidate key={state?.attempt ?? 'first'}>
      {state ? <ErrorSummary title={words.errorTitle} message={state.message} errors={errors} /> : null}
      <input type="hidden" name="assessment" value={page.assessmentId} />
      <p className="my-3">{page.lead}</p>
      {page.carried ? <Notice look="warning">{page.carried}</Notice> : null}
      {traits.map(({id, name, question, choices, passages, changesUrl}, index) => {
        const field = traitField(id, 'value');
        return (
          <fieldset key={id} id={id} className="my-8 scroll-mt-4 border-t border-line pt-4">
            <legend className="float-left w-full">
              <span className="text-quiet">{`${index + 1} ${name}`}</span>
              <span className="mt-1 block text-lg font-semibold">{question}</span>
            </legend>
            <div className="clear-both pt-2">
              <FieldErrors id={`${field}-error`} errors={errors[field]} />
              <input type="hidden" name={traitField(id, 'revision')} value={typed[traitField(id, 'revision')] ?? '0'} />
              <div className="my-3 grid gap-2">
                {choices.map(({value, label}, position) => (
                  <label key={value} className="choice">
                    <input type="radio" id={position === 0 ? field : undefined} name={field} value={value} defaultChecked={typed[field] === value} />
                    {label}
                  </label>
                ))}
              </div>
              <details className="text-sm text-quiet">
                <summary className="text-link">{words.passages}</summary>
                <ul className="mt-1 list-disc pl-5">
                  {passages.map((passage) => (
                    <li key={passage}>{passage}</li>
                  ))}
                </ul>
              </details>
              {changesUrl ? (
                <p className="mt-1 text-sm">
                  <a href={changesUrl}>{words.changes}</a>
                </p>
              ) : null}
            </div>
          </fieldset>
        );
      })}
      <p className="text-sm text-quiet">{page.source}</p>
      <div className="mt-4 flex flex-wrap items-center gap-4 border-t border-line py-6">
        <Button name="goTo" value="check" disabled={pending}>
          {words.saveCheck}
        </Button>
        <Button look="secondary" name="goTo" value="list" disabled={pending}>
          {words.saveList}
        </Button>
        <a href={page.skipUrl}>{words.skip}</a>
      </div>
    </form>
  );
}
