import {EVIDENCE_FIELDS, type TypedAnswer} from './answer-form';

/** An answer as typed, without what is known of the stored one. */
export type TypedContent = Omit<TypedAnswer, 'revision' | 'confirm'>;

/** One save: the same id always carries the same answer over the same revision, so that it is applied once however often it is sent. */
export type Save = {id: string; answer: TypedContent; revision: number};

/** Why an entry is not sent any more until somebody does something about it. */
export type Stop = {why: 'conflict' | 'refused' | 'over'; message: string};

/** Which answer it is, and what people know it by. */
export type OutboxPlace = {assessment: string; category: string; measure: string; name: string};

/** What was typed for one measure and is not acknowledged. At least one of `sent` and `latest` is there. */
export type OutboxEntry = OutboxPlace & {
  /** Entries are sent by this, the smallest first. */
  order: number;
  /** Sent at least once without an answer: it may be stored or not, so nothing newer is sent before that is known. */
  sent: Save | null;
  /** What was typed since. */
  latest: Save | null;
  stop: Stop | null;
};

/** What the server has of a measure as far as this page knows; `answer` is null when there is nothing that typing the same would repeat. */
export type Standing = {answer: TypedContent | null; revision: number};

/** What became of a save that was sent. */
export type Settlement =
  | {kind: 'saved'; revision: number}
  /** It was saved, and somebody has changed it since. */
  | {kind: 'replaced'; revision: number}
  | ({kind: 'stopped'} & Stop)
  | {kind: 'waits'};

/** What an answer still needs before it can be saved; `nothing` when it can. */
export function needOf({value, note, reason, evidence}: TypedContent): 'nothing' | 'content' | 'answer' | 'reason' {
  if (value === '') return note.trim() === '' && reason.trim() === '' && evidence.length === 0 ? 'content' : 'answer';
  return value === 'not-applicable' && reason.trim() === '' ? 'reason' : 'nothing';
}

/** Whether two answers say the same, whatever blanks surround their texts. */
export function saysSame(one: TypedContent, other: TypedContent): boolean {
  return plain(one) === plain(other);
}

function plain({value, note, reason, evidence}: TypedContent): string {
  return JSON.stringify([value, note.trim(), reason.trim(), evidence.map((record) => EVIDENCE_FIELDS.map((field) => record[field].trim()))]);
}

/** The newest that was typed. */
export function newestOf({sent, latest}: OutboxEntry): Save {
  const newest = latest ?? sent;
  if (!newest) throw new Error('an outbox entry holds nothing');
  return newest;
}

/**
 * Takes in what is typed now, under a fresh id and place in the order; null when nothing is left to be saved.
 * The revision that was seen when typing began stays: whatever was stored since is found out as a conflict.
 */
export function typeInto(entry: OutboxEntry | null, place: OutboxPlace, answer: TypedContent, standing: Standing, fresh: {id: string; order: number}): OutboxEntry | null {
  if (entry && JSON.stringify(newestOf(entry).answer) === JSON.stringify(answer)) return {...entry, stop: null};
  const {id, order} = fresh;
  const revision = entry ? newestOf(entry).revision : standing.revision;
  const latest: Save = {id, answer, revision};
  if (entry?.sent) {
    const back = JSON.stringify(entry.sent.answer) === JSON.stringify(answer);
    return {...entry, order, latest: back ? null : latest, stop: null};
  }
  const isNothing = needOf(answer) === 'content' || (standing.answer !== null && standing.revision === revision && saysSame(standing.answer, answer));
  return isNothing ? null : {...place, order, sent: null, latest, stop: null};
}

/** What of an entry is to be sent now; null when it is stopped or still needs something. */
export function saveToSend({sent, latest, stop}: OutboxEntry): Save | null {
  if (stop) return null;
  return sent ?? (latest && needOf(latest.answer) === 'nothing' ? latest : null);
}

/** Entries in the order in which they are sent. */
export function inOrder(entries: Iterable<OutboxEntry>): OutboxEntry[] {
  return [...entries].toSorted((a, b) => a.order - b.order || (a.measure < b.measure ? -1 : 1));
}

/** Notes, before it is sent, that a save is on its way. */
export function markSent(entry: OutboxEntry, save: Save): OutboxEntry {
  return {...entry, sent: save, latest: entry.latest?.id === save.id ? null : entry.latest};
}

/** Merges what the server said of a save into what was typed meanwhile; null when all of it is saved. `freshId` is for what has to be sent anew. */
export function settle(entry: OutboxEntry, saveId: string, result: Settlement, freshId: string): OutboxEntry | null {
  const {sent, latest} = entry;
  if (sent?.id !== saveId || result.kind === 'waits') return entry;
  const newer = latest && needOf(latest.answer) !== 'content' ? latest : null;
  switch (result.kind) {
    case 'saved':
      return newer && {...entry, sent: null, latest: {...newer, revision: result.revision}};
    case 'replaced':
      // Newer words are held against the revision that they were typed over, which is a conflict too.
      if (newer) return {...entry, sent: null, latest: {...newer, revision: result.revision}};
      return {...entry, sent: null, latest: {...sent, id: freshId, revision: result.revision}, stop: {why: 'conflict', message: ''}};
    case 'stopped':
      // Refused for certain, so what was typed since is judged in its place.
      return newer ? {...entry, sent: null, latest: newer} : {...entry, sent: null, latest: sent, stop: {why: result.why, message: result.message}};
  }
}

/** Sends what was typed over the stored answer of this revision after all: that was chosen. */
export function accept(entry: OutboxEntry, revision: number, freshId: string): OutboxEntry {
  return {...entry, sent: null, latest: {...newestOf(entry), id: freshId, revision}, stop: null};
}

/** A random uuid from 16 random bytes, where a page may have no better way (`crypto.randomUUID` needs https). */
export function uuidFrom(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte, index) => (index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Reads an entry that was kept as text; null when it is damaged or of another make. */
export function parseEntry(text: string | null): OutboxEntry | null {
  try {
    const entry = JSON.parse(text ?? 'null') as OutboxEntry | null;
    if (!entry || !Number.isFinite(entry.order)) return null;
    if (![entry.assessment, entry.category, entry.measure, entry.name].every(isText)) return null;
    const saves = [entry.sent, entry.latest].filter((save) => save !== null);
    const stopSound = entry.stop === null || (['conflict', 'refused', 'over'].includes(entry.stop.why) && isText(entry.stop.message));
    return saves.length > 0 && saves.every(isSave) && stopSound ? entry : null;
  } catch {
    return null;
  }
}

function isSave({id, answer, revision}: Save): boolean {
  const {value, note, reason, evidence} = answer;
  const records = Array.isArray(evidence) && evidence.every((record) => EVIDENCE_FIELDS.every((field) => isText(record[field])));
  return Number.isSafeInteger(revision) && revision >= 0 && [id, value, note, reason].every(isText) && records;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
