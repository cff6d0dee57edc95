/**
 * The simulated world of one book. Ledger code, protocol and reconcile code are the program's own; mailbox, clock,
 * network, processes, copies and the PostgreSQL below the ledger are simulated, and one seed decides everything.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseDelivery } from '../../src/ingest/parse-delivery.ts';
import { sweep } from '../../src/ingest/sweep.ts';
import { silentLog } from '../../src/log.ts';
import type { OpenCopy } from '../../src/reconcile/mandate.ts';
import { createReconciler, type Reconciler } from '../../src/reconcile/reconciler.ts';
import { type Ledger, ledgerOver } from '../../src/staging/ledger.ts';
import { deliveriesToRead } from '../../src/staging/mail/deliveries.ts';
import type { Bell, Doorbell } from '../../src/staging/queue/queue.ts';
import type { Fabrication } from '../simulation/fabricate.ts';
import { fabricateMail, fabricatingReader } from './fabricate.ts';
import { openMemoryCopy } from './memory-copy.ts';
import { type Content, Place } from './place.ts';
import { type SimulatedClient, simulatedPool, type Trace } from './pool.ts';
import type { CompiledStatement } from './postgres/compile-write.ts';
import { type Backup, Database } from './postgres/database.ts';
import { readSchema } from './postgres/schema.ts';
import { Random } from './random.ts';
import { Process, Scheduler } from './scheduler.ts';
import { SimulatedMailServer } from './simulated-mailbox.ts';
import { book, stageFromMemory, stageMail } from './staging.ts';
import { current } from './stand-ins/current.ts';
import { contentOf } from './stand-ins/originals.ts';
import { watchOver } from './watch.ts';

export { book };
export const placeNames = ['cloud', 'office', 'laptop'] as const;
export const workersMax = 2;

const migrations = new URL('../../src/staging/postgres/migrations/', import.meta.url);
const schema = readSchema(
  readdirSync(migrations)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(new URL(name, migrations), 'utf8')),
);
/** Compiled once, for all worlds. */
const statements = new Map<string, CompiledStatement>();

/** What differs from world to world besides its history. */
export interface Habits {
  /** How likely the next deed is done before those that are under way go on. */
  pace: number;
  /** Mails come through the mailbox, or are staged by hand: the way from mail to staged invoice is long, and not each world needs it. */
  hasMailbox: boolean;
  afterStored: 'keep' | 'seen' | 'move';
  /** Whether bells are part of the transaction (PostgreSQL), or rung after it (Redis). */
  transactionalBells: boolean;
  bellsDropped: number;
  bellsDoubled: number;
  batchSize: number;
  reinstallAfterMs: number;
  /** The rows of the copies say which invoice they are: see place.ts. */
  hasSourceIds: boolean;
  /** Data of a handover are made ready before they are in place (as SQLite files), or right after (as PostgreSQL databases). */
  readyBefore: boolean;
}

/** What every world begins with. */
export interface Start {
  ledger: Backup;
  contents: ReadonlyMap<string, Content>;
}

export interface Worker {
  process: Process;
  ledger: Ledger;
  reconciler: Reconciler;
}

export class World {
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly database: Database;
  readonly places: readonly Place[];
  readonly mailServer = new SimulatedMailServer();
  readonly habits: Habits;
  readonly violations: string[] = [];
  /** Whole contents of places, from any time. */
  readonly snapshots: { content: Content }[] = [];
  readonly backups: Backup[] = [];
  readonly arrived = new Map<number, Fabrication>();
  /** Every mail that ever came, by its bytes. */
  readonly mails = new Set<string>();
  isLedgerRestored = false;
  /** Invoices that a person had applied, or put back, by a decision of their own. */
  readonly wantedByPeople = new Set<string>();
  /** The rows of a mail came to be known in this world: see staging.ts. */
  hasLearned = false;
  /** Hashes of all mails that were ever committed: a ledger restored from a backup may have forgotten some. */
  readonly everStored = new Set<unknown>();
  /** A copy's history was replaced, lost or edited somewhere: without that, no overwrite may be reported. */
  isHistoryReplaced = false;
  /** What became of each batch and which heals are closed, as of the last commit; a restored ledger begins anew. */
  readonly resolutions = new Map<unknown, string>();
  readonly closedHeals = new Set<unknown>();
  bells: Bell[] = [];
  workers: Worker[] = [];
  trace: Trace | null = null;
  #processes = 0;
  #letters = 0;

