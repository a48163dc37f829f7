import type {ServerResponse} from 'node:http';

/** The requests that a server is working on. */
export class RunningRequests {
  readonly #running = new Set<ServerResponse>();
  #ending = false;
  #drained: (() => void) | undefined;

  /** How many there are. */
  get count(): number {
    return this.#running.size;
  }

  /**
   * Adds a request until its answer is sent or given up. One that changes something also has its work ended, though
   * nobody may wait for the answer any more; work that only reads may never end once its reader has gone.
   */
  add(response: ServerResponse, work: Promise<unknown>, changes: boolean): void {
    this.#running.add(response);
    if (this.#ending) closeAfter(response);
    const sent = new Promise((resolve) => void response.once('close', resolve));
    void Promise.allSettled(changes ? [work, sent] : [sent]).then(() => {
      this.#running.delete(response);
      if (this.#running.size === 0) this.#drained?.();
    });
  }

  /** Has each connection closed after its running answer, and resolves when none is left or after `limit` milliseconds. */
  async end(limit: number): Promise<void> {
    this.#ending = true;
    for (const response of this.#running) closeAfter(response);
    if (this.#running.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const drained = new Promise<void>((resolve) => (this.#drained = resolve));
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, limit)));
    await Promise.race([drained, late]);
    clearTimeout(timer);
  }
}

function closeAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
