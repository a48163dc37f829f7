'use client';
import {type RefObject, useCallback, useEffect, useRef, useState} from 'react';
import {type TypedAnswer, readTypedAnswerFromForm} from '@/lib/answers/answer-form';
import type {MeasureFields} from '@/lib/report/category-page';
import type {AnswerConflict} from '@/lib/report/save-words';
import {outboxOf} from './outbox-of';
import type {SaveState} from './outbox-view';
import {useOutbox} from './use-outbox';

type Options = {
  assessment: string;
  category: string;
  measure: MeasureFields;
  /** Some element of the form. */
  within: RefObject<HTMLElement & {form: HTMLFormElement | null} | null>;
  /** The other answer that a form came back with. */
  conflict: AnswerConflict | undefined;
};

/** Keeps one measure of a form saved: whatever is typed goes into the outbox at once, and from there to the server. */
export function useAutosave({assessment, category, measure, within, conflict}: Options) {
  const {code, name, answer: stored} = measure;
  const {measures, saved} = useOutbox(assessment);
  // A form that came back with a conflict goes on waiting for the choice.
  const [told, setTold] = useState(conflict);
  // What the page, or a choice made on it, knows to be stored.
  const [seen, setSeen] = useState(stored.revision);
  // A refused form comes back with what was typed, and without a status: that is not stored.
  const atFirst = useRef({stored, isStored: measure.status !== ''});

  const save = useCallback(
    (pause = false) => {
      const form = within.current?.form;
      if (!form) return;
      const {revision: _revision, confirm: _confirm, ...answer} = readTypedAnswerFromForm(new FormData(form), code);
      outboxOf(assessment).type({assessment, category, measure: code, name}, answer, pause);
    },
    [assessment, category, code, name, within],
  );
  const saveWaiting = useCallback(() => outboxOf(assessment).endPause(code), [assessment, code]);

  useEffect(() => {
    const outbox = outboxOf(assessment);
    const {revision, confirm: _confirm, ...answer} = atFirst.current.stored;
    outbox.stands(code, {answer: atFirst.current.isStored ? answer : null, revision});
    const form = within.current?.form;
    // An answer given before this script ran has made no event; a refused form's values wait for its buttons.
    if (form && !outbox.own.has(code) && readTypedAnswerFromForm(new FormData(form), code).value !== answer.value) save();
  }, [assessment, code, save, within]);

  const unsaved = measures.get(code);
  const acknowledged = saved.get(code);
  const fallback: SaveState = acknowledged ? {kind: 'saved', at: acknowledged.at} : {kind: 'idle'};
  const quiet: SaveState = told && !acknowledged ? {kind: 'conflict', ...told} : fallback;

  /** What was typed replaces what the server has. */
  const keepMine = (current: AnswerConflict['current']) => {
    setTold(undefined);
    setSeen(current.revision);
    outboxOf(assessment).accept(code, current.revision);
    save();
  };
  /** What the server has replaces what was typed. */
  const takeTheirs = ({revision, ...answer}: Omit<TypedAnswer, 'confirm'>) => {
    setTold(undefined);
    setSeen(revision);
    outboxOf(assessment).drop(code, {answer, revision});
  };

  return {
    state: unsaved?.state ?? quiet,
    /** What the form's buttons send as seen. */
    revision: unsaved?.revision ?? Math.max(seen, acknowledged?.revision ?? 0),
    /** What an earlier page has left unsaved, to be shown in the fields. */
    left: unsaved?.typed ?? null,
    save,
    saveWaiting,
    keepMine,
    takeTheirs,
  };
}
