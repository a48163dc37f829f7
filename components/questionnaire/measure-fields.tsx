'use client';
import {type FormEvent, type MouseEvent, useRef, useState} from 'react';
import {fieldName} from '@/lib/answers/answer-form';
import type {TypedContent} from '@/lib/answers/outbox-entry';
import type {CategoryPage, MeasureFields as Fields} from '@/lib/report/category-page';
import type {AnswerConflict} from '@/lib/report/save-words';
import {FieldErrors, INPUT_LOOK} from '../ui/field';
import {MeasureDetails} from './measure-details';
import {MeasureMeaning} from './measure-meaning';
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
  const [answer, setAnswer] = useState(measure.answer);
  const [shown, setShown] = useState(0);
  const [touched, setTouched] = useState(false);
  const [shownLeft, setShownLeft] = useState<string | null>(null);
  const [opened, setOpened] = useState(measure.opened || Object.keys(formErrors).some((name) => name.startsWith(`${code}.`) && name !== fieldName(code, 'value')));
  const {state, revision, left, save, saveWaiting, keepMine, takeTheirs} = useAutosave({assessment: page.assessmentId, category: page.category, measure, within: fieldset, conflict});

  const onInput = (event: FormEvent<HTMLFieldSetElement>) => {
    const {type} = event.target as HTMLInputElement;
    setTouched(true);
    save(type !== 'radio' && type !== 'checkbox');
  };
  // Without JavaScript the press saves the page and opens it again with these fields.
  const openDetails = (event: MouseEvent) => {
    event.preventDefault();
    setOpened(true);
  };
  const showAnswer = (next: TypedContent) => {
    setAnswer({...answer, ...next, confirm: false});
    setOpened(opened || next.note !== '' || next.evidence.length > 0);
    setShown(shown + 1);
  };
  const leftText = left && JSON.stringify(left);
  if (leftText && leftText !== shownLeft) {
    setShownLeft(leftText);
    showAnswer(JSON.parse(leftText) as TypedContent);
  }
  const onTake = (current: AnswerConflict['current']) => {
    takeTheirs(current);
    showAnswer(current);
  };
  const errorsOf = (field: string) => (state.kind === 'failed' ? state.messages[field] : undefined) ?? (touched ? undefined : formErrors[fieldName(code, field)]);

  return (
    <fieldset ref={fieldset} id={code} onInput={onInput} onBlur={saveWaiting} className="measure my-8 scroll-mt-4 border-t border-line pt-4">
      <legend className="float-left w-full">
        <span className="text-quiet">{`${code} ${measure.name}`}</span>
        <span className="mt-1 block text-lg font-semibold">{measure.question}</span>
      </legend>
      <div className="clear-both pt-2">
        <MeasureMeaning measure={measure} words={words} />
        {measure.carried ? <p className="my-2 border-l-8 border-stage-2 bg-[#fdf6e9] px-3 py-2">{measure.carried}</p> : null}
        <FieldErrors id={`${fieldName(code, 'value')}-error`} errors={errorsOf('value')} />
        <input type="hidden" name={fieldName(code, 'revision')} value={revision} />
        <div key={`value ${shown}`} className="mt-3 mb-1 grid gap-2 sm:grid-cols-2 lg:grid-cols-5">
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
        {/* Beside what was chosen and what is typed, where it is seen without scrolling. */}
        <SaveStatus code={code} state={state} initial={measure.status} isLeft={left !== null} page={page} onRetry={() => save()} onKeep={keepMine} onTake={onTake} />
        <div key={`more ${shown}`}>
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
        {revision > 0 ? (
          <p className="mt-1 text-sm">
            <a href={measure.changesUrl}>{words.changes}</a>
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}
