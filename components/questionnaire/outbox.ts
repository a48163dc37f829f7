import {waitAfter} from '@/lib/answers/back-off';
import {type OutboxEntry, type OutboxPlace, type Standing, type TypedContent, accept, inOrder, markSent, newestOf, saveToSend, saysSame, settle, typeInto} from '@/lib/answers/outbox-entry';
import {type SaveReply, settlementOf} from '@/lib/report/save-reply';
import {attendPage} from './attend-page';
import {type OutboxView, viewOutbox} from './outbox-view';
import {forget, keep, listKept, nameTab, newId, onKept, renameTab} from './outbox-storage';
import {sendSave} from './send-save';
import {answerRollCall, callRoll, inTurn} from './tab-roll-call';

/** A pause in typing that is long enough to save, in milliseconds. */
const PAUSE = 1200;

/** One tab's unsaved answers to one assessment: keeps them in the browser and sends them, one at a time, until each is acknowledged. */
export class Outbox {
  readonly own = new Map<string, OutboxEntry>();
  /** What other open tabs keep. */
  others: OutboxEntry[] = [];
  /** Entries that the browser could not keep. */
  readonly unkept = new Set<string>();
  /** What the server last said, by measure, in this page. */
  readonly replies = new Map<string, SaveReply>();
  /** Entries that an earlier page left. */
  readonly found = new Set<string>();
  tries = 0;
  retryAt = 0;
  why = '';
  lastSaved = '';
  /** What is known to be stored. */
  readonly #standing = new Map<string, Standing>();
  /** Being typed: kept at once, and sent after a pause. */
  readonly #typing = new Map<string, ReturnType<typeof setTimeout>>();
  #tab = nameTab();
  /** Nothing is sent before this tab knows its name to be its own. */
  #named: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();
  #view: OutboxView | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #wanted = false;
  #order = 0;
  #stop = () => {};

  constructor(readonly assessment: string) {
    this.#read();
  }

  /** Goes on sending while somebody looks: at once, when the network is back, and when the page is looked at again. */
  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#stop = this.#start();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  readonly view = (): OutboxView => (this.#view ??= viewOutbox(this));

  /** Tells what the page shows as stored; an entry that says the same is saved, and forgotten. */
  stands(measure: string, standing: Standing): void {
    this.#standing.set(measure, standing);
    const entry = this.own.get(measure);
    if (!entry) return;
    if (standing.answer && saysSame(standing.answer, newestOf(entry).answer)) this.#put(measure, null);
    // What was stopped in an earlier page is tried once more, so that its own page can say why.
    else if (entry.stop && !this.replies.has(measure)) this.#put(measure, {...entry, stop: null});
    void this.send();
  }

