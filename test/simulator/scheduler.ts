/**
 * The scheduler: every process stops before everything that reaches out of it (to the ledger, a copy, the mailbox, a
 * timer), and one seed decides who goes on. Between two stops a process runs alone.
 */
import type { Random } from './random.ts';

interface Stop {
  process: Process;
  what: string;
  isReady: () => boolean;
  /** Milliseconds of simulated time; after that it goes on although it is not ready. */
  dueAt: number;
  goOn(outcome: 'ready' | 'late'): void;
}

const promisesMax = 200;
const always = () => true;

/** One operating-system process: it can be killed, or fall asleep for as long as the story wants. */
export class Process {
  readonly name: string;
  readonly scheduler: Scheduler;
  state: 'running' | 'asleep' | 'dead' = 'running';
  /** Tasks that have not ended. */
  tasks = 0;
  /** It does not stop, except where it must wait: what it does is not what is watched. */
  isQuiet = false;
  /** What happens at one of its next stops. */
  fate: { kind: 'dies' | 'sleeps'; stepsLeft: number; connectionsLost: boolean } | null = null;
  /** How many answers to a COMMIT in the ledger are lost next, and whether it took effect. */
  ledgerFaults: ('answer_lost_after' | 'answer_lost_before')[] = [];
  /** Told when its connections are cut. */
  readonly connections = new Set<{ cut(): void }>();

  constructor(name: string, scheduler: Scheduler) {
    this.name = name;
    this.scheduler = scheduler;
  }

  /** Stops, until the scheduler lets it go on. */
  async step(what: string): Promise<void> {
    if (this.isQuiet) return;
    await this.scheduler.stop(this, what, always, Number.POSITIVE_INFINITY);
  }

  /** Stops until something is so, or until time is up. */
  async until(what: string, isReady: () => boolean, timeoutMs: number): Promise<'ready' | 'late'> {
    return await this.scheduler.stop(this, what, isReady, this.scheduler.nowMs + timeoutMs);
  }

  spawn(task: () => Promise<unknown>): void {
    this.tasks += 1;
    const ended = () => {
      this.tasks -= 1;
      this.scheduler.isStill = true;
    };
    this.scheduler.running = this;
    this.scheduler.isUnsettled = true;
    task().then(ended, (error: unknown) => {
      ended();
      this.scheduler.onFailure(this, error);
    });
  }

  cutConnections(): void {
    for (const connection of [...this.connections]) connection.cut();
    this.connections.clear();
  }

  kill(): void {
    this.state = 'dead';
    this.scheduler.forget(this);
    this.cutConnections();
  }

  fallAsleep(connectionsLost: boolean): void {
    this.state = 'asleep';
    this.scheduler.noteSleep(this);
    if (connectionsLost) this.cutConnections();
  }

  wake(): void {
    if (this.state !== 'asleep') return;
    this.state = 'running';
    this.scheduler.noteSleep(this);
  }
}

export class Scheduler {
  nowMs = Date.UTC(2026, 2, 2, 8);
  /** Whose code runs. */
  running: Process | null = null;
  steps = 0;
  /** A task has begun that may not have come to its first stop yet. */
  isUnsettled = false;
  /** Whoever went on last has come to its next stop, or to its end. */
  isStill = true;
  onFailure: (process: Process, error: unknown) => void = () => {};
  /** Every step, for the history of a failing seed. */
  onStep: ((process: Process, what: string) => void) | null = null;
  readonly #random: Random;
  readonly #stops: Stop[] = [];
  readonly #sleepers = new Set<Process>();

  constructor(random: Random) {
    this.#random = random;
  }

  async stop(
    process: Process,
    what: string,
    isReady: () => boolean,
    dueAt: number,
  ): Promise<'ready' | 'late'> {
    return await new Promise((goOn) => {
      this.#stops.push({ process, what, isReady, dueAt, goOn });
      this.isStill = true;
    });
  }

  noteSleep(process: Process): void {
    if (process.state === 'asleep') this.#sleepers.add(process);
    else this.#sleepers.delete(process);
  }

  forget(process: Process): void {
    this.#sleepers.delete(process);
    for (let at = this.#stops.length - 1; at >= 0; at -= 1)
      if (this.#stops[at]?.process === process) this.#stops.splice(at, 1);
  }

  /** Lets one process (of those that `may`) go on to its next stop. False when none can. */
  async advance(may: (process: Process) => boolean = () => true): Promise<boolean> {
    if (this.isUnsettled) await settled();
    this.isUnsettled = false;
    const able: number[] = [];
    for (const [index, stop] of this.#stops.entries())
      if (
        stop.process.state === 'running' &&
        may(stop.process) &&
        (stop.dueAt <= this.nowMs || stop.isReady())
      )
        able.push(index);
    if (able.length === 0) return false;
    const index = this.#random.pick(able);
    const [stop] = this.#stops.splice(index, 1) as [Stop];
    this.steps += 1;
    this.nowMs += 1 + this.#random.below(5);
    const { process } = stop;
    if (this.#meetsFate(process, stop)) return true;
    this.running = process;
    this.onStep?.(process, stop.what);
    this.isStill = false;
    stop.goOn(stop.isReady() ? 'ready' : 'late');
    // A turn of the event loop is sure to be enough, but costs more than the few promises that most steps take.
    for (let turn = 0; turn < promisesMax && !this.isStill; turn += 1) await Promise.resolve();
    if (!this.isStill) await settled();
    return true;
  }

  #meetsFate(process: Process, stop: Stop): boolean {
    const { fate } = process;
    if (!fate) return false;
    fate.stepsLeft -= 1;
    if (fate.stepsLeft >= 0) return false;
    process.fate = null;
    this.onStep?.(process, `${fate.kind} before: ${stop.what}`);
    if (fate.kind === 'dies') {
      process.kill();
      return true;
    }
    this.#stops.push(stop);
    process.fallAsleep(fate.connectionsLost);
    return true;
  }

  /** Nothing can go on: time passes to the next timer (of those that `may` go on). False when nobody waits for one. */
  passTime(may: (process: Process) => boolean = () => true): boolean {
    // Servers do not keep the connections of those who sleep for ever.
    for (const process of this.#sleepers) if (this.#random.chance(0.2)) process.cutConnections();
    const due = this.#stops
      .filter(({ process }) => process.state === 'running' && may(process))
      .map(({ dueAt }) => dueAt)
      .filter(Number.isFinite);
    if (due.length === 0) return false;
    this.nowMs = Math.max(this.nowMs, Math.min(...due));
    return true;
  }

  now = (): Date => new Date(this.nowMs);
}

/** Everything that could run without a new stop has run. */
export async function settled(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}
