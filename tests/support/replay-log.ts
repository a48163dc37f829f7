import type {LoggedChange} from '@/lib/answers/answer-change';
import type {StoredAnswer} from '@/lib/db/answers';
import {CHANGES_PER_PAGE, listChanges} from '@/lib/db/changes';
import type {StoredTrait} from '@/lib/db/trait-answers';
import {ORGANISATION} from './test-database';

/** All entries of an assessment's log, the oldest first. */
export async function readLog(id: string, measure = ''): Promise<LoggedChange[]> {
  const changes: LoggedChange[] = [];
  for (let page = 1; ; page += 1) {
    const listed = await listChanges(ORGANISATION, id, {about: measure, page});
    changes.push(...listed.changes);
    if (listed.changes.length < CHANGES_PER_PAGE) return changes.toReversed();
  }
}

/** What a log says to stand, from nothing on: the same as `comparable` of the answers that do. Each entry must go on where the one before it ended. */
export function replay(changes: readonly LoggedChange[]): Map<string, object> {
  const standing = new Map<string, object>();
  const last = new Map<string, LoggedChange>();
  for (const [index, change] of changes.entries()) {
    if (change.position !== index + 1) throw new Error(`entry ${change.position} stands in place ${index + 1}`);
    const {revision, after, before, origin} = change;
    // A code is never a trait's id.
    const about = change.measure ?? change.trait;
    if (about === null) continue;
    const previous = last.get(about);
    if (JSON.stringify(before) !== JSON.stringify(previous?.after ?? null)) throw new Error(`entry ${change.position} does not go on from the one before it`);
    if (revision !== (previous?.revision ?? 0) + (origin === 'repeated' ? 0 : 1)) throw new Error(`entry ${change.position} has revision ${revision}`);
    last.set(about, change);
    standing.set(about, {...after, revision, confirmed: origin !== 'carried-over'});
  }
  return standing;
}

/** Stored answers, of measures and of traits, as `replay` gives them. */
export function comparable(answers: readonly StoredAnswer[], traits: readonly StoredTrait[] = []): Map<string, object> {
  return new Map<string, object>([
    ...answers.map(({measure, answeredBy: _who, updatedAt: _at, ...answer}) => [measure, answer] as const),
    ...traits.map(({trait, value, revision, confirmed}) => [trait, {stage: value, revision, confirmed}] as const),
  ]);
}
