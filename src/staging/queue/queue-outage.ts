/** An outage of the queue, told once when it begins and once when it is over, however many calls fail meanwhile. */
import { messageOf } from '../../errors.ts';
import type { Log } from '../../log.ts';

export class Outage {
  readonly #log: Log;
  readonly #queue: string;
  #since: number | null = null;
  #why: string | null = null;

  constructor(log: Log, queue: string) {
    this.#log = log;
    this.#queue = queue;
  }

  /** What the server, or the network, said when the outage began; null when there is none. */
  get why(): string | null {
    return this.#why;
  }

  lost(error: unknown): void {
    if (this.#since !== null) return;
    this.#since = performance.now();
    this.#why = messageOf(error);
    this.#log.warn(
      { queue: this.#queue, error: messageOf(error) },
      'the queue is out of order; nothing is lost, the sweeps go on without it',
    );
  }

  over(): void {
    if (this.#since === null) return;
    const seconds = Math.round((performance.now() - this.#since) / 1000);
    this.#since = null;
    this.#why = null;
    this.#log.info({ queue: this.#queue, seconds }, 'the queue is back');
  }
}
