'use client';
import type {CategoryWords} from '@/lib/report/category-page';
import type {SaveState, ServerAnswer} from './use-autosave';

type SaveStatusProps = {
  state: SaveState;
  /** What is shown until something is changed. */
  initial: string;
  words: CategoryWords;
  onRetry: () => void;
  onKeep: (current: ServerAnswer) => void;
  onTake: (current: ServerAnswer) => void;
};

const LINK = 'ml-2 font-semibold text-link underline underline-offset-4';

/** The visible save state of a measure, spoken when it changes. */
export function SaveStatus({state, initial, words, onRetry, onKeep, onTake}: SaveStatusProps) {
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
      {state.kind === 'conflict' ? (
        <div className="border-l-8 border-alert bg-[#fdf2f2] px-3 py-2">
          <p className="font-semibold">{words['conflict-title']}</p>
          <p>{state.message}</p>
          <button type="button" onClick={() => onKeep(state.current)} className="mr-4 font-semibold text-link underline underline-offset-4">
            {words['conflict-keep']}
          </button>
          <button type="button" onClick={() => onTake(state.current)} className="font-semibold text-link underline underline-offset-4">
            {words['conflict-take']}
          </button>
        </div>
      ) : null}
    </div>
  );
}
