/** A book in a real ledger with a real copy, and what is asked of the two together. */
import { expect } from '@jest/globals';
import type { Copy, Identity, Receipt } from '../../../src/reconcile/copies/copy.ts';
import { setAuthority } from '../../../src/reconcile/handover.ts';
import { withBookLease } from '../../../src/reconcile/lease.ts';
import { type OpenCopy, openRegisteredCopy } from '../../../src/reconcile/mandate.ts';
import {
  type ReconcileResult,
  type ReconcileSettings,
  reconcileBook,
} from '../../../src/reconcile/reconcile-book.ts';
import { registerCopy } from '../../../src/reconcile/register-copy.ts';
import { readAuthority } from '../../../src/staging/books/authority.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import type { Row } from '../../../src/staging/postgres/schema.ts';
import { addTestBook, type Described, stage } from '../../staging/support/staged.ts';
import type { DatabaseKind, OwnedDatabase } from './database.ts';

export interface Bookkeeping {
  readonly book: string;
  readonly ledger: Ledger;
  readonly database: OwnedDatabase;
  /** So many ready invoices, in order. */
  receive(count: number, described?: Described): Promise<Row<'invoice'>[]>;
  reconcile(settings?: Partial<ReconcileSettings>, open?: OpenCopy): Promise<ReconcileResult | null>;
  /** What stands in the copy. */
  look(): Promise<{ identity: Identity | null; receipts: Receipt[]; numbers: (string | null)[] }>;
  states(): Promise<Record<string, number>>;
  heals(): Promise<Row<'heal'>[]>;
  eventsOf(type: string): Promise<Row<'event'>[]>;
  /**
   * I6: every applied invoice has one receipt, and nothing else has; each receipt one effect, unless a person deleted it; the
   * ledger knows where the copy stands.
   */
  expectInOrder(options?: { deleted?: number; byHand?: number }): Promise<void>;
  close(): Promise<void>;
}

const settings: ReconcileSettings = { batchSize: 100, reinstallAfterMs: 30_000 };

export async function openBookkeeping(
  ledger: Ledger,
  kind: DatabaseKind,
  database?: OwnedDatabase,
): Promise<Bookkeeping> {
  const book = await addTestBook(ledger);
  const owned = database ?? (await kind.create());
  const registered = { book, name: 'cloud', mapping: owned.mapping ?? null };
  await registerCopy(ledger, { ...registered, url: owned.url }, 'test');
  await setAuthority(ledger, { book, to: 'cloud', actor: 'test', force: false });

  const withCopy = async <T>(work: (copy: Copy) => Promise<T>): Promise<T> => {
    const copy = openRegisteredCopy(registered, owned.url, ledger);
    try {
      return await work(copy);
    } finally {
      await copy.close();
    }
  };
  const bookkeeping: Bookkeeping = {
    book,
    ledger,
    database: owned,
    async receive(count, described = {}) {
      const rows: Row<'invoice'>[] = [];
      for (let index = 0; index < count; index += 1) rows.push(await stage(ledger, book, described));
      return rows;
    },
    reconcile: async (more = {}, open = openRegisteredCopy) =>
      await withBookLease(
        ledger,
        book,
        async () => await reconcileBook(ledger, book, open, { ...settings, ...more }),
        { waitMs: 20_000 },
      ),
    look: async () =>
      await withCopy(async (copy) => {
        const receipts: Receipt[] = [];
        for await (const receipt of copy.receipts(book)) receipts.push(receipt);
        const invoices = await owned.invoices();
        return {
          identity: await copy.readIdentity(book),
          receipts,
          numbers: invoices
            .filter((each) => kind.lacks?.includes('manyBooks') || each.book === book)
            .map(({ number }) => number),
        };
      }),
    async states() {
      const rows = await ledger.db
        .selectFrom('invoice')
        .select(['state', (eb) => eb.fn.countAll<string>().as('count')])
        .where('book', '=', book)
        .groupBy('state')
        .execute();
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
    },
    heals: async () =>
      await ledger.db
        .selectFrom('heal')
        .selectAll()
        .where('book', '=', book)
        .orderBy('overwritten_seen_at')
        .execute(),
    eventsOf: async (type) =>
      await ledger.db
        .selectFrom('event')
        .selectAll()
        .where('book', '=', book)
        .where('type', '=', type)
        .orderBy('id')
        .execute(),
    async expectInOrder({ deleted = 0, byHand = 0 } = {}) {
      const { identity, receipts, numbers } = await bookkeeping.look();
      const applied = await ledger.db
        .selectFrom('invoice')
        .select(['id', 'placed_key'])
        .where('book', '=', book)
        .where('state', '=', 'applied')
        .orderBy('id')
        .execute();
      expect(receipts.map(({ invoiceId, key }) => ({ id: invoiceId, placed_key: key }))).toEqual(applied);
      expect(identity).toMatchObject({
        head: (await readAuthority(ledger.db, book)).head,
        receiptCount: receipts.length,
      });
      expect(numbers).toHaveLength(receipts.length - deleted + byHand);
      expect(new Set(numbers).size).toBe(numbers.length);
      const open = await ledger.db
        .selectFrom('batch')
        .select('id')
        .where('book', '=', book)
        .where('state', '=', 'intended')
        .execute();
      expect(open).toEqual([]);
    },
    async close() {
      await owned.destroy();
    },
  };
  return bookkeeping;
}
