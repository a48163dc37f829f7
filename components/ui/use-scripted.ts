'use client';
import {useSyncExternalStore} from 'react';

/** Whether a script runs: false on the server and while its page is taken over, true from then on. */
export function useScripted(): boolean {
  return useSyncExternalStore(subscribeToNothing, () => true, () => false);
}

/** Whether a script runs never changes once it does. */
function subscribeToNothing() {
  return () => {};
}
