/**
 * The simulated world of one book: its ledger is real, its places hold copies in memory, its workers may die or fall
 * asleep at any step, and its people copy databases over each other, delete, edit and register by hand.
 */

import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { systemClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import { emptyIdentity } from '../../src/reconcile/fresh-identity.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { withBookLease } from '../../src/reconcile/lease.ts';
import type { OpenCopy } from '../../src/reconcile/mandate.ts';
import { reconcileBook } from '../../src/reconcile/reconcile-book.ts';
import { registerCopy } from '../../src/reconcile/register-copy.ts';
import { addBook } from '../../src/staging/books/books.ts';
import { stageInvoices } from '../../src/staging/invoices/invoices.ts';
import { type Ledger, ledgerOver } from '../../src/staging/ledger.ts';
import { receiveDelivery, settleDelivery } from '../../src/staging/mail/deliveries.ts';
import { storeContent } from '../../src/staging/originals.ts';
import { openPool } from '../../src/staging/postgres/connection.ts';
import { type Fabrication, fabricateInvoice, fabricateReading } from './fabricate.ts';
import { type Content, openMemoryCopy, Place } from './memory-copy.ts';
import { Pauses } from './pauses.ts';

/** A process: its own connections to the ledger, and one place in its work where it may be stopped. */
interface Process {
  ledger: Ledger;
  pauses: Pauses;
  /** As kill -9: the connections break, and nothing of it ever goes on. */
  kill(): Promise<void>;
}

export class World {
  readonly book: string;
  readonly places: readonly Place[];
  /** What people took home: whole contents of places, from any time. */
  readonly snapshots: { place: Place; content: Content }[] = [];
  readonly arrived = new Map<number, Fabrication>();
  readonly violations: string[] = [];
  readonly #url: string;
  readonly #calm: Ledger;
  #asleep: { process: Process; run: Promise<unknown> } | null = null;

  private constructor(book: string, url: string, calm: Ledger, places: readonly Place[]) {
    this.book = book;
    this.#url = url;
    this.#calm = calm;
    this.places = places;
  }

  static async open(url: string, calm: Ledger): Promise<World> {
    const book = `sim-${randomUUID().slice(0, 8)}`;
    const world = new World(book, url, calm, [new Place('cloud'), new Place('office')]);
    await calm.transaction(
      async (tx) => await addBook(tx.db, { slug: book, name: 'Simulerad Bok AB' }, 'sim'),
    );
    for (const place of world.places) {
      place.onCommit = (before, after) => world.#checkCommit(place, before, after);
      await registerCopy(
        calm,
        { book, name: place.name, url: `memory://${place.name}` },
        'sim',
        world.#opener(),
      );
    }
    await setAuthority(calm, { book, to: 'cloud', actor: 'sim', force: false }, world.#opener());
    return world;
  }

  get ledger(): Ledger {
    return this.#calm;
  }

  async authoritativePlace(): Promise<Place> {
    const { copy } = await this.#calm.db
      .selectFrom('authority')
      .select('copy')
      .where('book', '=', this.book)
      .executeTakeFirstOrThrow();
    return this.place(copy ?? '');
  }

  place(name: string): Place {
    const place = this.places.find((candidate) => candidate.name === name);
    if (!place) throw new Error(`the world has no place ${name}`);
    return place;
  }

  #opener(pause: () => Promise<void> = async () => {}): OpenCopy {
    return (registered) => openMemoryCopy(this.place(registered.name), pause);
  }

  // What arrives, and what workers do ------------------------------------------------------------------------------

  async arrive(fabrication: Fabrication): Promise<void> {
    this.arrived.set(fabrication.number, fabrication);
    const mail = Buffer.from(`mail ${JSON.stringify(fabrication)}`);
    await this.#calm.transaction(async (tx) => {
      const { id } = await receiveDelivery(
        tx,
        {
          book: this.book,
          original: await storeContent(tx.db, mail),
          messageId: null,
          from: null,
          to: [],
          subject: null,
          date: null,
          internalDate: null,
        },
        'sim',
      );
      const delivery = await tx.db
        .selectFrom('delivery')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const reading = fabricateReading(fabrication);
      await stageInvoices(tx, { ...delivery, book: this.book }, reading, 'sim');
      await settleDelivery(tx, delivery, { disposition: 'invoice', reasons: [] }, 'sim');
    });
  }

  async reconcile(): Promise<string> {
    return await this.#reconcileWith(this.#calm, this.#opener());
  }

  async #reconcileWith(ledger: Ledger, open: OpenCopy): Promise<string> {
    const settings = { batchSize: 3, reinstallAfterMs: 0 };
    const result = await withBookLease(
      ledger,
      this.book,
      () => reconcileBook(ledger, this.book, open, settings),
      {
        // The server needs a moment to see that a killed process is gone.
        waitMs: 10_000,
      },
    );
    return result?.kind === 'waiting' ? result.code : (result?.kind ?? 'busy');
  }

  /** A worker that dies at the given step of its work. */
  async reconcileAndDie(step: number): Promise<void> {
    const process = this.#startProcess();
    const stopped = process.pauses.stopAfter(step);
    const run = this.#reconcileWith(process.ledger, this.#opener(process.pauses.pass)).catch(() => 'failed');
    await Promise.race([stopped, run]);
    await process.kill();
    for (const place of this.places) place.cutConnections();
  }

  /** A worker that falls asleep at the given step; its ledger connections are lost meanwhile, and with them its lease. */
  async reconcileAndSleep(step: number): Promise<void> {
    await this.wake();
    const process = this.#startProcess();
    const stopped = process.pauses.stopAfter(step);
    const run = this.#reconcileWith(process.ledger, this.#opener(process.pauses.pass)).catch(() => 'failed');
    await Promise.race([stopped, run]);
    await process.kill();
    this.#asleep = { process, run };
  }

  /** The sleeper goes on from where it stood: it still has its transaction, if no one ended that. */
  async wake(): Promise<void> {
    const asleep = this.#asleep;
    this.#asleep = null;
    if (!asleep) return;
    asleep.process.pauses.wake();
    await asleep.run;
    for (const place of this.places) place.cutConnections();
  }

  #startProcess(): Process {
    const pauses = new Pauses();
    const pool = openPool(this.#url, { max: 3, log: silentLog });
    const clients = new Set<pg.PoolClient>();
    pool.on('connect', (client) => clients.add(client));
    const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
    pool.connect = (async () => {
      await pauses.pass();
      return await connect();
    }) as typeof pool.connect;
    const ledger = ledgerOver({ ...this.#calm, pool, clock: systemClock, log: silentLog });
    return {
      ledger,
      pauses,
      async kill() {
        for (const client of clients) {
          const ended = new Promise((resolve) => client.once('end', resolve));
          (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
          await ended;
        }
      },
    };
  }

  // What people do ------------------------------------------------------------------------------------------------

  takeHome(place: Place): void {
    this.snapshots.push({ place, content: place.snapshot() });
  }

  /** Copies a snapshot over the place that it came from. */
  overwrite(index: number): void {
    const snapshot = this.snapshots[index % Math.max(1, this.snapshots.length)];
    if (snapshot) snapshot.place.overwrite(snapshot.content);
  }

  deleteByHand(content: Content, index: number): void {
    const keys = [...content.rows.keys()];
    const key = keys[index % Math.max(1, keys.length)];
    if (key === undefined) return;
    content.rows.delete(key);
    content.deletedByHand.add(key);
  }

  editByHand(content: Content, index: number, note: string): void {
    const rows = [...content.rows.values()];
    const row = rows[index % Math.max(1, rows.length)];
    if (row) row.note = note;
  }

  /** A person registers an invoice of which the paper came as well. */
  registerByHand(content: Content, fabrication: Fabrication): void {
    if (fabrication.refused) return;
    const invoice = fabricateInvoice(fabrication);
    const isThere = [...content.rows.values()].some(
      (row) => row.invoice.invoiceNumber === invoice.invoiceNumber,
    );
    if (isThere) return;
    const key = String(content.nextKey);
    content.nextKey += 1;
    content.rows.set(key, { key, book: this.book, invoice, note: 'by hand', byHand: true, files: [] });
  }

  async moveAuthority(to: string): Promise<void> {
    const from = await this.authoritativePlace();
    // The data travels first; a handover without it would only be an overwrite, which has its own command here.
    if (from.name !== to) {
      const place = this.place(to);
      const own = place.content.identities.get(this.book);
      const travelled = from.snapshot();
      const came = travelled.identities.get(this.book);
      if (own && came) {
        const { copyId, epoch, fenced } = own;
        travelled.identities.set(this.book, { ...came, copyId, epoch, fenced });
      }
      place.overwrite(travelled);
    }
    await setAuthority(this.#calm, { book: this.book, to, actor: 'sim', force: false }, this.#opener());
  }

  // What must never be --------------------------------------------------------------------------------------------

  /** Checked at every commit, whoever makes it. */
  #checkCommit(place: Place, before: Content, after: Content): void {
    const was = identityOf(before, this.book);
    const is = identityOf(after, this.book);
    const isApply = was.head !== is.head && is.batchId !== was.batchId;
    if (isApply && (was.fenced || is.epoch !== was.epoch)) {
      this.violations.push(`I5/I7: a batch was written to ${place.name} although fenced or at another epoch`);
    }
    if (isApply && is.previousHead !== was.head) {
      this.violations.push(`I5: a batch was written to ${place.name} on a head that was not there`);
    }
    for (const receipt of after.receipts.values()) {
      if (after.rows.has(receipt.key) || after.deletedByHand.has(receipt.key)) continue;
      this.violations.push(`I4: ${place.name} holds a receipt of ${receipt.invoiceId} without its row`);
    }
    const receipted = new Set([...after.receipts.values()].map((receipt) => receipt.key));
    for (const row of after.rows.values()) {
      if (row.byHand || receipted.has(row.key)) continue;
      this.violations.push(`I4: ${place.name} holds row ${row.key} without its receipt`);
    }
    for (const row of before.rows.values()) {
      if (after.rows.get(row.key)?.note !== row.note)
        this.violations.push(`I8: row ${row.key} was changed by us`);
    }
  }
}

export function identityOf(content: Content, book: string) {
  return content.identities.get(book) ?? emptyIdentity(book, { copyId: '', epoch: 0 });
}
