'use client';
import {type OutboxWords, measureAddress} from '@/lib/report/outbox-words';
import {Notice} from '../ui/notice';
import {outboxOf} from './outbox-of';
import type {SaveState, UnsavedRow} from './outbox-view';
import {RetryTime} from './retry-time';
import {UnsentText} from './unsent-text';
import {useOutbox} from './use-outbox';

/** Says what of an assessment is not saved on the server, why, and where; nothing when all of it is. */
export function OutboxNotice({assessment, words}: {assessment: string; words: OutboxWords}) {
  const {rows, isKept, lastSaved} = useOutbox(assessment);
  const count = rows.length > 0 ? `${words.count.replace('{n}', String(rows.length))} ${isKept ? words.kept : words['not-kept']}` : '';
  return (
    <div data-unsent={rows.length}>
      {/* Always there, for only what changes within it is spoken. */}
      <p role="status" className={count ? 'mt-4 font-semibold text-alert' : undefined}>
        {count}
      </p>
      {rows.length > 0 ? (
        <Notice look="warning">
          {lastSaved ? <p className="text-sm text-quiet">{words.last + lastSaved}</p> : null}
          <RetryTime assessment={assessment} words={words} />
          <ul className="my-2">
            {rows.map((row) => (
              <UnsentRow key={`${row.entry.measure} ${row.entry.order}`} row={row} words={words} />
            ))}
          </ul>
          <div className="flex flex-wrap gap-x-4">
            {rows.some(({elsewhere}) => !elsewhere) ? (
              <button type="button" onClick={() => void outboxOf(assessment).send()} className="font-semibold text-link underline underline-offset-4">
                {words.retry}
              </button>
            ) : null}
            <UnsentText entries={rows.map(({entry}) => entry)} words={words} />
          </div>
        </Notice>
      ) : null}
    </div>
  );
}

function UnsentRow({row: {entry, state, elsewhere}, words}: {row: UnsavedRow; words: OutboxWords}) {
  const isStopped = entry.stop !== null && entry.stop.why !== 'conflict';
  return (
    <li className="py-1">
      <a href={measureAddress(entry)}>{`${entry.measure} ${entry.name}`}</a>
      <span className="ml-2">{elsewhere ? words.elsewhere : explain(state, words)}</span>
      {isStopped && !elsewhere ? (
        <details>
          <summary className="text-alert">{words.discard}</summary>
          <p>{words['discard-text']}</p>
          <button
            type="button"
            aria-label={`${words['discard-sure']} ${entry.measure}`}
            onClick={() => outboxOf(entry.assessment).drop(entry.measure)}
            className="font-semibold text-alert underline underline-offset-4"
          >
            {words['discard-sure']}
          </button>
        </details>
      ) : null}
    </li>
  );
}

function explain(state: SaveState, words: OutboxWords): string {
  switch (state.kind) {
    case 'waiting':
      return words[`${state.needs}-needed`];
    case 'queued':
      return state.message || words.offline;
    case 'failed':
      return state.message || words.conflict;
    case 'conflict':
      return words.conflict;
    default:
      return words.sending;
  }
}
