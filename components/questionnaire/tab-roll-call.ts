/** Long enough for a tab in the background to answer. */
const PATIENCE = 300;

let opened: BroadcastChannel | undefined;

/** None in a browser without them. */
function openChannel(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel !== 'undefined') opened ??= new BroadcastChannel('outbox');
  return opened;
}

/** Answers the roll call under the name that the tab has then, from now on. */
export function answerRollCall(name: () => string): () => void {
  const channel = openChannel();
  const answer = ({data}: MessageEvent<unknown>) => {
    if (data === 'who is there?') channel?.postMessage({here: name()});
  };
  channel?.addEventListener('message', answer);
  return () => channel?.removeEventListener('message', answer);
}

/** The names of the other tabs that are open. One that sleeps too deeply to answer is taken for closed, which the save ids make harmless. */
export async function callRoll(): Promise<Set<string>> {
  const channel = openChannel();
  const present = new Set<string>();
  const note = ({data}: MessageEvent<{here?: string}>) => {
    if (data.here) present.add(data.here);
  };
  channel?.addEventListener('message', note);
  channel?.postMessage('who is there?');
  await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  channel?.removeEventListener('message', note);
  return present;
}

/** Does something while no other tab does the same, where the browser can see to that. */
export async function inTurn(what: string, work: () => Promise<void>): Promise<void> {
  // Typed as always there; it is not on a page that came over plain http.
  const locks = navigator.locks as LockManager | undefined;
  if (locks) await locks.request(what, work);
  else await work();
}