  constructor(seed: number, habits: Habits, start: Start | null) {
    this.random = new Random(seed, 1);
    this.scheduler = new Scheduler(new Random(seed, 2));
    this.habits = habits;
    this.database = new Database(schema, this.scheduler.now, statements);
    this.places = placeNames.map((name) => new Place(name, habits.hasSourceIds));
    current.scheduler = this.scheduler;
    current.random = new Random(seed, 3);
    Math.random = () => current.random?.next() ?? 0;
    performance.now = () => this.scheduler.nowMs;
    if (!start) return;
    this.database.restore(start.ledger);
    for (const place of this.places) place.overwrite(start.contents.get(place.name) as Content);
    watchOver(this);
    for (let index = 0; index < workersMax; index += 1) this.workers.push(this.#startWorker());
  }

  place(name: string): Place {
    const place = this.places.find((candidate) => candidate.name === name);
    if (!place) throw new Error(`the world has no place ${name}`);
    return place;
  }

  /** The committed authority. */
  get authority(): { copy: string | null; epoch: number; head: string } {
    return this.database.committed('authority')[0] as never;
  }

  // Processes ------------------------------------------------------------------------------------------------------

  startProcess(name: string): { process: Process; ledger: Ledger; open: OpenCopy } {
    this.#processes += 1;
    const process = new Process(`${name} ${this.#processes}`, this.scheduler);
    const ledger = ledgerOver({
      pool: simulatedPool(this.database, process, (...step) => this.trace?.(...step)),
      doorbell: this.#doorbell(process),
      cipher: { seal: (plain) => plain, open: (sealed) => sealed },
      clock: { now: this.scheduler.now },
      log: silentLog,
      url: 'postgres://simulated',
    });
    return { process, ledger, open: ({ name: place }) => openMemoryCopy(this.place(place), process) };
  }

  #startWorker(): Worker {
    const { process, ledger, open } = this.startProcess('worker');
    const { batchSize, reinstallAfterMs } = this.habits;
    const settings = { batchSize, reinstallAfterMs, sweepIntervalMs: 5_000, concurrency: 2 };
    return { process, ledger, reconciler: createReconciler(ledger, settings, open) };
  }

  worker(which: number): Worker {
    return this.workers[which % this.workers.length] as Worker;
  }

  /** As kill -9; another takes its place. */
  crash(which: number): void {
    const index = which % this.workers.length;
    this.workers[index]?.process.kill();
    this.workers[index] = this.#startWorker();
  }

  /** A worker that met its fate is started again, as a service manager would; one that sleeps stays as it is. */
  replaceTheDead(): void {
    for (const [index, { process }] of this.workers.entries())
      if (process.state === 'dead') this.workers[index] = this.#startWorker();
  }

  /** Other data come to stand at a place. A batch that was given up may be the very one that they expect (a known edge). */
  noteReplaced(place: Place): void {
    this.isHistoryReplaced = true;
    for (const { id, state } of this.database.committed('batch'))
      if (state === 'abandoned') place.unbarred.add(id as string);
  }

  /** Runs something as a person at a terminal would: in a process of its own. */
  command(
    name: string,
    work: (ledger: Ledger, open: OpenCopy, process: Process) => Promise<unknown>,
    isQuiet = false,
  ): Process {
    const { process, ledger, open } = this.startProcess(name);
    process.isQuiet = isQuiet;
    process.spawn(() => work(ledger, open, process));
    return process;
  }

  // The doorbell ---------------------------------------------------------------------------------------------------

