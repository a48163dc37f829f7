import {randomUUID} from 'node:crypto';
import {expect} from 'vitest';
import {createClient} from '@/lib/db/client';
import {ANSWER_ROW} from '@/lib/db/answers';
import {CHANGE_ROW, readChange} from '@/lib/db/changes';
import {paths} from '@/lib/paths';
import {comparable, replay} from './replay-log';

/** A measure of an assessment. */
export type Place = {id: string; measure: string};

/** A save that the server has called saved. */
export type Acknowledged = Place & {saveId: string; revision: number; note: string};

/** Officials who save over HTTP, each one save after another. */
export type Storm = {
  /** All that was called saved so far. */
  acknowledged: readonly Acknowledged[];
  /** How often each other answer came; `lost` where none did. */
  refusals: ReadonlyMap<string, number>;
  /** Requests without an answer at present. */
  running: () => number;
  /** Begins no other save, and waits until the last of each official is acknowledged. */
  finish: () => Promise<void>;
};

/** Longest wait for an answer, and between two attempts, in milliseconds. */
const ANSWER_LIMIT = 60_000;
const PAUSE = 100;

/**
 * Lets an official for each place save there until the storm is over, at the servers in turn. What is not answered, or
 * refused for the database's sake, is sent again as the same save; after a conflict another is made on what stands now.
 */
export function startStorm(urls: readonly string[], places: readonly Place[]): Storm {
  const acknowledged: Acknowledged[] = [];
  const refusals = new Map<string, number>();
  let [running, over] = [0, false];

  async function send(url: string, {id, measure}: Place, body: object) {
    running += 1;
    try {
      const response = await fetch(url + paths.api.answer(id, measure), {
        method: 'PUT',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_LIMIT),
      });
      return {status: response.status, ...((await response.json()) as {answer?: {revision: number}; error?: {code: string; current?: {revision: number} | null}})};
    } catch {
      return {status: 0};
    } finally {
      running -= 1;
    }
  }

  async function work(url: string, place: Place, who: number): Promise<void> {
    let seen = 0;
    for (let turn = 1; !over; turn += 1) {
      const saveId = randomUUID();
      const note = `${who}-${turn}`;
      const body = {answer: {value: turn % 2 === 0 ? 'under-way' : 'in-place', note, reason: '', evidence: []}, revision: seen, saveId};
      for (;;) {
        const {status, answer, error} = await send(url, place, body);
        if (status === 200 && answer) {
          seen = answer.revision;
          acknowledged.push({...place, saveId, revision: seen, note});
          break;
        }
        const name = status === 0 ? 'lost' : `${status} ${error?.code}`;
        refusals.set(name, (refusals.get(name) ?? 0) + 1);
        if (error?.code === 'revision-conflict') {
          seen = error.current?.revision ?? 0;
          break;
        }
        // Anything but these is a fault of the product, and would be asked for without end.
        if (status !== 0 && status !== 503) throw new Error(`a save was answered with ${name}`);
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  }

  const officials = Promise.all(places.map((place, index) => work(urls[index % urls.length] ?? '', place, index)));
  // Told by `finish`, which may be called long after.
  officials.catch(() => {});
  return {
    acknowledged,
    refusals,
    running: () => running,
    async finish() {
      over = true;
      await officials;
    },
  };
}

/**
 * Holds what a database has against what was acknowledged: each save is in the log exactly once, as it was told; the
 * log has no gap; what stands is what it leads to. Prints the figures.
 */
export async function expectAllFound(title: string, databaseUrl: string, {acknowledged, refusals}: Storm): Promise<void> {
  const client = createClient(databaseUrl);
  try {
    const stored = new Map<string, Acknowledged[]>();
    for (const id of new Set(acknowledged.map((each) => each.id))) {
      const rows = await client.answerChange.findMany({where: {assessmentId: id}, orderBy: {position: 'asc'}, select: {...CHANGE_ROW, saveId: true}});
      const changes = rows.map(({saveId: _id, ...row}) => readChange(row));
      // No save is like another, so one that was applied twice is found by its note, whatever id it has.
      for (const [index, {measure, revision, after}] of changes.entries()) {
        const note = after && 'note' in after ? after.note : '';
        stored.set(`${id} ${note}`, [...(stored.get(`${id} ${note}`) ?? []), {id, measure: measure ?? '', revision: revision ?? 0, note, saveId: rows[index]?.saveId ?? ''}]);
      }
      const answers = await client.answer.findMany({where: {assessmentId: id}, select: ANSWER_ROW});
      expect(new Map([...comparable(answers)].toSorted())).toEqual(new Map([...replay(changes)].toSorted()));
    }
    const found = acknowledged.filter(({id, measure, saveId, revision, note}) =>
      stored.get(`${id} ${note}`)?.some((row) => row.measure === measure && row.saveId === saveId && row.revision === revision),
    ).length;
    const duplicated = [...stored.values()].reduce((sum, rows) => sum + rows.length - 1, 0);
    const refused = [...refusals].map(([name, times]) => `${name} ×${times}`).join(', ') || 'none';
    console.info(`${title}: acknowledged ${acknowledged.length}, found ${found}, duplicated ${duplicated}; other answers: ${refused}`);
    expect({found, duplicated}).toEqual({found: acknowledged.length, duplicated: 0});
  } finally {
    await client.$disconnect();
  }
}
