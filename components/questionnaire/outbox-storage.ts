import {type OutboxEntry, parseEntry, uuidFrom} from '@/lib/answers/outbox-entry';

/** A kept entry and the tab that typed it. */
export type Kept = {tab: string; entry: OutboxEntry};

const PREFIX = 'outbox.';

// One key an entry and tab: tabs never write over each other's, whatever they do at once.
const keyOf = (tab: string, {assessment, measure}: Pick<OutboxEntry, 'assessment' | 'measure'>) => [PREFIX + assessment, measure, tab].join('.');

/** A new random uuid, also where the page came over plain http. */
export function newId(): string {
  return uuidFrom(crypto.getRandomValues(new Uint8Array(16)));
}

/** This tab's name; the same after a reload. */
export function nameTab(): string {
  try {
    return sessionStorage.getItem(PREFIX) ?? renameTab();
  } catch {
    return newId();
  }
}

/** Gives this tab a new name. */
export function renameTab(): string {
  const name = newId();
  try {
    sessionStorage.setItem(PREFIX, name);
  } catch {
    // Then it lasts as long as the page.
  }
  return name;
}

/** Keeps an entry in the browser; false when it is full or may not. */
export function keep(tab: string, entry: OutboxEntry): boolean {
  try {
    localStorage.setItem(keyOf(tab, entry), JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a kept entry. */
export function forget(tab: string, entry: Pick<OutboxEntry, 'assessment' | 'measure'>): void {
  try {
    localStorage.removeItem(keyOf(tab, entry));
  } catch {
    // Nothing was kept where nothing may be.
  }
}

/** All kept entries of an assessment, of whichever tab; none where the browser may not keep any. */
export function listKept(assessment: string): Kept[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`${PREFIX + assessment}.`))
      .flatMap((key) => {
        const entry = parseEntry(localStorage.getItem(key));
        return entry ? [{tab: key.slice(key.lastIndexOf('.') + 1), entry}] : [];
      });
  } catch {
    return [];
  }
}

/** Tells of what other tabs keep and forget. */
export function onKept(told: () => void): () => void {
  const listen = ({key}: StorageEvent) => {
    if (key === null || key.startsWith(PREFIX)) told();
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
