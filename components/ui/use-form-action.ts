'use client';
import {useActionState} from 'react';
import type {FormFailure} from '@/lib/actions/form-action';
import {useScripted} from './use-scripted';

type FormAction<Done> = (state: FormFailure | Done | null, form: FormData) => Promise<FormFailure | Done | null>;

/**
 * `useActionState` for a form whose request may never reach the server: that is a failure like any
 * other, with `offline` as its message and everything typed kept, and not the end of the page.
 * Until a script runs it is the action itself, which works without one. `Done` is what an action gives that stays
 * on its page.
 */
export function useFormAction<Done = never>(action: FormAction<Done>, offline: string) {
  const scripted = useScripted();
  return useActionState<FormFailure | Done | null, FormData>(scripted ? keepingInput(action, offline) : action, null);
}

function keepingInput<Done>(action: FormAction<Done>, offline: string): FormAction<Done> {
  return async (state, form) => {
    try {
      return await action(state, form);
    } catch (error) {
      // What the server or the router throws, a redirect among them, bears a digest.
      if (error instanceof Error && 'digest' in error) throw error;
      const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$ACTION'));
      return {ok: false, code: 'unexpected', message: offline, fieldErrors: {}, input: Object.fromEntries(texts), attempt: String(performance.now())};
    }
  };
}
