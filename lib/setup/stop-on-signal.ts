import type {Server} from 'node:http';
import {closeDatabase} from '@/lib/db/close-database';
import {serverState} from '@/lib/http/server-state';
import {getLogger} from '@/lib/log/logger';
import type {RunningRequests} from './running-requests';

/** At Ctrl-C a terminal and npm send the same signal each; a person who insists takes longer. */
const SAME_SIGNAL = 400;

/**
 * At SIGINT or SIGTERM: takes no new connections, finishes what is running within `limit` milliseconds, closes the
 * database and ends with 0. Another signal ends at once.
 */
export function stopOnSignal(server: Server, running: RunningRequests, limit: number): void {
  let first: number | undefined;
  const stop = async (): Promise<void> => {
    serverState().stopping = true;
    getLogger().info({running: running.count}, 'stopping');
    // Connections that wait for their next request are closed by this, too.
    server.close();
    await running.end(limit);
    const cut = running.count;
    server.closeAllConnections();
    await closeDatabase().catch((error: unknown) => console.error(error));
    getLogger()[cut > 0 ? 'warn' : 'info']({cut}, 'stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (first === undefined) {
        first = performance.now();
        void stop();
      } else if (performance.now() - first > SAME_SIGNAL) {
        process.exit(1);
      }
    });
  }
}
