/**
 * Where a simulated process may die or fall asleep: before everything that reaches out of it, be it to the ledger or to
 * a copy. A process that dies simply never goes on; nothing of its own error handling runs, as after kill -9.
 */
export class Pauses {
  #left = Number.POSITIVE_INFINITY;
  #stopped: Promise<void> | null = null;
  #reportStop: () => void = () => {};
  /** While it sleeps; nobody wakes one that died. */
  #asleep: Promise<void> | null = null;
  #wake: () => void = () => {};

  /** Stops the process at the given step from now (0 is the next one). Resolves when it has stopped. */
  stopAfter(steps: number): Promise<void> {
    this.#left = steps;
    this.#stopped = new Promise((resolve) => {
      this.#reportStop = resolve;
    });
    return this.#stopped;
  }

  /** Lets a stopped process go on from where it stood. */
  wake(): void {
    this.#left = Number.POSITIVE_INFINITY;
    this.#asleep = null;
    this.#wake();
  }

  get isStopped(): boolean {
    return this.#asleep !== null;
  }

  readonly pass = async (): Promise<void> => {
    if (this.#asleep === null) {
      this.#left -= 1;
      if (this.#left >= 0) return;
      this.#asleep = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#reportStop();
    }
    // Whatever else the process does at the same time stops as well, and goes on with it.
    await this.#asleep;
  };
}