  /** Takes in what is typed now; `pause` says that more is to come. */
  type(place: OutboxPlace, answer: TypedContent, pause: boolean): void {
    const {measure} = place;
    this.#order = Math.max(this.#order + 1, Date.now());
    const entry = typeInto(this.own.get(measure) ?? null, place, answer, this.#standing.get(measure) ?? {answer: null, revision: 0}, {id: newId(), order: this.#order});
    this.#put(measure, entry);
    this.found.delete(measure);
    if (entry || this.replies.get(measure)?.kind !== 'saved') this.replies.delete(measure);
    clearTimeout(this.#typing.get(measure));
    this.#typing.set(measure, setTimeout(() => this.endPause(measure), PAUSE));
    this.#tell();
    if (!pause) this.endPause(measure);
  }

  /** Sends what was typed without waiting for more. */
  endPause(measure: string): void {
    if (!this.#typing.has(measure)) return;
    clearTimeout(this.#typing.get(measure));
    this.#typing.delete(measure);
    void this.send();
  }

  /** What is typed over the answer of this revision counts from now on. */
  accept(measure: string, revision: number): void {
    const entry = this.own.get(measure);
    this.#standing.set(measure, {answer: null, revision});
    if (entry) this.#put(measure, accept(entry, revision, newId()));
    this.replies.delete(measure);
    void this.send();
  }

  /** Gives up what was typed, because that was asked for, or because a form has saved it. */
  drop(measure: string, standing?: Standing): void {
    if (standing) this.#standing.set(measure, standing);
    this.#put(measure, null);
    this.replies.delete(measure);
    this.found.delete(measure);
    this.#tell();
  }

  /** Whether something could be sent or is on its way. */
  isBusy(): boolean {
    return this.#running !== null || [...this.own.values()].some(saveToSend);
  }

  /** Sends what there is, at once; done when all is sent or the server can't be reached. */
  send(): Promise<void> {
    this.#wanted = true;
    clearTimeout(this.#timer);
    this.#running ??= inTurn(`outbox.${this.assessment}`, () => this.#sendAll()).finally(() => {
      this.#running = null;
      if (this.#wanted) void this.send();
    });
    this.#tell();
    return this.#running;
  }

  async #sendAll(): Promise<void> {
    await this.#named;
    while (this.#wanted) {
      this.#wanted = false;
      let next: OutboxEntry | undefined;
      while ((next = inOrder(this.own.values()).find((entry) => saveToSend(entry) && !this.#typing.has(entry.measure)))) {
        if (!(await this.#sendOne(next))) return;
      }
    }
  }

  /** @returns whether the server answered */
  async #sendOne(entry: OutboxEntry): Promise<boolean> {
    const [measure, save] = [entry.measure, saveToSend(entry)];
    if (!save) return true;
    this.#put(measure, markSent(entry, save));
    this.#tell();
    const reply = await sendSave(entry, save);
    const now = this.own.get(measure);
    if (reply.kind === 'waits') {
      this.#wanted = false;
      this.tries += 1;
      this.why = reply.message;
      const wait = waitAfter(this.tries, Math.random());
      this.retryAt = Date.now() + wait;
      this.#timer = setTimeout(() => void this.send(), wait);
      this.#tell();
      return false;
    }
    this.tries = 0;
    if (reply.kind === 'saved') this.lastSaved = reply.at;
    if ('revision' in reply) this.#standing.set(measure, {answer: reply.kind === 'saved' ? save.answer : null, revision: reply.revision});
    if (now) {
      const settled = settle(now, save.id, settlementOf(reply), newId());
      this.#put(measure, settled);
      if (!settled || settled.stop) this.replies.set(measure, reply);
      if (!settled) this.found.delete(measure);
    }
    this.#tell();
    return true;
  }

  #put(measure: string, entry: OutboxEntry | null): void {
    const before = this.own.get(measure);
    if (!entry) {
      this.own.delete(measure);
      this.unkept.delete(measure);
      if (before) forget(this.#tab, before);
      return;
    }
    this.own.set(measure, entry);
    if (keep(this.#tab, entry)) this.unkept.delete(measure);
    else this.unkept.add(measure);
  }

  /** Reads what is kept: this tab's own, and what others keep. */
  #read(): void {
    this.others = [];
    for (const {tab, entry} of listKept(this.assessment)) {
      if (tab !== this.#tab) this.others.push(entry);
      else if (!this.own.has(entry.measure)) {
        this.own.set(entry.measure, entry);
        this.found.add(entry.measure);
      }
    }
  }

  /** Takes over what closed tabs have left; what this tab keeps for the same measure is sent first. */
  async #adopt(): Promise<void> {
    if (this.others.length === 0) return;
    const present = await callRoll();
    for (const {tab, entry} of listKept(this.assessment)) {
      if (tab === this.#tab || present.has(tab) || this.own.has(entry.measure)) continue;
      this.#put(entry.measure, entry);
      if (this.unkept.has(entry.measure)) continue;
      this.found.add(entry.measure);
      forget(tab, entry);
    }
    this.#read();
    void this.send();
  }

  /** A tab that was duplicated, or opened by another, begins with the other's name; what was found under it is the other's to send. */
  async #findName(): Promise<void> {
    if (!(await callRoll()).has(this.#tab)) return;
    this.#tab = renameTab();
    const typed = [...this.own].filter(([measure]) => !this.found.delete(measure));
    this.own.clear();
    for (const [measure, entry] of typed) this.#put(measure, entry);
    this.#read();
    this.#tell();
  }

  #start(): () => void {
    const wake = () => {
      this.#read();
      void this.send();
      void this.#adopt();
    };
    const leave = () => {
      this.#typing.clear();
      if (!this.#running) void this.send();
    };
    const ends = [
      onKept(() => {
        this.#read();
        this.#tell();
      }),
      answerRollCall(() => this.#tab),
      attendPage({wake, leave, mayLeave: () => this.unkept.size === 0}),
    ];
    this.#named ??= this.#findName();
    setTimeout(wake);
    return () => {
      clearTimeout(this.#timer);
      for (const end of ends) end();
    };
  }

  #tell(): void {
    this.#view = undefined;
    for (const listener of this.#listeners) listener();
  }
}
