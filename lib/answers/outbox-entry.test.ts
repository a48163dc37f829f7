import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {LONGEST_WAIT, waitAfter} from './back-off';
import {type OutboxEntry, type Settlement, type TypedContent, accept, inOrder, markSent, needOf, parseEntry, saveToSend, saysSame, settle, typeInto, uuidFrom} from './outbox-entry';

const answer = (value: string, note = '', reason = ''): TypedContent => ({value, note, reason, evidence: []});
const place = (measure: string) => ({assessment: 'a', category: 'A1', measure, name: measure});
const NOTHING = {answer: null, revision: 0};

describe('what is typed', () => {
  it('keeps its id while it stays the same, and gets another with other words', () => {
    const first = typeInto(null, place('A11'), answer('in-place'), NOTHING, {id: 'one', order: 1});
    expect(typeInto(first, place('A11'), answer('in-place'), NOTHING, {id: 'two', order: 2})).toEqual(first);
    expect(typeInto(first, place('A11'), answer('unknown'), NOTHING, {id: 'two', order: 2})).toMatchObject({order: 2, latest: {id: 'two'}});
  });

  it('leaves nothing to save when it is what stands, or blank', () => {
    const standing = {answer: answer('in-place', 'a'), revision: 3};
    const typed = typeInto(null, place('A11'), answer('in-place', 'ab'), standing, {id: 'one', order: 1});
    expect(typed).toMatchObject({latest: {revision: 3}});
    expect(typeInto(typed, place('A11'), answer('in-place', 'a '), standing, {id: 'two', order: 2})).toBeNull();
    expect(typeInto(null, place('A11'), answer(''), NOTHING, {id: 'one', order: 1})).toBeNull();
  });

  it('waits for its answer or its reason', () => {
    expect([answer(''), answer('', 'note'), answer('not-applicable'), answer('not-applicable', '', 'why'), answer('unknown')].map(needOf)).toEqual(['content', 'answer', 'reason', 'nothing', 'nothing']);
    const typed = typeInto(null, place('A11'), answer('', 'note'), NOTHING, {id: 'one', order: 1});
    expect(typed && saveToSend(typed)).toBeNull();
  });

  it('is held against the revision that was seen when typing began, until the server has answered', () => {
    const first = typeInto(null, place('A11'), answer('in-place'), {answer: null, revision: 1}, {id: 'one', order: 1});
    const more = typeInto(first, place('A11'), answer('unknown'), {answer: null, revision: 5}, {id: 'two', order: 2});
    expect(more?.latest?.revision).toBe(1);
    expect(more && accept(more, 5, 'three')).toMatchObject({latest: {id: 'three', revision: 5, answer: {value: 'unknown'}}});
  });

  it('waits for its predecessor when that may have been stored, and builds on it', () => {
    const first = typeInto(null, place('A11'), answer('in-place'), NOTHING, {id: 'one', order: 1}) as OutboxEntry;
    const sent = markSent(first, first.latest!);
    const more = typeInto(sent, place('A11'), answer('unknown'), NOTHING, {id: 'two', order: 2}) as OutboxEntry;
    expect(saveToSend(more)?.id).toBe('one');
    const settled = settle(more, 'one', {kind: 'saved', revision: 1}, 'x') as OutboxEntry;
    expect(saveToSend(settled)).toMatchObject({id: 'two', revision: 1});
    expect(settle(markSent(settled, settled.latest!), 'two', {kind: 'saved', revision: 2}, 'x')).toBeNull();
  });

  it('stops at a refusal, with all that was typed; typing the same again tries again', () => {
    const first = typeInto(null, place('A11'), answer('in-place', 'kept'), NOTHING, {id: 'one', order: 1}) as OutboxEntry;
    const stopped = settle(markSent(first, first.latest!), 'one', {kind: 'stopped', why: 'over', message: 'final'}, 'x') as OutboxEntry;
    expect(stopped).toMatchObject({sent: null, latest: {id: 'one', answer: {note: 'kept'}}, stop: {why: 'over', message: 'final'}});
    expect(saveToSend(stopped)).toBeNull();
    expect(saveToSend(typeInto(stopped, place('A11'), answer('in-place', 'kept'), NOTHING, {id: 'two', order: 2})!)?.id).toBe('one');
  });

  it('asks again under a new id when it was saved and changed by somebody since', () => {
    const first = typeInto(null, place('A11'), answer('in-place'), NOTHING, {id: 'one', order: 1}) as OutboxEntry;
    const replaced = settle(markSent(first, first.latest!), 'one', {kind: 'replaced', revision: 1}, 'new') as OutboxEntry;
    expect(replaced).toMatchObject({latest: {id: 'new'}, stop: {why: 'conflict'}});
  });
});