  #doorbell(process: Process): Doorbell {
    const { transactionalBells, bellsDropped, bellsDoubled } = this.habits;
    const hang = (bells: readonly Bell[]) => {
      for (const bell of bells) {
        if (this.random.chance(bellsDropped)) continue;
        this.bells.push(bell);
        if (this.random.chance(bellsDoubled)) this.bells.push(bell);
      }
    };
    return {
      backend: transactionalBells ? 'postgres' : 'redis',
      transactional: transactionalBells,
      async ring(bells, client) {
        if (client) (client as unknown as SimulatedClient).session.atCommit.push(() => hang(bells));
        else if (bells.length > 0) {
          await process.step('ring');
          hang(bells);
        }
        return true;
      },
    } as Doorbell;
  }

  /** One bell is heard by one worker that is awake. */
  answerBell(): boolean {
    const awake = this.workers.filter(({ process }) => process.state === 'running');
    if (this.bells.length === 0 || awake.length === 0) return false;
    const [bell] = this.bells.splice(this.random.below(this.bells.length), 1) as [Bell];
    const { process, ledger, reconciler } = this.random.pick(awake);
    if (bell.kind === 'reconcile') process.spawn(() => reconciler.reconcile(bell.book));
    else process.spawn(() => parseDelivery(ledger, reader, bell.delivery));
    return true;
  }

  // What workers do --------------------------------------------------------------------------------------------------

  reconcile(which: number): void {
    const { process, reconciler } = this.worker(which);
    process.spawn(() => reconciler.reconcile(book));
  }

  poll(which: number): void {
    const { process, ledger } = this.worker(which);
    process.spawn(async () => {
      const session = await this.mailServer.open(process).open();
      const { afterStored } = this.habits;
      const sweeping = {
        ledger,
        mailbox: 'mailbox',
        folder: 'INBOX',
        book,
        after: afterStored === 'move' ? { kind: 'move' as const, folder: 'Done' } : { kind: afterStored },
        maxMailBytes: 1_000_000,
        attemptsMax: 8,
        backoff: { baseMs: 15_000, maxMs: 24 * 60 * 60_000 },
        signal: new AbortController().signal,
      };
      await sweep(sweeping, session, true);
      await sweep(sweeping, session, false);
    });
  }

  read(which: number): void {
    const { process, ledger } = this.worker(which);
    process.spawn(async () => {
      const unread = await deliveriesToRead(ledger.db, ledger.clock.now(), 100);
      for (const delivery of unread) await parseDelivery(ledger, reader, delivery);
    });
  }

  // What people do ---------------------------------------------------------------------------------------------------

  sendMail(fabrication: Fabrication): void {
    this.arrived.set(fabrication.number, fabrication);
    this.#letters += 1;
    this.#deliver(fabricateMail(fabrication, this.#letters));
  }

  sendAgain(which: number): void {
    const known = [...this.mails];
    const again = known[which % Math.max(1, known.length)];
    if (again !== undefined) this.#deliver(Buffer.from(again));
  }

  #deliver(raw: Uint8Array): void {
    this.mails.add(Buffer.from(raw).toString());
    if (this.habits.hasMailbox) this.mailServer.deliver(raw, this.scheduler.now());
    else this.#stage([raw]);
  }

  /** All mails that ever came are given to the ledger again, as after it was restored. */
  stageAgain(): void {
    this.#stage([...this.mails].map((raw) => Buffer.from(raw)));
  }

  /** Without a mailbox before it, and without stops. */
  #stage(mails: readonly Uint8Array[]): void {
    const unknown = mails.filter((raw) => {
      const how = stageFromMemory(this.database, raw);
      this.hasLearned ||= how === 'new';
      return how !== 'staged';
    });
    if (unknown.length < mails.length) this.bells.push({ kind: 'reconcile', book });
    if (unknown.length === 0) return;
    const work = async (ledger: Ledger) => {
      for (const raw of unknown) await ledger.transaction(async (tx) => await stageMail(tx, raw));
    };
    this.command('staging', work, true);
  }
}

const reader = fabricatingReader(contentOf);
