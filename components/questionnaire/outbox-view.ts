import {type OutboxEntry, type TypedContent, inOrder, needOf, newestOf, saveToSend} from '@/lib/answers/outbox-entry';
import type {SaveReply} from '@/lib/report/save-reply';
import type {AnswerConflict} from '@/lib/report/save-words';

export type SaveState =
  | {kind: 'idle'}
  /** Something was typed that can't be saved without this. */
  | {kind: 'waiting'; needs: 'answer' | 'reason'}
  | {kind: 'saving'}
  | {kind: 'saved'; at: string}
  /** Sent in vain, and to be sent again; `message` is empty when no server answered. */
  | {kind: 'queued'; message: string}
  /** `messages` by field path within the measure; `message` says what happened in general. */
  | {kind: 'failed'; message: string; messages: Record<string, string[]>}
  | ({kind: 'conflict'} & AnswerConflict);

/** One measure with something unsaved; `typed` is what its fields should hold when an earlier page has left it. */
export type MeasureView = {state: SaveState; revision: number; typed: TypedContent | null};

export type UnsavedRow = {entry: OutboxEntry; state: SaveState; elsewhere: boolean};

/** All that pages show of an outbox. */
export type OutboxView = {
  measures: ReadonlyMap<string, MeasureView>;
  saved: ReadonlyMap<string, {at: string; revision: number}>;
  /** What people have to know of: not what was typed a moment ago and is on its way. */
  rows: readonly UnsavedRow[];
  isKept: boolean;
  /** When it is tried again, in milliseconds; 0 while nothing waits for that. */
  retryAt: number;
  /** The server's words of the last acknowledgement in this page; empty before one. */
  lastSaved: string;
};

/** The view of a page that was not taken over by a script yet. */
export const EMPTY_VIEW: OutboxView = {measures: new Map(), saved: new Map(), rows: [], isKept: true, retryAt: 0, lastSaved: ''};

type Source = {
  own: ReadonlyMap<string, OutboxEntry>;
  others: readonly OutboxEntry[];
  unkept: ReadonlySet<string>;
  replies: ReadonlyMap<string, SaveReply>;
  found: ReadonlySet<string>;
  tries: number;
  retryAt: number;
  why: string;
  lastSaved: string;
};

/** Says of each measure and of the whole what is not saved, and why. */
export function viewOutbox(source: Source): OutboxView {
  const {own, others, unkept, replies, found, tries, retryAt} = source;
  const stateOf = (entry: OutboxEntry) => describeState(entry, replies.get(entry.measure), source);
  const rows = inOrder(own.values()).map((entry) => ({entry, state: stateOf(entry), elsewhere: false}));
  const saved = [...replies].flatMap(([measure, reply]) => (reply.kind === 'saved' && !own.has(measure) ? [[measure, reply] as const] : []));
  return {
    measures: new Map(
      rows.map(({entry, state}) => [entry.measure, {state, revision: newestOf(entry).revision, typed: found.has(entry.measure) ? newestOf(entry).answer : null}]),
    ),
    saved: new Map(saved),
    rows: [
      ...rows.filter(({entry, state}) => state.kind !== 'saving' || found.has(entry.measure) || unkept.has(entry.measure)),
      ...inOrder(others).map((entry) => ({entry, state: describeState(entry, undefined, {tries: 0, why: ''}), elsewhere: true})),
    ],
    isKept: unkept.size === 0,
    lastSaved: source.lastSaved,
    retryAt: tries > 0 && [...own.values()].some(saveToSend) ? retryAt : 0,
  };
}

function describeState(entry: OutboxEntry, reply: SaveReply | undefined, {tries, why}: Pick<Source, 'tries' | 'why'>): SaveState {
  if (entry.stop) {
    if (reply && 'conflict' in reply) return {kind: 'conflict', ...reply.conflict};
    return {kind: 'failed', message: entry.stop.message, messages: reply?.kind === 'refused' ? reply.messages : {}};
  }
  if (!saveToSend(entry)) return {kind: 'waiting', needs: needOf(newestOf(entry).answer) === 'reason' ? 'reason' : 'answer'};
  return tries > 0 ? {kind: 'queued', message: why} : {kind: 'saving'};
}
