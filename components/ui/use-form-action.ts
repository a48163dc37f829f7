'use client';
import {useActionState} from 'react';
import type {FormState} from '@/lib/actions/form-action';
import {useScripted} from './use-scripted';

type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * `useActionState` for a form whose request may never reach the server: that is a failure like any
 * other, with `offline` as its message and everything typed kept, and not the end of the page.
 * Until a script runs it is the action itself, which works without one.
 */
export function useFormAction(action: FormAction, offline: string) {
  const scripted = useScripted();
  return useActionState(scripted ? keepingInput(action, offline) : action, null);
}

function keepingInput(action: FormAction, offline: string): FormAction {
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
