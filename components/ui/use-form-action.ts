'use client';
import {useActionState} from 'react';
import type {FormFailure} from '@/lib/actions/form-action';
import {useScripted} from './use-scripted';

type FormAction<State> = (state: Awaited<State>, form: FormData) => Promise<State>;

/** What is shown when the server can't be reached: the failure, unless a form has more to keep. */
type Keep<State> = (before: Awaited<State>, failure: FormFailure) => State;

/** Told what came of a form that the server has answered: null when it led on to another page. */
type Settled<State> = (form: FormData, result: State | null) => void;

type Options<State> = {keep?: Keep<State>; settled?: Settled<State>};

/**
 * `useActionState` for a form whose request may never reach the server: that is a failure like any
 * other, with `offline` as its message and everything typed kept, and not the end of the page.
 * Until a script runs it is the action itself, which works without one. `State` is what an action gives that stays on
 * its page.
 */
export function useFormAction<State>(action: FormAction<State | FormFailure | null>, offline: string, {keep = failureOnly, settled}: Options<State | FormFailure | null> = {}) {
  const scripted = useScripted();
  return useActionState<State | FormFailure | null, FormData>(scripted ? keepingInput(action, offline, keep, settled) : action, null as Awaited<State | FormFailure | null>);
}

function failureOnly(_before: unknown, failure: FormFailure): FormFailure {
  return failure;
}

function keepingInput<State>(action: FormAction<State | FormFailure | null>, offline: string, keep: Keep<State | FormFailure | null>, settled?: Settled<State | FormFailure | null>): FormAction<State | FormFailure | null> {
  return async (state, form) => {
    // Left empty, a field for a file holds one without a name, which would arrive as an empty file with one.
    const empty = [...form].filter(([, value]) => value instanceof File && value.name === '' && value.size === 0);
    for (const [name] of empty) form.delete(name);
    try {
      const result = await action(state, form);
      settled?.(form, result);
      return result;
    } catch (error) {
      // What the server or the router throws, a redirect among them, bears a digest.
      if (error instanceof Error && 'digest' in error) {
        if (String(error.digest).startsWith('NEXT_REDIRECT')) settled?.(form, null);
        throw error;
      }
      const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$ACTION'));
      return keep(state, {ok: false, code: 'unexpected', message: offline, fieldErrors: {}, input: Object.fromEntries(texts), attempt: String(performance.now())});
    }
  };
}
