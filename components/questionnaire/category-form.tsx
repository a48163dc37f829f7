'use client';
import {useCallback, useMemo, useRef} from 'react';
import type {FormState} from '@/lib/actions/form-action';
import {type CategoryPageTexts, readCategoryPage, withTyped} from '@/lib/report/category-page';
import {Button} from '../ui/button';
import {ErrorSummary} from '../ui/error-summary';
import {useFormAction} from '../ui/use-form-action';
import {MeasureFields} from './measure-fields';
import {OutboxNotice} from './outbox-notice';
import {settleForm, useFormTurn} from './form-turn';

type CategoryFormProps = CategoryPageTexts & {
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** The form of one category page. Works without JavaScript; with it every answer is saved as it is given. */
export function CategoryForm({common, own, action}: CategoryFormProps) {
  const stored = useMemo(() => readCategoryPage({common, own}), [common, own]);
  const form = useRef<HTMLFormElement>(null);
  const settled = useCallback((sent: FormData, result: FormState) => settleForm(stored, sent, result), [stored]);
  const [state, submit, pending] = useFormAction(action, stored.words.offline, {settled});
  useFormTurn(form, stored.assessmentId);
  const page = useMemo(() => (state ? withTyped(stored, state.input) : stored), [state, stored]);
  // A refused form is shown anew with what was typed; React would otherwise reset its fields.
  const attempt = state?.attempt ?? 'first';
  const {words} = page;
  return (
    <form ref={form} action={submit} inert={pending} noValidate>
      {state ? <ErrorSummary key={attempt} title={words['error-title']} message={state.message} errors={state.fieldErrors} /> : null}
      <input type="hidden" name="assessment" value={page.assessmentId} />
      <input type="hidden" name="category" value={page.category} />
      <input type="hidden" name="saveId" value={page.formId} />
      {/* What Enter in a text field presses; otherwise it would be the first measure's own button. */}
      <button name="goTo" value="next" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <OutboxNotice assessment={page.assessmentId} words={page.outbox} />
      <p className="my-4 text-quiet">{page.meanings}</p>
      {page.measures.map((measure) => (
        <MeasureFields
          key={`${measure.code}-${attempt}`}
          measure={measure}
          page={page}
          formErrors={state?.fieldErrors ?? {}}
          conflict={state?.conflicts?.[measure.code]}
        />
      ))}
      <div className="flex flex-wrap gap-4 border-t border-line py-6">
        <Button name="goTo" value="next" disabled={pending}>
          {words.continue}
        </Button>
        <Button look="secondary" name="goTo" value="list" disabled={pending}>
          {words['save-list']}
        </Button>
      </div>
    </form>
  );
}
