import type {OutboxEntry, Save} from '@/lib/answers/outbox-entry';
import {type SaveReply, readSaveReply} from '@/lib/report/save-reply';
import {saveAddress} from '@/lib/report/outbox-words';

/** A request that nothing came of for so long is given up and sent again. */
const PATIENCE = 30_000;

/** Sends one save; it goes on even when the page is left. */
export async function sendSave({assessment, measure}: OutboxEntry, {id, answer, revision}: Save): Promise<SaveReply> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE);
  try {
    const body = JSON.stringify({answer, revision, saveId: id});
    const request = {method: 'PUT', headers: {'content-type': 'application/json'}, body, signal: giveUp.signal};
    // Browsers refuse to carry more than 64 KB past the end of a page.
    const response = await fetch(saveAddress(assessment, measure), {...request, keepalive: body.length < 20_000});
    return readSaveReply(response.status, await response.json().catch(() => undefined));
  } catch {
    return {kind: 'waits', message: ''};
  } finally {
    clearTimeout(timer);
  }
}
