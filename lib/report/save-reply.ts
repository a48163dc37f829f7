import type {Settlement} from '@/lib/answers/outbox-entry';
import type {AnswerConflict} from './save-words';

/** What the server said of a save, or that it said nothing of use. */
export type SaveReply =
  | {kind: 'saved'; revision: number; at: string}
  /** Saved, and changed by somebody since. */
  | {kind: 'replaced'; revision: number; conflict: AnswerConflict}
  | {kind: 'conflict'; conflict: AnswerConflict}
  /** Never to be saved as it is; `messages` by field path within the measure. */
  | {kind: 'refused'; message: string; messages: Record<string, string[]>}
  /** The assessment takes no more answers. */
  | {kind: 'over'; message: string}
  /** To be sent again later; the message is empty where the server gave none. */
  | {kind: 'waits'; message: string};

type Body = {
  answer?: {revision: number};
  saved?: string;
  conflict?: AnswerConflict;
  error?: {code: string; message: string; issues: {path: string; message: string}[]; conflict?: AnswerConflict};
};

const OVER = ['not-found', 'assessment-final', 'profile-archived'];
/** Refusals that pass by themselves. */
const PASSING = [408, 425, 429];

/**
 * Reads the answer to a save. Only the product's own words end the waiting: whatever something between it and the browser
 * says (an error page, a network's log-in page) is neither an acknowledgement nor a refusal.
 */
export function readSaveReply(status: number, body: unknown): SaveReply {
  const {answer, saved, conflict, error} = (typeof body === 'object' && body !== null ? body : {}) as Body;
  if (status === 200 && answer && Number.isSafeInteger(answer.revision) && typeof saved === 'string') {
    return conflict ? {kind: 'replaced', revision: answer.revision, conflict} : {kind: 'saved', revision: answer.revision, at: saved};
  }
  if (!error || typeof error.message !== 'string' || !Array.isArray(error.issues)) return {kind: 'waits', message: ''};
  const {code, message, issues} = error;
  if (status < 400 || status >= 500 || PASSING.includes(status)) return {kind: 'waits', message};
  if (error.conflict) return {kind: 'conflict', conflict: error.conflict};
  if (OVER.includes(code)) return {kind: 'over', message};
  const messages: Record<string, string[]> = {};
  for (const issue of issues) (messages[issue.path.replace(/^answer\./, '')] ??= []).push(issue.message);
  return {kind: 'refused', message, messages};
}

/** What an answer to a save makes of the entry that was sent. */
export function settlementOf(reply: Exclude<SaveReply, {kind: 'waits'}>): Settlement {
  if (reply.kind === 'saved' || reply.kind === 'replaced') return reply;
  // A conflict is told in full where it can be settled, from what the server says then.
  return {kind: 'stopped', why: reply.kind, message: 'message' in reply ? reply.message : ''};
}
