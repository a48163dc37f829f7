'use client';
import {useCallback, useEffect, useRef, useState} from 'react';
import {flushSync} from 'react-dom';
import {readTypedAnswerFromForm} from '@/lib/answers/answer-form';
import type {AnswerConflict} from '@/lib/report/save-words';

export type SaveState =
  | {kind: 'idle'}
  /** Something was typed that can't be kept without this. */
  | {kind: 'waiting'; needs: 'answer' | 'reason'}
  | {kind: 'saving'}
  | {kind: 'saved'; at: string}
  /** `messages` by field path within the measure; `message` says what happened in general. */
  | {kind: 'failed'; message: string; messages: Record<string, string[]>}
  | ({kind: 'conflict'} & AnswerConflict);

type Failure = {error: {code: string; message: string; issues: {path: string; message: string}[]; conflict?: AnswerConflict}};

type Options = {code: string; url: string; revision: number; offline: string; conflict: AnswerConflict | undefined};

/**
 * Keeps one measure of a form saved: one request an answer, one at a time, the newest state last.
 * Leaving the page while something is unsaved asks the browser to warn.
 */
export function useAutosave({code, url, revision: first, offline, conflict: told}: Options) {
  // A form that came back with a conflict goes on waiting for the choice.
  const [state, setState] = useState<SaveState>(told ? {kind: 'conflict', ...told} : {kind: 'idle'});
  const revision = useRef(first);
  // Shown to the form, whose buttons send the revision that this page has last seen.
  const [seen, setSeen] = useState(first);
  const sent = useRef<{body: string; state: SaveState} | null>(null);
  const running = useRef<{again: HTMLFormElement | null} | null>(null);

  const saveOnce = useCallback(
    async (form: HTMLFormElement): Promise<SaveState> => {
      const {revision: _form, confirm: _confirm, ...answer} = readTypedAnswerFromForm(new FormData(form), code);
      if (answer.value === '') {
        const blank = answer.note.trim() === '' && answer.reason.trim() === '' && answer.evidence.length === 0;
        return blank ? {kind: 'idle'} : {kind: 'waiting', needs: 'answer'};
      }
      if (answer.value === 'not-applicable' && answer.reason.trim() === '') return {kind: 'waiting', needs: 'reason'};
      const body = JSON.stringify({answer, revision: revision.current});
      if (body === sent.current?.body) return sent.current.state;
      setState({kind: 'saving'});
      const next = await send(url, body, offline);
      if (next.kind === 'saved') {
        revision.current = next.revision;
        sent.current = {body: JSON.stringify({answer, revision: next.revision}), state: next};
        // At once, because a form that is being held is sent next.
        flushSync(() => setSeen(next.revision));
      }
      return next;
    },
    [code, url, offline],
  );

  const save = useCallback(
    async (form: HTMLFormElement): Promise<void> => {
      if (running.current) {
        running.current.again = form;
        return;
      }
      const run: {again: HTMLFormElement | null} = {again: form};
      running.current = run;
      const release = holdForm(form);
      while (run.again) {
        const latest = run.again;
        run.again = null;
        const next = await saveOnce(latest);
        setState(next);
        // A conflict waits for a choice, whatever was typed meanwhile.
        if (next.kind === 'conflict') break;
      }
      running.current = null;
      release();
    },
    [saveOnce],
  );

  /** After a conflict: the next save replaces what the server has. */
  const accept = useCallback((current: AnswerConflict['current']) => {
    revision.current = current.revision;
    sent.current = null;
    setSeen(current.revision);
  }, []);

  const unsaved = state.kind !== 'idle' && state.kind !== 'saved';
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);

  return {state, revision: seen, save, accept, setState};
}

/**
 * Keeps a form from being sent while an answer of it is on its way, or it would not know that answer's
 * revision and be told of a conflict with itself. What it returns lets the form go, and sends it if that was asked for.
 */
function holdForm(form: HTMLFormElement): () => void {
  let asked: {by: HTMLElement | null} | undefined;
  const hold = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    asked = {by: event.submitter};
  };
  form.addEventListener('submit', hold, {capture: true});
  return () => {
    form.removeEventListener('submit', hold, {capture: true});
    if (asked) form.requestSubmit(asked.by);
  };
}

async function send(url: string, body: string, offline: string): Promise<SaveState & {revision: number}> {
  try {
    const response = await fetch(url, {method: 'PUT', headers: {'content-type': 'application/json'}, body, keepalive: true});
    const result: {answer: {revision: number}; saved: string} | Failure = await response.json();
    if ('answer' in result) return {kind: 'saved', at: result.saved, revision: result.answer.revision};
    const {message, issues, conflict} = result.error;
    if (conflict) return {kind: 'conflict', ...conflict, revision: conflict.current.revision};
    const messages: Record<string, string[]> = {};
    for (const issue of issues) (messages[issue.path.replace(/^answer\./, '')] ??= []).push(issue.message);
    return {kind: 'failed', message, messages, revision: 0};
  } catch {
    return {kind: 'failed', message: offline, messages: {}, revision: 0};
  }
}
