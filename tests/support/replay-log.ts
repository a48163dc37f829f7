import type {StoredAnswer} from '@/lib/db/answers';
import {CHANGES_PER_PAGE, type StoredChange, listChanges} from '@/lib/db/changes';
import {ORGANISATION} from './test-database';

/** All entries of an assessment's log, the oldest first. */
export async function readLog(id: string, measure = ''): Promise<StoredChange[]> {
  const changes: StoredChange[] = [];
  for (let page = 1; ; page += 1) {
    const listed = await listChanges(ORGANISATION, id, {measure, page});
    changes.push(...listed.changes);
    if (listed.changes.length < CHANGES_PER_PAGE) return changes.toReversed();
  }
}

/** What a log says to stand, from nothing on: the same as `comparable` of the answers that do. Each entry must go on where the one before it ended. */
export function replay(changes: readonly StoredChange[]): Map<string, object> {
  const standing = new Map<string, object>();
  const last = new Map<string, StoredChange>();
  for (const [index, change] of changes.entries()) {
    if (change.position !== index + 1) throw new Error(`entry ${change.position} stands in place ${index + 1}`);
    const {measure, revision, after, before, origin} = change;
    if (measure === null) continue;
    const previous = last.get(measure);
    if (JSON.stringify(before) !== JSON.stringify(previous?.after ?? null)) throw new Error(`entry ${change.position} does not go on from the one before it`);
    if (revision !== (previous?.revision ?? 0) + (origin === 'repeated' ? 0 : 1)) throw new Error(`entry ${change.position} has revision ${revision}`);
    last.set(measure, change);
    standing.set(measure, {...after, revision, confirmed: origin !== 'carried-over'});
  }
  return standing;
}

/** Stored answers as `replay` gives them. */
export function comparable(answers: readonly StoredAnswer[]): Map<string, object> {
  return new Map(answers.map(({measure, answeredBy: _who, updatedAt: _at, ...answer}) => [measure, answer]));
}
