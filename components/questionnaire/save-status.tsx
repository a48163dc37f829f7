'use client';
import type {CategoryPage} from '@/lib/report/category-page';
import type {AnswerConflict} from '@/lib/report/save-words';
import {ConflictChoice} from './conflict-choice';
import type {SaveState} from './outbox-view';
import {RetryTime} from './retry-time';

type SaveStatusProps = {
  code: string;
  state: SaveState;
  /** What is shown until something is changed. */
  initial: string;
  /** Whether the fields hold what an earlier page has left unsaved. */
  isLeft: boolean;
  page: CategoryPage;
  onRetry: () => void;
  onKeep: (current: AnswerConflict['current']) => void;
  onTake: (current: AnswerConflict['current']) => void;
};

const LINK = 'ml-2 font-semibold text-link underline underline-offset-4';

/** The visible save state of a measure, spoken when it changes. */
export function SaveStatus({code, state, initial, isLeft, page, onRetry, onKeep, onTake}: SaveStatusProps) {
  const {words, outbox, assessmentId} = page;
  const isTried = state.kind === 'failed' || state.kind === 'queued';
  return (
    <div className="min-h-7 text-sm">
      <div role="status">
        {isLeft && state.kind !== 'saved' && state.kind !== 'idle' ? <span className="mr-2 font-semibold text-alert">{outbox.back}</span> : null}
        {state.kind === 'idle' && initial ? <span className="text-done">✓ {initial}</span> : null}
        {state.kind === 'saving' ? <span className="text-quiet">{words.saving}</span> : null}
        {state.kind === 'saved' ? <span className="text-done">✓ {state.at}</span> : null}
        {state.kind === 'waiting' ? (
          <span className="font-semibold text-alert">
            {words['not-saved']}
            {words[`${state.needs}-needed`]}
          </span>
        ) : null}
        {isTried ? (
          <span className="font-semibold text-alert">
            {words['not-saved']}
            {state.message || words.offline}
            <button type="button" onClick={onRetry} className={LINK}>
              {words.retry}
            </button>
          </span>
        ) : null}
        {state.kind === 'conflict' ? <ConflictChoice code={code} conflict={state} words={words} onKeep={onKeep} onTake={onTake} /> : null}
      </div>
      {state.kind === 'queued' ? <RetryTime assessment={assessmentId} words={outbox} /> : null}
    </div>
  );
}