describe('a kept entry', () => {
  it('comes back as it was, and a damaged one not at all', () => {
    const entry = typeInto(null, place('A11'), {...answer('in-place'), evidence: [{kind: 'ledger', title: 't', documentNumber: '', issuer: '', date: '', link: ''}]}, NOTHING, {id: 'one', order: 1});
    expect(parseEntry(JSON.stringify(entry))).toEqual(entry);
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => void expect(parseEntry(text)).toBeNull()));
    fc.assert(
      fc.property(fc.constantFrom('order', 'sent', 'latest', 'stop', 'measure', 'category'), fc.jsonValue(), (key, value) => {
        const read = parseEntry(JSON.stringify({...entry, [key]: value}));
        if (read) expect(() => [saveToSend(read), inOrder([read])]).not.toThrow();
      }),
    );
  });
});

it('a uuid is one of version 4, whatever the chance', () => {
  fc.assert(fc.property(fc.uint8Array({minLength: 16, maxLength: 16}), (bytes) => void expect(uuidFrom(bytes)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)));
});

it('waits grow to their limit, never beyond it and never to nothing', () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 10_000}), fc.double({min: 0, max: 1, noNaN: true}), (tries, chance) => {
      const wait = waitAfter(tries, chance);
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(LONGEST_WAIT);
      expect(waitAfter(tries + 1, chance)).toBeGreaterThanOrEqual(wait);
    }),
  );
  expect([1, 2, 3, 4, 5, 6, 7].map((tries) => waitAfter(tries, 1))).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

/** A server that keeps to the contract of the saving route. */
class Server {
  readonly log: {measure: string; id: string; answer: TypedContent}[] = [];
  readonly standing = new Map<string, {answer: TypedContent; revision: number}>();
  save(measure: string, {id, answer: typed, revision}: {id: string; answer: TypedContent; revision: number}): Settlement {
    const stands = this.standing.get(measure);
    const applied = this.log.find((entry) => entry.id === id);
    if (!applied) {
      if ((stands?.revision ?? 0) !== revision) return {kind: 'stopped', why: 'conflict', message: ''};
      this.log.push({measure, id, answer: typed});
      this.standing.set(measure, {answer: typed, revision: revision + 1});
      return {kind: 'saved', revision: revision + 1};
    }
    return {kind: 'saved', revision: this.log.filter((entry) => entry.measure === measure).findIndex((entry) => entry.id === id) + 1};
  }
}

it('over a network that loses requests and acknowledgements, all that was typed last is stored, each save once, none in conflict with itself', () => {
  const step = fc.oneof(
    fc.record({type: fc.constantFrom('A11', 'A12', 'A13'), note: fc.string({maxLength: 3})}),
    fc.record({lose: fc.constantFrom('request', 'acknowledgement', 'nothing')}),
    fc.constant({reload: true}),
  );
  fc.assert(
    fc.property(fc.array(step, {maxLength: 60}), (steps) => {
      const server = new Server();
      let entries = new Map<string, OutboxEntry>();
      const typedLast = new Map<string, TypedContent>();
      const known = new Map<string, {answer: TypedContent | null; revision: number}>();
      const acknowledged: string[] = [];
      let made = 0;
      const put = (measure: string, entry: OutboxEntry | null) => (entry ? entries.set(measure, entry) : entries.delete(measure));
      const send = (lose: string) => {
        const entry = inOrder(entries.values()).find(saveToSend);
        const save = entry && saveToSend(entry);
        if (!entry || !save) return false;
        const marked = markSent(entry, save);
        put(entry.measure, marked);
        const said = lose === 'request' ? null : server.save(entry.measure, save);
        if (!said || lose === 'acknowledgement') return true;
        expect(said.kind, 'one tab alone is never in conflict').toBe('saved');
        acknowledged.push(save.id);
        if (said.kind === 'saved') known.set(entry.measure, {answer: save.answer, revision: said.revision});
        put(entry.measure, settle(marked, save.id, said, `fresh${(made += 1)}`));
        return true;
      };
      for (const each of steps) {
        if ('type' in each) {
          const typed = answer('in-place', each.note);
          made += 1;
          typedLast.set(each.type, typed);
          put(each.type, typeInto(entries.get(each.type) ?? null, place(each.type), typed, known.get(each.type) ?? NOTHING, {id: `save${made}`, order: made}));
        } else if ('lose' in each) send(each.lose);
        else entries = new Map([...entries].map(([measure, entry]) => [measure, parseEntry(JSON.stringify(entry)) as OutboxEntry]));
        // Nothing counts as saved that is not: what has no entry stands as it was typed.
        for (const [measure, typed] of typedLast) if (!entries.has(measure)) expect(saysSame(server.standing.get(measure)?.answer ?? answer(''), typed)).toBe(true);
      }
      while (send('nothing'));
      for (const [measure, typed] of typedLast) expect(saysSame(server.standing.get(measure)?.answer ?? answer(''), typed)).toBe(true);
      const ids = server.log.map(({id}) => id);
      expect(new Set(ids).size, 'duplicated').toBe(ids.length);
      expect(acknowledged.filter((id) => !ids.includes(id)), 'acknowledged and not found').toEqual([]);
    }),
    {numRuns: 500},
  );
});
