'use client';
import type {CategoryWords} from '@/lib/report/category-page';
import type {AnswerConflict} from '@/lib/report/save-words';
import {ConflictChoice} from './conflict-choice';
import type {SaveState} from './use-autosave';

type SaveStatusProps = {
  code: string;
  state: SaveState;
  /** What is shown until something is changed. */
  initial: string;
  words: CategoryWords;
  onRetry: () => void;
  onKeep: (current: AnswerConflict['current']) => void;
  onTake: (current: AnswerConflict['current']) => void;
};

const LINK = 'ml-2 font-semibold text-link underline underline-offset-4';

/** The visible save state of a measure, spoken when it changes. */
export function SaveStatus({code, state, initial, words, onRetry, onKeep, onTake}: SaveStatusProps) {
  return (
    <div role="status" className="min-h-7 text-sm">
      {state.kind === 'idle' && initial ? <span className="text-done">✓ {initial}</span> : null}
      {state.kind === 'saving' ? <span className="text-quiet">{words.saving}</span> : null}
      {state.kind === 'saved' ? <span className="text-done">✓ {state.at}</span> : null}
      {state.kind === 'waiting' ? (
        <span className="font-semibold text-alert">
          {words['not-saved']}
          {words[`${state.needs}-needed`]}
        </span>
      ) : null}
      {state.kind === 'failed' ? (
        <span className="font-semibold text-alert">
          {words['not-saved']}
          {state.message}
          <button type="button" onClick={onRetry} className={LINK}>
            {words.retry}
          </button>
        </span>
      ) : null}
      {state.kind === 'conflict' ? <ConflictChoice code={code} conflict={state} words={words} onKeep={onKeep} onTake={onTake} /> : null}
    </div>
  );
}
