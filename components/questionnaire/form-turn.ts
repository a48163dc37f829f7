'use client';
import {type RefObject, useEffect} from 'react';
import type {FormState} from '@/lib/actions/form-action';
import {fieldName, readTypedAnswerFromForm} from '@/lib/answers/answer-form';
import {newestOf, saysSame} from '@/lib/answers/outbox-entry';
import type {CategoryPage} from '@/lib/report/category-page';
import {outboxOf} from './outbox-of';

/**
 * Keeps a form from being sent while answers of it are on their way, or it would not know their revisions and be told
 * of a conflict with itself. Once they are saved, or can't be, it is sent.
 */
export function useFormTurn(form: RefObject<HTMLFormElement | null>, assessment: string): void {
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let state: 'free' | 'held' | 'let go' = 'free';
    const hold = (event: SubmitEvent) => {
      if (state === 'let go') {
        state = 'free';
        return;
      }
      const outbox = outboxOf(assessment);
      if (state === 'free' && !outbox.isBusy()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (state === 'held') return;
      state = 'held';
      void outbox.send().then(() => {
        // Once the fields show what was learnt.
        setTimeout(() => {
          state = 'let go';
          element.requestSubmit(event.submitter);
          state = 'free';
        });
      });
    };
    element.addEventListener('submit', hold, {capture: true});
    return () => element.removeEventListener('submit', hold, {capture: true});
  }, [form, assessment]);
}

/** Takes out of the outbox what a form has saved: all of it when it led on (null), else the measures without a problem. */
export function settleForm({assessmentId, measures}: CategoryPage, sent: FormData, result: FormState): void {
  if (result && result.code !== 'invalid') return;
  const outbox = outboxOf(assessmentId);
  const problems = Object.keys(result?.fieldErrors ?? {});
  for (const {code} of measures) {
    const entry = outbox.own.get(code);
    const {revision: _revision, confirm: _confirm, ...answer} = readTypedAnswerFromForm(sent, code);
    if (entry && !problems.some((name) => name.startsWith(fieldName(code, ''))) && saysSame(newestOf(entry).answer, answer)) outbox.drop(code);
  }
}
