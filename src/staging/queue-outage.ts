/** An outage of the queue, told once when it begins and once when it is over, however many calls fail meanwhile. */
import { messageOf } from '../errors.ts';
import type { Log } from '../log.ts';

export class Outage {
  readonly #log: Log;
  readonly #queue: string;
  #since: number | null = null;

  constructor(log: Log, queue: string) {
    this.#log = log;
    this.#queue = queue;
  }

  lost(error: unknown): void {
    if (this.#since !== null) return;
    this.#since = performance.now();
    this.#log.warn(
      { queue: this.#queue, error: messageOf(error) },
      'the queue is out of order; nothing is lost, the sweeps go on without it',
    );
  }

  over(): void {
    if (this.#since === null) return;
    const seconds = Math.round((performance.now() - this.#since) / 1000);
    this.#since = null;
    this.#log.info({ queue: this.#queue, seconds }, 'the queue is back');
  }
}
