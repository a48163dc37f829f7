/** What the server knows of itself and its pages may tell. */
export type ServerState = {
  /** Version of the product. */
  version: string | null;
  /** Names of this program's migrations for the kind of database that it uses, oldest first. */
  migrations: readonly string[];
  /** Told to stop; it finishes what is running. */
  stopping: boolean;
};

// The server's own modules and those of the built pages are loaded apart, in one process; they share this.
const kept = globalThis as {serverState?: ServerState};

/** The state of the server that this process is. */
export function serverState(): ServerState {
  return (kept.serverState ??= {version: null, migrations: [], stopping: false});
}
