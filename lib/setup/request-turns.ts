/**
 * Gives requests their turn: more at a time would be no sooner done by one process, but fill its memory, the connections
 * of the database and the patience of those who wait for one. A request that takes long lets the next one in.
 */
export class RequestTurns {
  readonly #limit: number;
  readonly #longest: number;
  #taken = 0;
  readonly #waiting: (() => void)[] = [];

  /** `limit` requests at a time, each counted for `longest` milliseconds at most. */
  constructor(limit: number, longest: number) {
    this.#limit = limit;
    this.#longest = longest;
  }

  /** Runs `work` when its turn has come, in the order of arrival. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#taken < this.#limit) this.#taken += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    let over = false;
    const leave = () => {
      if (over) return;
      over = true;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#taken -= 1;
    };
    const timer = setTimeout(leave, this.#longest);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      leave();
    }
  }
}
