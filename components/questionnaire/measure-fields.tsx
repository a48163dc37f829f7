'use client';
import {type FormEvent, type MouseEvent, useCallback, useEffect, useRef, useState} from 'react';
import {fieldName, readTypedAnswerFromForm} from '@/lib/answers/answer-form';
import type {CategoryPage, MeasureFields as Fields} from '@/lib/report/category-page';
import type {AnswerConflict} from '@/lib/report/save-words';
import {FieldErrors, INPUT_LOOK} from '../ui/field';
import {MeasureDetails} from './measure-details';
import {SaveStatus} from './save-status';
import {useAutosave} from './use-autosave';

type MeasureFieldsProps = {
  measure: Fields;
  page: CategoryPage;
  /** Problems that the form came back with, by field name. */
  formErrors: Readonly<Record<string, readonly string[]>>;
  /** The other answer that the form came back with. */
  conflict: AnswerConflict | undefined;
};

/** One measure: the question, what counts, five answers, and its note and evidence. Saves itself when changed. */
export function MeasureFields({measure, page, formErrors, conflict}: MeasureFieldsProps) {
  const {code} = measure;
  const {words} = page;
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [answer, setAnswer] = useState(measure.answer);
  const [shown, setShown] = useState(0);
  const {state, revision, save, accept, setState} = useAutosave({code, url: measure.saveUrl, revision: measure.answer.revision, offline: words.offline, conflict});

  const saveNow = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const form = fieldset.current?.form;
    if (form) void save(form);
  }, [save]);
  const saveWaiting = useCallback(() => {
    if (timer.current !== undefined) saveNow();
  }, [saveNow]);
  // Leaving a field or the page saves what was typed at once; passing through unchanged fields saves, and confirms, nothing.
  useEffect(() => {
    window.addEventListener('pagehide', saveWaiting);
    return () => window.removeEventListener('pagehide', saveWaiting);
  }, [saveWaiting]);
  const onInput = (event: FormEvent<HTMLFieldSetElement>) => {
    const target = event.target as HTMLInputElement;
    clearTimeout(timer.current);
    if (target.type === 'radio' || target.type === 'checkbox') saveNow();
    else timer.current = setTimeout(saveNow, 1200);
  };
  const atFirst = useRef(measure.answer);
  useEffect(() => {
    const form = fieldset.current?.form;
    if (!form) return;
    // An answer given before this script ran has made no event; a refused form's values wait for its buttons.
    const typed = readTypedAnswerFromForm(new FormData(form), code);
    if (typed.value !== atFirst.current.value) void save(form);
  }, [code, save]);

  const keepMine = (current: AnswerConflict['current']) => {
    accept(current);
    saveNow();
  };
  // Without JavaScript the press saves the page and opens it again with these fields.
  const openDetails = (event: MouseEvent) => {
    event.preventDefault();
    setOpened(true);
  };
  const takeTheirs = (current: AnswerConflict['current']) => {
    accept(current);
    setAnswer({...current, confirm: false});
    setOpened(opened || current.note !== '' || current.evidence.length > 0);
    setShown(shown + 1);
    setState({kind: 'idle'});
  };
  const errorsOf = (field: string) => {
    const saved = state.kind === 'failed' ? state.messages[field] : undefined;
    return saved ?? (state.kind === 'idle' ? formErrors[fieldName(code, field)] : undefined);
  };
  const [opened, setOpened] = useState(measure.opened || Object.keys(formErrors).some((name) => name.startsWith(`${code}.`) && name !== fieldName(code, 'value')));

  return (
    <fieldset ref={fieldset} id={code} onInput={onInput} onBlur={saveWaiting} className="measure my-8 scroll-mt-4 border-t border-line pt-4">
      <legend className="float-left w-full">
        <span className="text-quiet">{`${code} ${measure.name}`}</span>
        <span className="mt-1 block text-lg font-semibold">{measure.question}</span>
      </legend>
      <div className="clear-both pt-2">
        <p>
          <strong>{words['in-place-when']}</strong>
          {measure.inPlaceWhen}
        </p>
        <details className="my-1">
          <summary className="text-link">{words.why}</summary>
          <p className="mt-1 border-l-4 border-line pl-3">{measure.why}</p>
          <p className="mt-1 border-l-4 border-line pl-3">
            <strong>{words.better}</strong> {measure.better}
          </p>
          <p className="mt-1 border-l-4 border-line pl-3 text-quiet">
            {words['with-benchmarks']}
            {measure.benchmarks}
          </p>
        </details>
        {measure.carried ? <p className="my-2 border-l-8 border-stage-2 bg-[#fdf6e9] px-3 py-2">{measure.carried}</p> : null}
        <FieldErrors id={`${fieldName(code, 'value')}-error`} errors={errorsOf('value')} />
        <input type="hidden" name={fieldName(code, 'revision')} value={revision} />
        <div key={shown}>
          <div className="my-3 grid gap-2 sm:grid-cols-2 lg:grid-cols-5">
            {page.values.map(({value, label}, index) => (
              <label key={value} className="choice">
                <input
                  type="radio"
                  id={index === 0 ? fieldName(code, 'value') : undefined}
                  name={fieldName(code, 'value')}
                  value={value}
                  defaultChecked={answer.value === value}
                />
                {label}
              </label>
            ))}
          </div>
          {measure.carried ? (
            <label className="my-2 flex items-center gap-2">
              <input type="checkbox" name={fieldName(code, 'confirm')} value="yes" className="size-5" />
              {words.confirm}
            </label>
          ) : null}
          <label className="reason my-3 block">
            <span className="font-semibold">{words.reason}</span> <span className="text-sm text-quiet">{words['reason-hint']}</span>
            <FieldErrors id={`${fieldName(code, 'reason')}-error`} errors={errorsOf('reason')} />
            <textarea id={fieldName(code, 'reason')} name={fieldName(code, 'reason')} rows={2} defaultValue={answer.reason} className={INPUT_LOOK} />
          </label>
          {opened ? (
            <MeasureDetails measure={{...measure, answer}} page={page} errorsOf={errorsOf} />
          ) : (
            <button name="more" value={code} onClick={openDetails} className="text-link underline underline-offset-4">
              {words.more}
            </button>
          )}
        </div>
        <SaveStatus code={code} state={state} initial={measure.status} words={words} onRetry={saveNow} onKeep={keepMine} onTake={takeTheirs} />
        {revision > 0 ? (
          <a href={measure.changesUrl} className="text-sm">
            {words.changes}
          </a>
        ) : null}
      </div>
    </fieldset>
  );
}
